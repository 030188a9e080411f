"""`data/reports/<id>/comments/`: read when it is as it should be, and each defect a finding with its row."""

from __future__ import annotations

from datetime import date

import pytest

from macros.datasets.comments import comments_folder, comments_of, read_comments
from macros.datasets.store import open_store
from macros.model.comment import Face, Outcome, Part
from tests.builders import REPORT, assert_plain, csv_text, write_project

FOLDER = comments_folder(REPORT)


def said(**changes):
    row = {"id": "a1", "received": "2026-11-28", "voice": "young-people", "page": "young-people/on-time"}
    return row | {"section": "late", "face": "change", "draft": "", "words": "yes", "answer": "hard-words"} | changes


def answer(**changes):
    row = {
        "id": "hard-words",
        "you_said": "Some words are hard.",
        "outcome": "changed",
        "because": "They are explained.",
    }
    return row | {"plain_because": "We explain them.", "page": "young-people/on-time", "by_when": ""} | changes


def listening(part="space", **changes):
    return {"part": part, "day": "2026-11-03", "text": "Two evenings.", "plain_text": "We met twice."} | changes


def all_parts():
    return [listening(part) for part in Part]


def files(comments=None, answers=None, parts=None):
    given = {"comments": comments, "answers": answers, "listening": parts}
    default = {"comments": [said()], "answers": [answer()], "listening": all_parts()}
    return {f"{FOLDER}/{name}.csv": csv_text(default[name] if rows is None else rows) for name, rows in given.items()}


def test_all_of_it(tmp_path):
    found = comments_of(open_store(write_project(tmp_path, files())), REPORT)
    assert found.findings == ()
    assert (found.comments[0].face, found.comments[0].received) == (Face.CHANGE, date(2026, 11, 28))
    assert found.answers["hard-words"].outcome is Outcome.CHANGED
    assert found.answered(found.comments[0]) is found.answers["hard-words"]
    assert found.of(found.answers["hard-words"]) == found.comments
    assert {one.part for one in found.listening} == set(Part)


def test_a_day_as_excel_in_britain_writes_it(tmp_path):
    changes = files(comments=[said(received="28/11/2026")], answers=[answer(outcome="thinking", by_when="31/03/2027")])
    found = read_comments(write_project(tmp_path, changes), FOLDER)
    assert found.findings == ()
    assert (found.comments[0].received, found.answers["hard-words"].by_when) == (date(2026, 11, 28), date(2027, 3, 31))


def test_no_folder_holds_nothing(tmp_path):
    assert read_comments(write_project(tmp_path), FOLDER).comments == ()


def test_their_own_words_are_never_read(tmp_path):
    root = write_project(tmp_path, files() | {f"{FOLDER}/words.csv": b"\xff\x00 not even text"})
    assert read_comments(root, FOLDER).findings == ()
    assert open_store(root).findings == ()


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        (files(comments=[said(received="soon")]), "bad-catalogue-value"),
        (files(comments=[said(received="31/02/2026")]), "bad-catalogue-value"),
        (files(comments=[said(received="")]), "empty-cell"),
        (files(comments=[said(face="angry")]), "bad-catalogue-value"),
        (files(comments=[said(words="maybe")]), "bad-catalogue-value"),
        (files(comments=[said(face="", words="no")]), "bad-catalogue-value"),
        (files(comments=[said(voice="loud")]), "bad-catalogue-value"),
        (files(comments=[said(page="")]), "empty-cell"),
        (files(comments=[said(id="")]), "empty-cell"),
        (files(comments=[said(), said()]), "duplicate-id"),
        (files(answers=[answer(outcome="perhaps")]), "bad-catalogue-value"),
        (files(answers=[answer(by_when="spring")]), "bad-catalogue-value"),
        (files(answers=[answer(), answer()]), "duplicate-id"),
        (files(answers=[answer(you_said="<b>x</b>")]), "html-in-text"),
        (files(answers=[answer(you_said="=1+1")]), "formula"),
        (files(parts=[listening("listening")]), "bad-catalogue-value"),
        (files(parts=[listening(day="2026")]), "bad-catalogue-value"),
        (files(parts=[listening(plain_text="")]), "empty-cell"),
        ({f"{FOLDER}/comments.csv": b"\xff\xfe\x00"}, "not-utf8"),
        ({f"{FOLDER}/comments.csv": ""}, "empty-file"),
        ({f"{FOLDER}/comments.csv": "id,received\n"}, "missing-column"),
        ({f"{FOLDER}/answers.csv": csv_text([answer()]) + "half,a"}, "ragged-row"),
    ],
)
def test_a_defect_is_a_finding(tmp_path, changes, kind):
    findings = read_comments(write_project(tmp_path, changes), FOLDER).findings
    assert kind in [one.kind.id for one in findings]
    for one in findings:
        assert_plain(one.message)
