"""`comments import` and `comments summary`, as they are typed."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from macros.cli.comments import comments, refuse_in_git
from macros.cli.main import parser
from macros.errors import ReportsError
from tests.builders import HERE, REPORT, assert_plain, page, write_project
from tests.datasets.given import WORDS, comment, saved, typed
from tests.datasets.test_comments import FOLDER, files, said

PAGE = {f"docs/reports/{REPORT}/young-people/on-time.md": page("# On time\n\n## Late\n", title="On time")}


@pytest.fixture
def project(tmp_path):
    return write_project(tmp_path / "project", PAGE)


def given(project, *contents):
    paths = [project.parent / f"{number}.json" for number, _ in enumerate(contents)]
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content)
    return [str(path) for path in paths]


def test_what_is_typed():
    asked = parser().parse_args(["comments", "import", "x", "a.json", "b.csv"])
    assert (asked.do, asked.report, asked.files) == ("import", "x", ["a.json", "b.csv"])
    assert not parser().parse_args(["comments", "summary", "x"]).files


def test_import_and_summary(project, capsys):
    names = given(
        project,
        saved(comment(text=f"{WORDS}, said Zed"), comment(key="00000000000000b2", text="", face="good")),
        typed({}),
    )
    assert comments(project, "import", REPORT, names) == 0
    said = capsys.readouterr().out
    assert "3 new comments." in said
    assert "may hold the name of a person or a place" in said
    assert WORDS not in said
    assert "Zed" not in said
    assert comments(project, "summary", REPORT, []) == 0
    said = capsys.readouterr().out
    assert "3 comments on 1 page." in said
    assert WORDS not in said
    assert "Zed" not in said


def test_answers_are_carried_over(project, capsys):
    words = {f"{FOLDER}/words.csv": f"id,text,answer\na1,{WORDS},hard-words\n"}
    write_project(project, PAGE | files(comments=[said(answer=""), said(id="a2", answer="")]) | words)
    assert comments(project, "answer", REPORT, []) == 0
    told = capsys.readouterr().out
    assert "1 new answer." in told
    assert "1 comment without an answer." in told
    assert WORDS not in told


def test_a_bad_file_writes_nothing(project, capsys):
    assert comments(project, "import", REPORT, given(project, saved(comment()), b"\x00\x01")) == 1
    assert "Nothing was written, of any file." in capsys.readouterr().out
    assert not (project / FOLDER).exists()


def test_a_full_disk_is_a_sentence_and_the_same_import_ends_well(project, monkeypatch):
    def full(path, content):
        raise OSError(28, "No space left on device")

    names = given(project, saved(comment()))
    monkeypatch.setattr("macros.datasets.comments_import.write_whole", full)
    with pytest.raises(ReportsError, match=r"No space left on device.*run the same again") as told:
        comments(project, "import", REPORT, names)
    assert_plain(str(told.value))
    monkeypatch.undo()
    assert comments(project, "import", REPORT, names) == 0


def test_ten_thousand_bad_comments_are_told_on_one_screen(project, capsys):
    rows = [comment(key=f"{number:016x}", face="x") for number in range(10_000)]
    assert comments(project, "import", REPORT, given(project, saved(*rows))) == 1
    said = capsys.readouterr().out
    assert "… and 9960 more like these." in said
    assert len(said.splitlines()) < 60


def test_a_broken_answer_file_is_no_summary(project, capsys):
    write_project(project, PAGE | files() | {f"{FOLDER}/answers.csv": "id\n"})
    assert comments(project, "summary", REPORT, []) == 1
    assert "answers.csv" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("import", REPORT, []), "No file is named"),
        (("import", "york", ["x"]), "no report called 'york'"),
        (("sumary", REPORT, []), "The nearest are: summary"),
    ],
)
def test_asked_wrongly(project, words, told):
    with pytest.raises(ReportsError, match=told):
        comments(project, *words)


def test_files_inside_the_project_are_refused(project):
    (project / "a.json").write_bytes(saved(comment()))
    with pytest.raises(ReportsError, match="inside the project"):
        comments(project, "import", REPORT, [str(project / "a.json")])


@pytest.mark.skipif(not shutil.which("git"), reason="there is no git here")
def test_words_can_not_get_into_git(project):
    words = f"{FOLDER}/words.csv"

    def git(*told):
        subprocess.run(
            ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *told],
            check=True,
            cwd=project,
            capture_output=True,
        )

    refuse_in_git(project, words)  # no repository: nothing to get into
    git("init", "-q")
    with pytest.raises(ReportsError, match="Add this line to"):
        comments(project, "import", REPORT, given(project, saved(comment())))
    assert not (project / FOLDER).exists()
    shutil.copy(HERE / ".gitignore", project)
    assert comments(project, "import", REPORT, given(project, saved(comment()))) == 0
    git("add", "-A")
    listed = subprocess.run(["git", "ls-files"], check=True, cwd=project, capture_output=True, text=True).stdout
    assert "comments.csv" in listed
    assert "words.csv" not in listed
    git("add", "-f", words)
    with pytest.raises(ReportsError, match="git rm --cached"):
        refuse_in_git(project, words)
