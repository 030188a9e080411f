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
