"""Periods: the four forms, their order, and texts that are none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.errors import BadPeriod
from macros.model.period import FORMS, Period, PeriodKind

YEARS = st.integers(1900, 2199)
FINANCIAL = YEARS.map(lambda year: f"{year}-{(year + 1) % 100:02d}")
QUARTERS = st.tuples(FINANCIAL, st.integers(1, 4)).map(lambda part: f"{part[0]} Q{part[1]}")
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(date.isoformat)
PERIODS = st.one_of(FINANCIAL, QUARTERS, DAYS, YEARS.map(str))


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("2016-17", PeriodKind.FINANCIAL_YEAR, "2016-04-01", "2017-03-31"),
        ("1999-00", PeriodKind.FINANCIAL_YEAR, "1999-04-01", "2000-03-31"),
        ("2016-17 Q1", PeriodKind.QUARTER, "2016-04-01", "2016-06-30"),
        ("2016-17 Q2", PeriodKind.QUARTER, "2016-07-01", "2016-09-30"),
        ("2016-17 Q3", PeriodKind.QUARTER, "2016-10-01", "2016-12-31"),
        ("2012-13 Q4", PeriodKind.QUARTER, "2013-01-01", "2013-03-31"),
        ("2013", PeriodKind.CALENDAR_YEAR, "2013-01-01", "2013-12-31"),
        ("2017-03-31", PeriodKind.SNAPSHOT, "2017-03-31", "2017-03-31"),
    ],
)
def test_each_form_is_read(text, kind, start, end):
    period = Period.parse(text)
    assert (period.kind, period.start.isoformat(), period.end.isoformat()) == (kind, start, end)
    assert str(period) == text


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "2016-17 ", " 2016-17", "2016-17\n", "2016/17", "2016-17 Q5", "2016-17 Q0", "2016-17Q1",
        "2016-17 q1", "2016-18", "2016-16", "2016-2017", "0000", "0000-01", "2017-02-29", "2017-13-01", "2017-00-10",
        "201\uff16-17", "\u0662\u0660\u0661\u0666", "<b>2016</b>", "{0}", "%s", "2016-17 Q1; drop", "x" * 5000, "\x00",
        "9999-00", "9999-00 Q4",
    ],
)  # fmt: skip
def test_any_other_text_is_refused_in_a_sentence(text):
    with pytest.raises(BadPeriod) as refused:
        Period.parse(text)
    assert str(refused.value).endswith(".")
    assert "Traceback" not in str(refused.value)


def test_a_wrong_second_year_is_told_the_right_one():
    with pytest.raises(BadPeriod, match=r"starts in April 2016 is 2016-17\."):
        Period.parse("2016-18")


def test_a_text_that_is_none_is_told_the_forms():
    with pytest.raises(BadPeriod) as refused:
        Period.parse("this year")
    assert refused.value.remedy == FORMS


def test_periods_stand_in_order_of_their_end():
    texts = ["2017-03-31", "2016-17 Q4", "2016-17", "2016", "2016-17 Q1", "2015-16"]
    assert [str(period) for period in sorted(Period.parse(text) for text in texts)] == [
        "2015-16", "2016-17 Q1", "2016", "2016-17", "2016-17 Q4", "2017-03-31",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("2016-17", "2015-16"),
        ("2000-01", "1999-00"),
        ("2016-17 Q4", "2015-16 Q4"),
        ("2013", "2012"),
        ("2017-03-31", "2016-03-31"),
        ("2016-02-29", "2015-02-28"),
    ],
)
def test_the_previous_period_is_a_year_earlier(text, before):
    assert str(Period.parse(text).previous) == before


@pytest.mark.parametrize("text", ["0001", "0001-02", "0001-02 Q4", "0001-12-31"])
def test_before_the_first_year_there_is_none(text):
    with pytest.raises(BadPeriod):
        _ = Period.parse(text).previous


def test_a_financial_year_has_four_quarters_and_they_fill_it():
    year = Period.parse("2016-17")
    assert [quarter.text for quarter in year.quarters] == ["2016-17 Q1", "2016-17 Q2", "2016-17 Q3", "2016-17 Q4"]
    assert (year.quarters[0].start, year.quarters[-1].end) == (year.start, year.end)
    assert {quarter.year for quarter in year.quarters} == {year}
    assert [quarter.quarter for quarter in year.quarters] == [1, 2, 3, 4]


def test_a_calendar_year_has_the_quarters_of_two_financial_years():
    year = Period.parse("2013")
    assert [quarter.text for quarter in year.quarters] == ["2012-13 Q4", "2013-14 Q1", "2013-14 Q2", "2013-14 Q3"]
    assert (year.quarters[0].start, year.quarters[-1].end) == (year.start, year.end)


@pytest.mark.parametrize("text", ["2016-17 Q1", "2017-03-31", "0001", "9999"])
def test_no_other_period_has_quarters(text):
    assert Period.parse(text).quarters == ()


def test_a_year_end_is_not_its_snapshot():
    assert Period.parse("2016-17") != Period.parse("2017-03-31")
    assert Period.parse("2016-17 Q4") != Period.parse("2017-03-31")


@given(PERIODS)
@settings(deadline=None, max_examples=200)
def test_a_period_is_written_as_it_was_read(text):
    period = Period.parse(text)
    assert Period.parse(str(period)) == period
    assert period.start <= period.end


@given(PERIODS)
@settings(deadline=None, max_examples=200)
def test_the_previous_period_is_of_the_same_kind_and_earlier(text):
    period = Period.parse(text)
    assert period.previous.kind is period.kind
    assert period.previous < period
    assert period.previous.quarter == period.quarter


@given(st.text(max_size=30))
@settings(deadline=None, max_examples=300)
def test_no_text_does_anything_but_parse_or_be_refused(text):
    try:
        period = Period.parse(text)
    except BadPeriod as error:
        refused = error
    else:
        assert str(period) == text
        return
    assert refused.message
    assert refused.remedy


@pytest.mark.parametrize(
    ("year", "number", "text"),
    [
        ("2016-17", 4, "2016-17 Q4"),
        ("2013", 4, "2012-13 Q4"),
        ("2013", 1, "2013-14 Q1"),
        ("2013", 3, "2013-14 Q3"),
        ("2000", 4, "1999-00 Q4"),
        ("1999", 1, "1999-00 Q1"),
    ],
)
def test_a_quarter_is_named_by_its_number(year, number, text):
    assert Period.parse(year).quarter_named(number) == text
    assert Period.parse(text).quarter == number
