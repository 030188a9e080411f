"""`cross-table`: one indicator, area and date has one value wherever it is printed."""

from __future__ import annotations

import pytest

from tests.checks.printed_reports import kinds, only

TWICE = "Table 8 | cla_n | 2016-17 | | {}\npara 8.1 | cla_n | 2016-17 | | {}"
EQUAL = "equal: status_pct status=total take=numerator <- cla_n"


@pytest.mark.parametrize(
    ("first", "second"), [("67", "67"), ("67.4", "67"), ("67", "67.4"), ("8.96", "9.0"), ("?", "3"), ("3", "?")]
)
def test_the_same_figure_may_be_printed_more_or_less_precisely(first, second):
    assert kinds(TWICE.format(first, second)) == []


def test_a_figure_printed_twice_with_different_values():
    finding = only(TWICE.format("191", "193"))
    assert (finding.kind.id, finding.check, finding.severity, finding.line) == (
        "printed-twice",
        "cross-table",
        "stops",
        3,
    )
    assert finding.message.startswith(
        "para 8.1: cla_n york 2016-17 is printed as 193, but cla_n york 2016-17 as 191 in Table 8."
    )


@pytest.mark.parametrize(("first", "second"), [("67.4", "68"), ("67.5", "67"), ("45.4", "45.5")])
def test_rounding_does_not_explain_it(first, second):
    assert kinds(TWICE.format(first, second)) == ["printed-twice"]


@pytest.mark.parametrize(
    "other", ["cla_n | 2015-16", "cla_n | 2017-03-31", "cla_n | 2016-17 @north", "came_n | 2016-17"]
)
def test_another_date_area_or_indicator_is_another_figure(other):
    assert kinds(f"Table 8 | cla_n | 2016-17 | | 1\npara 4 | {other} | | 2") == []


def test_declared_equals():
    lines = "Table 8 | cla_n | 2016-17 | | 193\nTable 10 | status_pct | 2016-17 | status=total | 100 {0}/{0}"
    assert kinds(lines.format(193), EQUAL) == []
    finding = only(lines.format(197), EQUAL)
    assert finding.kind.id == "printed-twice"
    assert finding.line == 3
    assert (
        "status_pct status=total york 2016-17 is printed as 197, but cla_n york 2016-17 as 193 in Table 8."
        in finding.message
    )


def test_declared_equals_of_a_fixed_date():
    lines = "para 26 | cla_n | 2011-12 | | {}\nTable 1 | cla_n | 2012-03-31 | | 707"
    rule = "equal: cla_n period=2011-12 <- cla_n period=2012-03-31"
    assert kinds(lines.format(707), rule) == []
    assert kinds(lines.format(725), rule) == ["printed-twice"]


@pytest.mark.parametrize("other", ["2015-16", "2016-17 @north"])
def test_declared_equals_need_the_same_date_and_area(other):
    lines = f"Table 8 | cla_n | {other} | | 193\nTable 10 | status_pct | 2016-17 | status=total | 100 197/197"
    assert kinds(lines, EQUAL) == []


@pytest.mark.parametrize("name", ["cla_n", "dental_pct"])
def test_a_year_end_is_the_fourth_quarter_beside_it(name):
    lines = f"Table 15 | {name} | 2012-13 Q4 | | 1.2\nTable 15 | {name} | 2012-13 | | {{}}"
    assert kinds(lines.format("1.2")) == []
    assert kinds(lines.format("1")) == []
    finding = only(lines.format("1.0"))
    assert (finding.kind.id, finding.line) == ("year-end-differs", 3)
    assert f"{name} york 2012-13 is printed as 1.0, but the fourth quarter beside it as 1.2." in finding.message


def test_a_flow_s_year_is_not_its_fourth_quarter():
    assert kinds("Table 4 | came_n | 2016-17 Q4 | | 11\nTable 4 | came_n | 2016-17 | | 42") == []


def test_the_third_quarter_is_not_the_year_end():
    assert kinds("Table 4 | cla_n | 2016-17 Q3 | | 11\nTable 4 | cla_n | 2016-17 | | 42") == []
