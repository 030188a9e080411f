"""`labels`: numbers of tables and periods."""

from __future__ import annotations

import pytest

from tests.checks.printed_reports import context, findings, kinds, only, release


def tables(*names):
    return [f"{name} | cla_n | {2010 + number}-03-31 | | 1" for number, name in enumerate(names)]


@pytest.mark.parametrize(
    "names",
    [
        ("Table 1", "Table 2", "Table 3"),
        ("Table 3", "Table 1", "Table 2"),
        ("Table 1", "Table 3"),  # the second may be a chart
        ("Table (section 5, age)", "Table (section 5, sex)"),
        ("Appendix 2", "para 5", "section 5"),
        (),
    ],
)
def test_numbers_that_hold(names):
    assert kinds(tables(*names)) == []


def test_a_number_that_stands_twice():
    finding = only(tables("Table 1", "Table 2 (health)", "Table 2 (disputes)", "Table 3"))
    assert (finding.kind.id, finding.check, finding.severity, finding.line) == ("number-twice", "labels", "stops", 3)
    assert finding.message.startswith(
        "Two places of the printed report are called Table 2: Table 2 (health), Table 2 (disputes)."
    )


def test_after_a_number_twice_the_next_is_missing():
    found = findings(context(release(tables("Table 1", "Table 1 (b)", "Table 3"))))
    assert [one.kind.id for one in found] == ["number-twice", "number-missing"]
    assert found[1].message.startswith("The printed report has no Table 2, though it has Table 3.")
    assert found[1].line == 0


@pytest.mark.parametrize("name", ["Table 99999999999", "Table 0", "Table 007", "Table ٣", "Table 1.2", "Table"])
def test_what_is_no_table_s_number(name):
    assert kinds(tables("Table 1", name)) == []


@pytest.mark.parametrize("period", ["2016-17", "2016-17 Q1", "2017-03-31", "2006-07", "2018-19", "2007", "2018-11-30"])
def test_periods_in_range(period):
    assert kinds(f"Table 1 | cla_n | {period} | | 1") == []


@pytest.mark.parametrize("period", ["2005-06", "2019-20", "2061-62", "1016-17", "2020-01-01"])
def test_a_period_outside_the_report_s_years(period):
    finding = only(f"Table 1 | cla_n | {period} | | 1")
    assert (finding.kind.id, finding.line) == ("period-out-of-range", 2)
    assert f"Table 1: cla_n york {period} lies outside the report's period and its history." in finding.message
