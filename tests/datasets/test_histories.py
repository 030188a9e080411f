"""One indicator over all reports."""

from __future__ import annotations

from macros.datasets.histories import compared_period, latest_values, printed, years
from tests.checks.printed_reports import INDICATORS, context, release

EARLY = [
    "Table 1 | cla_n | 2012-13 | | 243",
    "Table 1 | cla_n | 2011-12 | | 256",
    "Table 2 | came_n | 2013 | | 40",
    "Table 3 | late_pct | 2013 | | 12",
    "para 9 | late_pct | 2013 | | 12.5",
]
LATE = [
    "Table 1 | cla_n | 2016-17 | | 204",
    "Table 1 | cla_n | 2012-13 | | 240",
    "Table 1 | cla_n | 2016-17 Q1 | | 190",
    "Table 1 | cla_n | 2016-17 @north | | 500",
    "Table 2 | came_n | 2015-16 | | 50",
    "Table 2 | came_n | 2016-17 | | 60",
    "Table 4 | status_pct | 2016-17 | status=total | 100",
]


def store():
    return context(release(EARLY, report="york-2013"), release(LATE)).store


def history(name):
    held = store()
    return printed(held, name, list(held.reports.values()))


def told(points):
    return [(one.observation.key.period.text, str(one.observation.value), one.is_break) for one in points]


def test_years_of_two_reports_stand_end_to_end_and_the_later_report_counts():
    points = years(INDICATORS["cla_n"], history("cla_n"), "york")
    assert told(points) == [("2011-12", "256", False), ("2012-13", "240", False), ("2016-17", "204", False)]


def test_a_year_of_another_kind_is_a_break():
    assert told(years(INDICATORS["came_n"], history("came_n"), "york")) == [
        ("2013", "40", True), ("2015-16", "50", False), ("2016-17", "60", False),
    ]  # fmt: skip


def test_the_most_precise_printing_counts():
    (only,) = years(INDICATORS["late_pct"], history("late_pct"), "york")
    assert str(only.observation.value) == "12.5"


def test_the_whole_of_a_share_is_no_value():
    assert years(INDICATORS["status_pct"], history("status_pct"), "york") == []
    assert latest_values(INDICATORS["status_pct"], history("status_pct")) == {}


def test_a_snapshot_of_a_year_is_its_last_day():
    (latest,) = latest_values(INDICATORS["cla_n"], history("cla_n")).values()
    assert compared_period(INDICATORS["cla_n"], latest).text == "2017-03-31"
