"""Whether two councils may be set side by side."""

from __future__ import annotations

import pytest

from macros.model.period import Period
from macros.wording.fairness import Compared, fairness


def side(period, council="York", *, doubt=False):
    return Compared(council, Period.parse(period), "67%", doubt)


def test_the_same_time_is_fair():
    fair, sentence = fairness(side("2016-17"), side("2016-17", "Leeds"))
    assert fair
    assert sentence.startswith("York (67%, 2016/17) and Leeds (67%, 2016/17): yes.")


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (side("2016-17"), side("2017-18", "Derby"), "They are 1 year apart."),
        (
            side("2013"),
            side("2012-13", "Durham"),
            "One is for a year from January",
        ),
        (side("2013-03-31"), side("2013-12-31", "Durham"), "They are 9 months apart."),
        (side("2015-03-31"), side("2017-09-30", "Durham"), "They are 2 years and 6 months apart."),
        (side("2016-17"), side("2016-17", "Leeds", doubt=True), "Leeds's value is printed, but does not agree"),
    ],
)
def test_what_is_not_fair_says_why(one, other, why):
    for first, second in ((one, other), (other, one)):
        fair, sentence = fairness(first, second)
        assert not fair
        assert why in sentence or "January to December" in sentence
        assert "not side by side" in sentence
