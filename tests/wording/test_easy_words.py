"""Which words are easy: those of a list and their forms; a longer word that only looks like one is not."""

from __future__ import annotations

import pytest

from macros.wording.easy_words import EasyWords

EASY = EasyWords(["care", "happy", "plan", "color", "center", "tie", "do", "IRO", "children's home", "realize"])


@pytest.mark.parametrize(
    "word",
    ["cares", "cared", "caring", "carer", "carers", "careful", "carefully", "happily", "happier", "unhappy", "planned",
     "planning", "plan's", "colour", "colours", "centre", "tying", "don\u2019t", "IROs", "home", "realised", "42",
     "care-home"],
)  # fmt: skip
def test_a_form_of_an_easy_word(word):
    assert EASY.knows(word)


@pytest.mark.parametrize("word", ["carnage", "permanence", "plant", "doom", "care-pathway", "centrifugal"])
def test_another_word(word):
    assert not EASY.knows(word)
