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
