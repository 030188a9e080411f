"""Series: the figures along one line, and the refusals, each naming what there is instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.datasets.select import Request, series
from macros.datasets.store import open_store
from macros.errors import BadRequest, MissingObservation, ReportsError, UnknownName
from tests.builders import assert_plain
from tests.datasets.requests_made import request_of


def shown(store, by: str, **asked: str) -> list[str]:
    found = series(store, request_of(**asked), by)
    return [f"{one.key.area} {one.key.period} {one.key.breakdown_text} {one.observation.value}" for one in found]


def test_a_series_by_quarter(store):
    assert shown(store, "quarter") == [
        "york 2016-17 Q1  75", "york 2016-17 Q2  81", "york 2016-17 Q3  75", "york 2016-17 Q4  67",
    ]  # fmt: skip


def test_a_calendar_year_has_quarters_of_two_financial_years():
    asked = Request("york-2013", "review_on_time_pct", "york", "2013", {})
    found = series(open_store(Path(__file__).resolve().parents[2]), asked, "quarter")
    assert [one.key.period.text for one in found] == ["2012-13 Q4", "2013-14 Q1", "2013-14 Q2", "2013-14 Q3"]


def test_a_series_by_year_ends_with_the_period_asked_for(store):
    assert shown(store, "year") == ["york 2015-16  85", "york 2016-17  67.4"]
    assert shown(store, "year", period="2015-16") == ["york 2015-16  85"]


def test_a_series_by_area(store):
    assert shown(store, "area", indicator="cla_by_sex") == [
        "york 2016-17 sex=total 204", "leeds 2016-17 sex=total 1202", "north 2016-17 sex=total 1250",
    ]  # fmt: skip


def test_a_series_by_category_is_in_the_code_lists_order_without_the_total(store):
    assert shown(store, "sex", indicator="cla_by_sex") == ["york 2016-17 sex=male 108", "york 2016-17 sex=female 96"]


@pytest.mark.parametrize("by", ["month", "", "seen"])
def test_a_line_there_is_not_is_told_those_there_are(store, by):
    with pytest.raises(BadRequest, match="Use one of: quarter, year, area, sex") as refused:
        series(store, request_of("cla_by_sex"), by)
    assert_plain(str(refused.value))


def test_a_series_with_nothing_in_it_is_refused(store):
    with pytest.raises(MissingObservation, match="There are figures for: 2016-17, 2015-16") as refused:
        series(store, request_of("cla_by_sex"), "quarter")
    assert_plain(str(refused.value))


@pytest.mark.parametrize("by", ["quarter", "year", "area"])
def test_a_series_of_a_period_that_is_none_is_refused(store, by):
    with pytest.raises(ReportsError):
        series(store, request_of(period="soon"), by)


def test_a_series_for_an_area_that_is_none_names_the_areas(store):
    with pytest.raises(UnknownName, match="no area called 'yrok'"):
        series(store, request_of(area="yrok"), "year")


def test_a_series_holds_to_the_category_asked_for(store):
    assert shown(store, "year", indicator="seen_pct", seen="seen") == [
        "york 2015-16 seen=seen 35.0", "york 2016-17 seen=seen 34.5",
    ]  # fmt: skip


def test_series_of_the_real_release():
    york = open_store(Path(__file__).resolve().parents[2])
    quarters = series(york, request_of("child_all_reviews_on_time_pct"), "quarter")
    assert [str(one.value) for one in quarters] == ["75", "81", "75", "67"]
    years = series(york, request_of("child_all_reviews_on_time_pct"), "year")
    assert [str(one.value) for one in years] == ["75", "86", "90", "85", "67"]
    caseloads = series(york, request_of("iro_caseload_avg", period="2016-11-30"), "area")
    assert [str(one.value) for one in caseloads] == ["73", "59", "65", "97", "70", "62", "80", "99", "76"]
