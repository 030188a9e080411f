"""`series`: breaks, years that are not whole, decimals."""

from __future__ import annotations

import pytest

from tests.checks.printed_reports import context, findings, issue, kinds, only, release, unexplained_kinds

MIXED = ("Table 1 | came_n | 2011-12 | | 30", "Table 1 | came_n | 2013 | | 31")


def test_a_calendar_year_beside_financial_years_is_a_break():
    finding = only(MIXED)
    assert (finding.kind.id, finding.check, finding.severity) == ("break-unmarked", "series", "stops")
    assert "2013 is a calendar year and 2011-12 runs from April to March" in finding.message
    assert unexplained_kinds(MIXED, (), issue("PER", "Table 1", indicator="came_n")) == []


@pytest.mark.parametrize(
    "lines",
    [
        ("Table 1 | came_n | 2011-12 | | 30", "Table 1 | came_n | 2012-13 | | 31"),
        ("Table 1 | came_n | 2011-12 | | 30", "Table 2 | came_n | 2013 | | 31"),
        ("Table 1 | came_n | 2013 | | 30", "Table 1 | left_n | 2013-14 | | 31"),
    ],
)
def test_what_is_no_break(lines):
    assert kinds(lines) == []


def categories(*rows):
    return [f"{place} | by_sex | {year} | sex={sex} | 5" for place, year, sex in rows]


def test_a_category_that_some_years_of_a_table_lack():
    both = [("Table 1", year, sex) for year in ("2015-16", "2016-17") for sex in ("m", "x")]
    lines = categories(*both, ("Table 1", "2015-16", "f"))
    finding = only(lines)
    assert finding.kind.id == "break-unmarked"
    assert "the category f is not there for 2016-17" in finding.message
    assert kinds([line.replace("Table 1", "para 8") for line in lines]) == []  # a sentence names what it likes
    assert kinds([*lines, "Table 1 | by_sex | 2016-17 | sex=f | ?"]) == []  # a blank says so itself


QUARTERS = ("Table 1 | came_n | 2016-17 Q3 | | 104", "Table 1 | came_n | 2016-17 Q4 | | 176")


def test_a_year_that_is_the_sum_of_two_quarters():
    finding = only([*QUARTERS, "Table 1 | came_n | 2016-17 | | 280"])
    assert (finding.kind.id, finding.severity) == ("partial-year", "stops")
    assert "which is the sum of some quarters only; 2016-17 Q1, 2016-17 Q2 is not there" in finding.message


@pytest.mark.parametrize(
    "more",
    [
        ["Table 1 | came_n | 2016-17 | | 300"],  # the two other quarters are somewhere
        [
            "Table 1 | came_n | 2016-17 | | 280",
            "Table 1 | came_n | 2016-17 Q1 | | ?",
            "Table 1 | came_n | 2016-17 Q2 | | ?",
        ],
        ["Table 2 | came_n | 2016-17 | | 280"],
    ],
)
def test_a_year_that_is_whole_or_says_that_it_is_not(more):
    assert kinds([*QUARTERS, *more]) == []


def test_a_calendar_year_is_the_sum_of_its_quarters():
    quarters = [
        f"Table 1 | came_n | {name} | | 10" for name in ("2012-13 Q4", "2013-14 Q1", "2013-14 Q2", "2013-14 Q3")
    ]
    assert kinds([*quarters, "Table 1 | came_n | 2013 | | 40"]) == []
    assert only([*quarters, "Table 1 | came_n | 2013 | | 41"]).kind.id == "sum-of-quarters"


def test_decimals_are_one_number_in_a_table():
    first, other = "Table 1 | late_pct | 2016-17 | | 12.5", "Table 1 | late_pct | 2015-16 | | 13"
    (finding,) = findings(context(release([first, other], report="new-2016-17")))
    assert (finding.kind.id, finding.severity, finding.line) == ("decimals-mixed", "warns", 3)
    for fits in ("Table 1 | late_pct | 2015-16 | | 100", "Table 2 | late_pct | 2015-16 | | 13"):
        assert findings(context(release([first, fits], report="new-2016-17"))) == []
    assert kinds([first, other]) == []  # a printed report nobody can mend


def test_two_places_are_two_series():
    assert findings(context(release([MIXED[0], MIXED[1].replace("Table 1", "Table 2")]))) == []
