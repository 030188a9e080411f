"""Where a sentence of a page was written, and where it can be split."""

from __future__ import annotations

from macros.wording.source_line import source_line
from macros.wording.split_here import is_list, split_here

LINES = [
    "# Meetings on time",
    "",
    '{{ figure("x") }} of you had every **meeting** [on time](a.md), and',
    "some had not.",
]


def test_a_sentence_with_a_figure_and_a_link():
    assert source_line(LINES, "67 out of 100 of you had every meeting on time, and some had not.") == 3


def test_a_short_heading():
    assert source_line(LINES, "Meetings on time.") == 1


def test_words_from_elsewhere():
    assert source_line(LINES, "Pick dates early and tell everybody about them.") == 0
    assert source_line([], "One two three.") == 0
    assert source_line(LINES, "") == 0


def test_a_split_in_the_middle():
    sentence = "You can come to your meeting and say what you think, but you can also send a letter or a drawing."
    assert split_here(sentence) == "but you can also"


def test_a_list_in_a_sentence():
    assert is_list("We check three things: your plan, your home, your school and your health.")
    assert not is_list("We check your plan, your home and your health, and one more: your school.")


def test_no_split():
    assert split_here("Oneverylongword " * 3) == ""
