"""Changes: their direction, and whether they are for the better."""

from __future__ import annotations

from decimal import Decimal

import pytest

from macros.model.indicator import Polarity
from macros.wording.change import PREPOSITION, VERB, VERDICT_WORD, Change, Direction, Verdict, arrow


@pytest.mark.parametrize(
    ("before", "after", "polarity", "direction", "verdict"),
    [
        ("85", "67", Polarity.HIGH, "down", "worse"),
        ("67", "85", Polarity.HIGH, "up", "better"),
        ("8.9", "4.9", Polarity.LOW, "down", "better"),
        ("75", "99", Polarity.LOW, "up", "worse"),
        ("191", "204", Polarity.NONE, "up", "neutral"),
        ("67", "67.0", Polarity.HIGH, "same", "same"),
        ("67", "67", Polarity.NONE, "same", "same"),
        ("0", "-1", Polarity.LOW, "down", "better"),
    ],
)
def test_a_change_and_its_verdict(before, after, polarity, direction, verdict):
    change = Change(Decimal(before), Decimal(after), polarity)
    assert (change.direction, change.verdict) == (direction, verdict)


@pytest.mark.parametrize("direction", Direction)
def test_each_direction_has_its_words_and_arrow(direction):
    after = {"up": 2, "down": 0, "same": 1}[direction]
    change = Change(Decimal(1), Decimal(after), Polarity.NONE)
    assert len(arrow(change)) == 1
    assert VERB[direction]
    assert PREPOSITION[direction]


def test_each_verdict_has_a_word():
    assert set(VERDICT_WORD) == set(Verdict)
    assert len(set(VERDICT_WORD.values())) == len(Verdict)
