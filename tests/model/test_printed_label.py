"""The times that printed labels name."""

from __future__ import annotations

from datetime import date

import pytest

from macros.model.printed_label import agree, span_of

YEAR = (date(2015, 4, 1), date(2016, 3, 31))


@pytest.mark.parametrize("printed", ["2015/16", "2015-16", "2015/6", "2015/2016", " 2015 / 16 "])
def test_a_financial_year_as_it_is_printed(printed):
    assert span_of(printed) == YEAR


@pytest.mark.parametrize(
    ("printed", "first", "last"),
    [
        ("2013", date(2013, 1, 1), date(2013, 12, 31)),
        ("31/03/2017", date(2017, 3, 31), date(2017, 3, 31)),
        ("18.2.16", date(2016, 2, 18), date(2016, 2, 18)),
        ("31st March 2016", date(2016, 3, 31), date(2016, 3, 31)),
        ("1 Apr 2016", date(2016, 4, 1), date(2016, 4, 1)),
        ("Sept 2017", date(2017, 9, 1), date(2017, 9, 30)),
        ("February 2016", date(2016, 2, 1), date(2016, 2, 29)),
        ("1999/00", date(1999, 4, 1), date(2000, 3, 31)),
        ("1012/13", date(1012, 4, 1), date(1013, 3, 31)),  # a year, though not of any report
    ],
)
def test_other_times(printed, first, last):
    assert span_of(printed) == (first, last)


@pytest.mark.parametrize(
    "printed",
    [
        "", "2015/15", "205/16", "2017/19", "2015/155", "31/02/2017", "0000", "9999/00", "last year", "31 Foo 2016",
        "٢٠١٥", "2015/16/17", "<b>2015</b>", "1" * 500,
    ],
)  # fmt: skip
def test_what_names_no_time(printed):
    assert span_of(printed) is None


@pytest.mark.parametrize(
    ("printed", "other", "is_one"),
    [
        ("2015/16", "2015/16", True),
        ("31 March 2016", "2015/16", True),
        ("Sept 2015", "2015/16", True),
        ("2015", "2015/16", False),
        ("31 March 2016", "31 March 2017", False),
        ("Sept 2017", "Sept 2016", False),
    ],
)
def test_one_time_lies_in_the_other(printed, other, is_one):
    one, two = span_of(printed), span_of(other)
    assert one is not None
    assert two is not None
    assert (agree(one, two), agree(two, one)) == (is_one, is_one)
