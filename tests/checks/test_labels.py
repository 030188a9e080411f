"""`labels`: periods."""

from __future__ import annotations

import pytest

from tests.checks.printed_reports import kinds, only


@pytest.mark.parametrize("period", ["2016-17", "2016-17 Q1", "2017-03-31", "2006-07", "2018-19", "2007", "2018-11-30"])
def test_periods_in_range(period):
    assert kinds(f"Table 1 | cla_n | {period} | | 1") == []


@pytest.mark.parametrize("period", ["2005-06", "2019-20", "2061-62", "1016-17", "2020-01-01"])
def test_a_period_outside_the_report_s_years(period):
    finding = only(f"Table 1 | cla_n | {period} | | 1")
    assert (finding.kind.id, finding.line) == ("period-out-of-range", 2)
    assert f"Table 1: cla_n york {period} lies outside the report's period and its history." in finding.message


@pytest.mark.parametrize("period", ["2017-18", "2018"])
def test_what_is_counted_through_a_year_that_had_not_begun(period):
    assert only(f"para 19 | came_n | {period} | | 3").kind.id == "period-out-of-range"


@pytest.mark.parametrize(
    "line",
    ["came_n | 2017 | | 3", "came_n | 2016-17 | | 3", "came_n | 2017-18 Q1 | | 3", "cla_n | 2017-18 | | 3"],
)
def test_what_a_report_may_say_of_the_time_after_it(line):
    assert kinds(f"para 19 | {line}") == []
