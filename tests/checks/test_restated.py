"""`restated`: what a later report changed, and a block of comparators that was only carried over."""

from __future__ import annotations

import pytest

from tests.checks.printed_reports import context, findings, release

FIRST, LATER = "york-2015-16", "york-2016-17"


def found(first, later, names=(FIRST, LATER)):
    return findings(context(release(first, report=names[0]), release(later, report=names[1])))


def test_a_value_that_a_later_report_changed():
    (finding,) = found("Table 8 | cla_n | 2015-16 | | 191", "Table 9 | cla_n | 2015-16 | | 193")
    assert (finding.kind.id, finding.check, finding.severity) == ("restated-value", "restated", "warns")
    assert finding.place == "data/reports/york-2016-17/2026-11-21/figures.csv:2"
    assert finding.message == (
        "Table 9: cla_n york 2015-16 is printed as 193; the report york-2015-16 printed 191 in Table 8."
    )


def test_the_order_of_reports_is_that_of_their_years():
    (finding,) = findings(
        context(
            release("Table 9 | cla_n | 2015-16 | | 193", report=LATER),
            release("Table 8 | cla_n | 2015-16 | | 191", report=FIRST),
        )
    )
    assert finding.facts["report"] == FIRST


@pytest.mark.parametrize(
    "later",
    [
        "cla_n | 2015-16 | | 191",
        "cla_n | 2015-16 | | 191.0",
        "cla_n | 2014-15 | | 3",
        "cla_n | 2015-16 | | ?",
        "came_n | 2015-16 | | 3",
    ],
)
def test_what_is_the_same_or_something_else(later):
    assert found("Table 8 | cla_n | 2015-16 | | 191", f"Table 9 | {later}") == []


def test_each_council_has_its_own_figures():
    assert found("T | cla_n | 2015-16 | | 1", "T | cla_n | 2015-16 | | 2", ("leeds-2015-16", LATER)) == []


def block(period, *values, area="@england"):
    return "\n".join(
        f"Table 13 | status_pct | {period} {area} | status=s{number} | {value}" for number, value in enumerate(values)
    )


def test_comparators_carried_over_under_a_new_year():
    (finding,) = found(block("2014-15", 40, 30, 20), block("2015-16", 40, 30, 20))
    assert (finding.kind.id, finding.severity, finding.line) == ("stale-comparator", "stops", 2)
    assert finding.message.startswith(
        "Table 13: the 3 comparators labelled 2015-16 are those that the report york-2015-16 gave for 2014-15."
    )


@pytest.mark.parametrize(
    "later",
    [
        block("2015-16", 40, 30, 21),  # one is new
        block("2014-15", 40, 30, 20),  # the same year, and it says so
        block("2015-16", 40, 30),  # two may be the same by chance
        block("2015-16", 40, 30, 20, area="@leeds"),  # neither region nor nation
        block("2015-16", 40, 30, 20, area="@north"),  # the region's are not the nation's
    ],
)
def test_what_is_not_carried_over(later):
    assert found(block("2014-15", 40, 30, 20), later) == []


@pytest.mark.parametrize("period", ["2015-16 Q4", "2016-03-31", "2015-16"])
def test_a_year_end_is_the_last_quarter_and_the_last_day(period):
    (finding,) = found(f"para 5 | cla_n | {period} | | 82", "Table 1 | cla_n | 2015-16 | | 98")
    assert finding.kind.id == "restated-value"
    assert "Table 1: cla_n york 2015-16 is printed as 98; the report york-2015-16 printed 82" in finding.message


@pytest.mark.parametrize(
    "first",
    [
        "cla_n | 2015-16 Q3 | | 82",  # another quarter
        "cla_n | 2015-12-31 | | 82",  # another day
        "cla_n | 2015 | | 82",  # a calendar year ends elsewhere
        "came_n | 2015-16 Q4 | | 82",  # what is counted through a year is no last quarter
        "cla_n | 2015-16 Q4 | | 98",
    ],
)
def test_what_is_no_other_value_of_the_year_end(first):
    assert found(f"T | {first}", "T | cla_n | 2015-16 | | 98\nT | came_n | 2015-16 | | 98") == []


def test_the_same_period_goes_before_the_last_quarter():
    assert found("T | cla_n | 2015-16 | | 98\nU | cla_n | 2015-16 Q4 | | 98", "T | cla_n | 2015-16 | | 98") == []


def column(period, *values, name="status_pct"):
    return "\n".join(f"Table 4 | {name} | {period} | status=s{n} | {value}" for n, value in enumerate(values))


def test_a_column_that_is_another_year_s():
    (finding,) = found(column("2013-14", 15, 40, 2, 0), column("2014-15", 15, 40, 2, 0))
    assert (finding.kind.id, finding.check, finding.severity) == ("column-of-another-year", "restated", "stops")
    assert finding.message.startswith(
        "Table 4: the 4 figures labelled 2014-15 are those that the report york-2015-16 gave for 2013-14."
    )


@pytest.mark.parametrize(
    ("first", "later"),
    [
        (column("2014-15", 15, 40, 2), column("2014-15", 15, 40, 2)),  # the same year
        (column("2013-14", 15, 40, 2), column("2014-15", 15, 40, 3)),  # one differs
        (column("2013-14", 15, 40), column("2014-15", 15, 40)),  # two may be the same by chance
        (column("2013-14", 0, 0, 0, 100), column("2014-15", 0, 0, 0, 100)),  # and so may noughts
        (column("2013-14", 2, 2, 2), column("2014-15", 2, 2, 2)),
        (column("2014-15 Q4", 15, 40, 2), column("2014-15", 15, 40, 2)),  # the year's own last quarter
        (column("2013-14", 15, 40, 2), column("2014-15", 15, 40, 2, 43)),  # a row is new
        ("\n".join((column("2013-14", 15, 40, 2), column("2014-15", 15, 40, 2))), column("2014-15", 15, 40, 2)),
    ],
)
def test_a_column_of_its_own(first, later):
    assert "column-of-another-year" not in [one.kind.id for one in found(first, later)]


def test_another_council_s_column_is_chance():
    lines = column("2013-14", 15, 40, 2), column("2014-15", 15, 40, 2)
    assert found(*lines, ("leeds-2015-16", LATER)) == []
