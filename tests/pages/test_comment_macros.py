"""`you_said_we_did` on built pages, in both voices, in drafts and in public."""

from __future__ import annotations

import pytest

from macros.pages.draft import DRAFT
from tests.builders import REPORT, build, page, settings, write_site
from tests.datasets.test_comments import FOLDER, files, said

HERE = f"reports/{REPORT}"
BODY = '# What came of it\n\n## Answers\n\n{{ you_said_we_did() }}\n\n## How\n\n{{ you_said_we_did("listening") }}\n'
PAGES = {
    "said.md": page(BODY, other_voice=f"{HERE}/young-people/said.md"),
    "young-people/said.md": page(BODY, other_voice=f"{HERE}/said.md"),
    "young-people/on-time.md": page("# On time\n\nText.\n", title="Meetings on time", other_voice=f"{HERE}/said.md"),
}
WORDS = {f"{FOLDER}/words.csv": "id,text\na1,Planted made-up words of nobody\n"}


def built(root, changes, pages=PAGES):
    made = build(write_site(root, pages, changes))
    return made, {name: made.html(f"{HERE}/{name}/") for name in ("said", "young-people/said")}


def test_both_voices_lead_to_the_page_that_changed(tmp_path):
    made, html = built(tmp_path, files() | WORDS)
    assert made.code == 0, made.warnings
    assert 'href="../../../reports/york-2016-17/young-people/on-time/">Meetings on time</a>' in html["said"]
    assert (
        'href="../../../../reports/york-2016-17/young-people/on-time/">Meetings on time</a>'
        in html["young-people/said"]
    )
    assert "They are explained." in html["said"]
    assert "We explain them." in html["young-people/said"]
    assert "Audience: who listened" in html["said"]
    assert "Who listened" in html["young-people/said"]


def test_a_report_without_comments_says_so_honestly(tmp_path):
    _, html = built(tmp_path / "printed", {})
    assert html["said"].count("before it was printed") == 2
    report = {f"data/reports/{REPORT}/report.yml": settings(printed=None, dates="{published: 2017-07-01}")}
    _, html = built(tmp_path / "here", report)
    assert html["said"].count("No comment of a child or young person is kept") == 2


def test_a_new_answer_and_a_new_title_show_in_the_next_build_of_the_same_project(tmp_path):
    _, html = built(tmp_path, files())
    assert "We explain them." in html["young-people/said"]
    path = tmp_path / FOLDER / "answers.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("We explain them.", "We took them out."), encoding="utf-8")
    html = {"said": build(tmp_path).html(f"{HERE}/young-people/said/")}
    assert "We took them out." in html["said"]
    page_on_time = tmp_path / f"docs/{HERE}/young-people/on-time.md"
    page_on_time.write_text(
        PAGES["young-people/on-time.md"].replace("Meetings on time", "Your meetings"), encoding="utf-8"
    )
    assert '">Your meetings</a>' in build(tmp_path).html(f"{HERE}/young-people/said/")


def test_an_unanswered_comment_stops_the_public_build_and_not_the_draft(tmp_path, monkeypatch):
    made, _ = built(tmp_path, files(comments=[said(answer="")]))
    assert made.code == 1
    assert [one for one in made.warnings if "without an answer: 1" in one]
    monkeypatch.setenv(DRAFT, "1")
    report = {f"data/reports/{REPORT}/report.yml": settings(status="draft")}
    drafted, html = built(tmp_path / "draft", files(comments=[said(answer="")]) | report)
    assert drafted.code == 0, drafted.warnings
    assert "Without an answer yet: 1." in html["said"]


@pytest.mark.parametrize("call", ['you_said_we_did("replies")', 'you_said_we_did(report="nowhere")'])
def test_a_wrong_call_is_a_sentence(tmp_path, call):
    made = build(write_site(tmp_path, {"said.md": page(f"# A\n\n{{{{ {call} }}}}\n")}))
    assert made.code == 1
    assert [one for one in made.warnings if "It cannot show 'replies'" in one or "no report called 'nowhere'" in one]
