"""What a cell says: numbers as they are shown, reasons, periods; nothing is guessed."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from macros.datasets.catalogue_reader import read_catalogue
from macros.datasets.cell_values import Number, read_number, read_period, read_status
from macros.datasets.spreadsheet import Cell
from macros.errors import BadPeriod, BadRequest
from macros.model.period import Period
from tests.builders import assert_plain, write_project

YEAR = Period.parse("2016-17")


@pytest.fixture(scope="module")
def indicators(tmp_path_factory):
    return read_catalogue(write_project(tmp_path_factory.mktemp("p"))).indicators


def number(indicators, value, indicator="on_time_pct", format_="General", *, is_value=True) -> Number:
    return read_number(Cell("A!B2", value, format_), indicators[indicator], is_value=is_value)


@pytest.mark.parametrize(
    ("value", "format_", "text"),
    [
        (67, "General", "67"), (67.0, "General", "67"), (67.4, "General", "67.4"), (0.67, "0%", "67"),
        (0.674, "0.0%", "67.4"), (0.6745, "0%", "67"), (0.675, "0%", "68"), (12, "0.0", "12.0"), (9.45, "0.0", "9.5"),
        (1202, "#,##0", "1202"), (0, "General", "0"), ("67%", "General", "67"), (" 67\u00a0% ", "@", "67"),
        ("67.0", "@", "67.0"), ("1,202", "@", "1202"), ("1\u00a0202", "@", "1202"), ("\N{MINUS SIGN}3", "@", "-3"),
        (200 / 3, "General", "67"), (66.12345, "General", "66"),
    ],
)  # fmt: skip
def test_numbers_as_they_are_shown(indicators, value, format_, text):
    assert number(indicators, value, format_=format_).text == text


def test_rounding_is_told(indicators):
    assert "read as 67" in number(indicators, 200 / 3).remark
    assert number(indicators, 0.67, format_="0%").remark == ""
    assert number(indicators, 200 / 3, "seen_pct").text == "66.7"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("n/a", "z"), ("NA", "z"), ("-", "z"), ("\N{EN DASH}", "z"), ("..", "x"), ("<5", "c"), ("< 5", "c"),
        ("fewer than 5", "c"), ("c", "c"), ("[c]", "c"), ("*", "c"), ("x", "x"), ("k", "low"), ("low", "low"),
        ("Suppressed", "c"),
    ],
)  # fmt: skip
def test_words_and_signs_for_no_number(indicators, text, status):
    found = number(indicators, text, "cla_by_sex")
    assert (found.text, found.status) == ("", status)


def test_a_number_with_its_mark(indicators):
    found = number(indicators, "67 [p]")
    assert (found.text, found.status) == ("67", "p")


@pytest.mark.parametrize(
    ("value", "indicator", "format_", "said"),
    [
        ("67%", "cla_by_sex", "@", "a percentage is not counted here"),
        (0.67, "cla_by_sex", "0%", "a percentage is not counted here"),
        ("12,5", "on_time_pct", "@", "Write a point, not a comma"),
        ("about 60", "on_time_pct", "@", "which is not a number"),
        ("1e5", "on_time_pct", "@", "which is not a number"),
        ("12 13", "on_time_pct", "@", "which is not a number"),
        ("\u0661\u0662", "on_time_pct", "@", "which is not a number"),
        ("=cmd|'/c calc'!A1", "on_time_pct", "@", "which is not a number"),
        (True, "on_time_pct", "General", "holds TRUE"),
        (datetime(2017, 2, 1), "on_time_pct", "d-mmm", "Excel may have made one"),  # noqa: DTZ001  # as openpyxl gives it
        (time(1, 2), "on_time_pct", "h:mm", "Excel may have made one"),
        (float("inf"), "on_time_pct", "General", "cannot be"),
        (1e300, "on_time_pct", "General", "cannot be"),
    ],
)
def test_what_is_no_number_is_a_sentence(indicators, value, indicator, format_, said):
    with pytest.raises(BadRequest) as refused:
        number(indicators, value, indicator, format_)
    assert said in str(refused.value)
    assert_plain(str(refused.value))


def test_a_formula_and_an_error_are_told(indicators):
    with pytest.raises(BadRequest, match="not been worked out"):
        read_number(Cell("A!B2", None, is_formula=True), indicators["on_time_pct"], is_value=True)
    with pytest.raises(BadRequest, match="#DIV/0!"):
        read_number(Cell("A!B2", "#DIV/0!", is_error=True), indicators["on_time_pct"], is_value=True)


@pytest.mark.parametrize(
    ("text", "status"), [("", ""), ("c", "c"), ("c: too few children", "c"), ("x - not available", "x"), ("n/a", "z")]
)
def test_reasons(text, status):
    assert read_status(text) == status


def test_an_unknown_reason_names_those_there_are():
    with pytest.raises(BadRequest, match=r"none of the reasons.*c .too few"):
        read_status("because")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "2016-17"), ("2016-17", "2016-17"), ("2016/17", "2016-17"), ("2016\N{EN DASH}17", "2016-17"),
        ("2016-2017", "2016-17"), ("2016/17 Q1", "2016-17 Q1"), ("Q1 2016/17", "2016-17 Q1"), ("q3", "2016-17 Q3"),
        ("Quarter 2", "2016-17 Q2"), ("Quarter 4, 2016/17", "2016-17 Q4"), ("2013", "2013"), (2013, "2013"),
        (2013.0, "2013"), ("31/03/2017", "2017-03-31"), ("31 March 2017", "2017-03-31"),
        ("31st Mar 2017", "2017-03-31"),
        (datetime(2017, 3, 31), "2017-03-31"), (date(2017, 3, 31), "2017-03-31"), ("2017-03-31", "2017-03-31"),  # noqa: DTZ001
        (datetime(2011, 12, 1), "2011-12"),  # noqa: DTZ001  # Excel's own doing
    ],
)  # fmt: skip
def test_periods(value, text):
    assert read_period(Cell("A!C2", value), YEAR)[0] == text


@pytest.mark.parametrize(
    "value", ["soon", "2016-18", "31 Febtober 2017", "32/01/2017", "Q5", "2016-17 Q1 and more", True]
)
def test_what_is_no_period(value):
    with pytest.raises(BadPeriod, match=r"Write 2016-17|financial year"):
        read_period(Cell("A!C2", value), YEAR)
