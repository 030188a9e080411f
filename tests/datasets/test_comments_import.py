"""Taking comments in: all or nothing, each once, nothing lost, and their words apart from what is public."""

from __future__ import annotations

import csv
import io
import stat
from datetime import date

import pytest

from macros.datasets.comments import comments_folder, read_comments
from macros.datasets.comments_import import prepare_import, write_import
from macros.datasets.store import open_store
from macros.errors import BadRequest
from tests.builders import REPORT, page, write_project
from tests.datasets.given import WORDS, comment, saved, typed

FOLDER = comments_folder(REPORT)
DOCS = f"docs/reports/{REPORT}"
TODAY = date(2026, 11, 28)
PAGES = {
    f"{DOCS}/timeliness.md": page("# Timeliness\n\n## Late\n\nText.\n", title="On time"),
    f"{DOCS}/young-people/on-time.md": page("# On time\n\n## Late\n\nText.\n", title="On time"),
    f"{DOCS}/young-people/help.md": page("# Help\n", title="Help"),
}


@pytest.fixture
def project(tmp_path):
    return write_project(tmp_path / "project", PAGES)


def take(project, *contents, names=()):
    """Import files of these contents; what was prepared."""
    given = []
    for number, content in enumerate(contents):
        path = project.parent / (names[number] if names else f"{number}.json")
        path.write_bytes(content)
        given.append(path)
    store = open_store(project)
    made = prepare_import(store, store.report(REPORT), given)
    if not made.problems:
        write_import(made, TODAY)
    return made


def rows(project, name):
    path = project / FOLDER / name
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))) if path.exists() else []


def test_words_are_kept_apart_from_what_is_public(project):
    take(project, saved(comment()))
    assert [row["text"] for row in rows(project, "words.csv")] == [WORDS]
    assert WORDS not in (project / FOLDER / "comments.csv").read_text(encoding="utf-8")
    assert stat.S_IMODE((project / FOLDER / "words.csv").stat().st_mode) == 0o600
    (one,) = read_comments(project, FOLDER).comments
    assert (one.id, one.received, one.page, one.section, one.has_words, one.answer) == (
        "c00000000000000a1", TODAY, "young-people/on-time", "late", True, "",
    )  # fmt: skip


def test_the_same_file_twice_is_taken_once(project):
    data = saved(comment(), comment(key="00000000000000b2", text=""))
    take(project, data, data)
    before = (project / FOLDER / "comments.csv").read_bytes()
    made = take(project, data)
    assert (len(made.new), made.same) == (0, 2)
    assert (project / FOLDER / "comments.csv").read_bytes() == before


def test_who_thinks_again_is_heard_twice(project):
    take(project, saved(comment()))
    made = take(project, saved(comment(text="Now it is better.", face="good")))
    assert "both are kept" in made.remarks[0].text
    assert {row["id"] for row in rows(project, "comments.csv")} == {"c00000000000000a1", "c00000000000000a1-2"}
    assert take(project, saved(comment(text="Now it is better.", face="good"))).same == 1


def test_two_children_who_say_the_same_are_two(project):
    take(project, saved(comment(text=""), comment(key="00000000000000b2", text="")))
    assert len(rows(project, "comments.csv")) == 2


def test_one_bad_file_keeps_all_out(project):
    made = take(project, saved(comment()), saved(comment(face="x")), b"PK\x00\x00")
    assert len(made.problems) == 2
    assert not (project / FOLDER).exists()


def test_words_lost_on_this_computer_come_back(project):
    take(project, saved(comment()))
    (project / FOLDER / "words.csv").unlink()
    made = take(project, saved(comment()))
    assert (len(made.new), made.same, len(made.restored)) == (0, 1, 1)
    assert [row["text"] for row in rows(project, "words.csv")] == [WORDS]


