"""Answers carried over from where somebody reads into the public file: all or none, and no word with them."""

from __future__ import annotations

import pytest

from macros.datasets.comment_answers import carry_answers
from macros.datasets.comments import read_comments
from macros.datasets.store import open_store
from macros.errors import BadRequest
from tests.builders import REPORT, assert_plain, csv_text, write_project
from tests.datasets.given import WORDS
from tests.datasets.test_comments import FOLDER, answer, files, said

COMMENTS = [said(id="a1", answer=""), said(id="a2", answer=""), said(id="a3", answer="other")]
ANSWERS = [answer(), answer(id="other")]


def row(name, own="", text=WORDS):
    return {"id": name, "text": text, "answer": own}


def carried(root, *rows, comments=COMMENTS, encoding="utf-8"):
    changes = files(comments=comments, answers=ANSWERS) | {f"{FOLDER}/words.csv": csv_text(rows).encode(encoding)}
    store = open_store(write_project(root, changes))
    made = carry_answers(store, store.report(REPORT))
    return made, {one.id: one.answer for one in read_comments(root, FOLDER).comments}


def test_answers_are_carried_over_and_words_are_not(tmp_path):
    made, now = carried(tmp_path, row("a1", " hard-words "), row("a2"), row("a3", "hard-words"))
    assert now == {"a1": "hard-words", "a2": "", "a3": "hard-words"}
    assert (made.new, made.changed, made.open) == (1, (("a3", "other", "hard-words"),), 1)
    assert WORDS not in (tmp_path / FOLDER / "comments.csv").read_text(encoding="utf-8")


def test_an_empty_cell_takes_no_answer_away(tmp_path):
    made, now = carried(tmp_path, row("a3"))
    assert (made.new, made.changed, now["a3"]) == (0, (), "other")


def test_what_excel_in_britain_saves(tmp_path):
    _, now = carried(tmp_path, row("a1", "hard-words", "\u201cCaf\xe9\u201d"), encoding="cp1252")
    assert now["a1"] == "hard-words"


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([row("a1", "other"), row("a2", "hard-word")], "'hard-word' \\(1 times\\).*The nearest are: hard-words"),
        ([row("a1", "other"), row("A1", "other")], "the comment 'A1', which comments.csv does not have"),
    ],
)
def test_what_is_not_there_carries_nothing(tmp_path, rows, told):
    with pytest.raises(BadRequest, match=told) as raised:
        carried(tmp_path, *rows)
    assert_plain(str(raised.value))
    assert {one.id: one.answer for one in read_comments(tmp_path, FOLDER).comments}["a1"] == ""


def test_a_broken_file_carries_nothing(tmp_path):
    with pytest.raises(BadRequest, match="Mend it first"):
        carried(tmp_path, row("a1", "other"), comments=[said(), said()])
