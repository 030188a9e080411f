"""`words.csv`: what was written comes back as it was, and Excel runs none of it."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.datasets.own_words import read_words, words_text
from macros.errors import BadRequest

HOSTILE = [
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@x",
    "'=1",
    "''=1",
    "'quoted'",
    'a "b", c',
    "two\nlines",
    "",
    "Ünïcode 🙂",
]


def row(text, name="a"):
    return {
        "id": name,
        "page": "p",
        "section": "",
        "face": "good",
        "text": text,
        "voice": "formal",
        "look_at": "",
        "answer": "",
    }


@pytest.mark.parametrize("text", HOSTILE)
def test_words_come_back_as_they_were(tmp_path, text):
    (tmp_path / "words.csv").write_text(words_text([row(text)]), encoding="utf-8", newline="")
    assert read_words(tmp_path / "words.csv")["a"]["text"] == text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00")))
def test_any_words_come_back_and_no_cell_begins_a_formula(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("words") / "words.csv"
    written = words_text([row(text)])
    (cells,) = csv.DictReader(io.StringIO(written, newline=""))
    assert cells["text"][:1] not in tuple("=+-@\t")
    path.write_text(written, encoding="utf-8", newline="")
    assert read_words(path)["a"]["text"] == text


def test_the_order_does_not_tell_who_said_what_together():
    rows = [row("x", "c"), row("y", "a") | {"page": "z"}, row("w", "b")]
    assert words_text(rows) == words_text(reversed(rows))


def test_no_file_holds_no_words(tmp_path):
    assert read_words(tmp_path / "words.csv") == {}


@pytest.mark.parametrize(
    "data", [b"\xff\xfe\x00", b"a,b\n1,2\n", b'id,text\n"x\n', b"id,text\n1\n", b"id,text\n1,2,3\n"]
)
def test_a_file_that_is_none_of_ours(tmp_path, data):
    (tmp_path / "words.csv").write_bytes(data)
    with pytest.raises(BadRequest, match="nothing was written"):
        read_words(tmp_path / "words.csv")