def test_what_needs_an_answer_can_be_answered_where_it_is_read(project):
    """A face without words is in the file, too, unless it asks for nothing; an answer typed there stays."""
    faces = ("good", "unsure", "change")
    take(project, saved(*(comment(key=f"{number:016x}", face=face, text="") for number, face in enumerate(faces))))
    assert [row["face"] for row in rows(project, "words.csv")] == ["unsure", "change"]
    path = project / FOLDER / "words.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("unsure,,,", "unsure,,,mine"), encoding="utf-8")
    take(project, saved(comment()))
    assert {row["face"]: row["answer"] for row in rows(project, "words.csv")} == {"unsure": "mine", "change": ""}


def test_answers_already_given_stay(project):
    take(project, saved(comment()))
    path = project / FOLDER / "comments.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",yes,\n", ",yes,mine\n"), encoding="utf-8")
    take(project, saved(comment(key="00000000000000b2")))
    assert [row["answer"] for row in rows(project, "comments.csv")] == ["mine", ""]


def test_a_face_that_asks_for_nothing_is_answered_by_itself(project):
    take(project, saved(comment(face="good", text=""), comment(key="00000000000000b2", face="good")))
    assert [row["answer"] for row in rows(project, "comments.csv")] == ["thanks", ""]
    assert [row["id"] for row in rows(project, "answers.csv")] == ["thanks"]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"page": "young-people/gone"}, "which the draft has no longer"),
        ({"section": "gone"}, "a part of 'young-people/on-time' which the draft has no longer"),
        ({"draft": "00000000"}, "have changed since"),
        (
            {"text": "My name is Zed, ring 07700 900123"},
            "may hold a long number, such as a phone number or a birthday; the",
        ),
    ],
)
def test_what_is_told_and_taken_all_the_same(project, changes, told):
    made = take(project, saved(comment(**changes)))
    assert told in made.remarks[0].text
    assert "Zed" not in made.remarks[0].text
    assert len(rows(project, "comments.csv")) == 1


def test_paper(project):
    made = take(
        project,
        typed({"page": "ON  time", "voice": "young-people"}, {"page": "help", "text": "More."}),
        names=["p.csv"],
    )
    assert not made.problems
    assert [(row["page"], row["voice"]) for row in rows(project, "comments.csv")] == [
        ("young-people/help", "young-people"), ("young-people/on-time", "young-people"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"page": "On time"}, "is the title of several pages"),
        ({"page": "Nothing"}, "is the title of no page"),
        ({"section": "Early"}, "is no part of 'young-people/on-time'. Write one of: Late"),
    ],
)
def test_paper_about_what_is_not_there(project, row, told):
    made = take(project, typed({"section": "", **row}), names=["p.csv"])
    assert told in made.problems[0].text
    assert not (project / FOLDER).exists()


def test_a_part_by_its_heading(project):
    take(project, typed({"section": "late"}), names=["p.csv"])
    assert rows(project, "comments.csv")[0]["section"] == "late"


def test_broken_comments_are_not_written_over(project):
    (project / FOLDER).mkdir()
    (project / FOLDER / "comments.csv").write_text("id\n", encoding="utf-8")
    with pytest.raises(BadRequest, match="Mend it first"):
        take(project, saved(comment()))


def test_somebody_else_wrote_meanwhile(project):
    (project.parent / "a.json").write_bytes(saved(comment()))
    store = open_store(project)
    made = prepare_import(store, store.report(REPORT), [project.parent / "a.json"])
    take(project, saved(comment(key="00000000000000b2")))
    with pytest.raises(BadRequest, match="Somebody else"):
        write_import(made, TODAY)
    assert [row["id"] for row in rows(project, "comments.csv")] == ["c00000000000000b2"]


def test_stopped_between_two_files_the_same_import_ends_well(project, monkeypatch):
    """Words are written first: a kill after them loses nothing."""
    from macros.datasets.whole_file import write_whole as real

    def killed(path, content):
        if path.name == "comments.csv":
            raise KeyboardInterrupt
        real(path, content)

    monkeypatch.setattr("macros.datasets.comments_import.write_whole", killed)
    with pytest.raises(KeyboardInterrupt):
        take(project, saved(comment()))
    monkeypatch.setattr("macros.datasets.comments_import.write_whole", real)
    assert len(take(project, saved(comment())).new) == 1
    assert len(rows(project, "words.csv")) == len(rows(project, "comments.csv")) == 1
