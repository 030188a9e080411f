"""Periods in words."""

from __future__ import annotations

from datetime import date

import pytest

from macros.model.period import Period
from macros.wording import periods


@pytest.mark.parametrize(
    ("text", "short", "full", "column"),
    [
        ("2016-17", "2016/17", "2016/17", "2016/17"),
        ("2016-17 Q1", "Q1", "April to June 2016", "Q1 Apr to Jun 2016"),
        ("2016-17 Q4", "Q4", "January to March 2017", "Q4 Jan to Mar 2017"),
        ("2013", "2013", "2013", "2013"),
        ("2016-11-30", "30 Nov 2016", "30 November 2016", "30 Nov 2016"),
        ("2017-03-01", "1 Mar 2017", "1 March 2017", "1 Mar 2017"),
    ],
)
def test_a_period_in_words(text, short, full, column):
    period = Period.parse(text)
    assert (periods.short(period), periods.full(period), periods.column(period)) == (short, full, column)


def test_a_day_has_no_leading_nought():
    assert periods.day(date(2026, 11, 1)) == "1 November 2026"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2016-17", "this year"),
        ("2015-16", "last year"),
        ("2014-15", "in 2014/15"),
        ("2016-17 Q1", "in April to June 2016"),
        ("2013-03-31", "on 31 March 2013"),
    ],
)
def test_a_period_as_its_reader_says_it(text, words):
    assert periods.relative(Period.parse(text), Period.parse("2016-17")) == words
