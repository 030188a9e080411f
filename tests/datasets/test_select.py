"""Choosing figures: what is given without being asked, and the refusals, each naming what there is instead."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as configured
from hypothesis import strategies as st

from macros.datasets.select import Request, agree, figure, series
from macros.datasets.store import open_store
from macros.errors import AmbiguousRequest, BadPeriod, BadRequest, MissingObservation, ReportsError, UnknownName
from macros.model.indicator import Polarity
from tests.builders import (
    FIGURES,
    REPORT,
    assert_plain,
    observation,
    observations,
    write_project,
)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return open_store(write_project(tmp_path_factory.mktemp("project")))


def request_of(
    indicator: str = "on_time_pct", period: str = "2016-17", area: str = "york", **breakdown: str
) -> Request:
    return Request(REPORT, indicator, area, period, breakdown)


def printed(store, indicator="on_time_pct", source="", **asked: str) -> str:
    request = request_of(indicator, **asked)
    return str(figure(store, Request(REPORT, indicator, request.area, request.period, request.breakdown, source)).value)


def refusal(store, kind, **asked: str) -> str:
    with pytest.raises(kind) as refused:
        figure(store, request_of(**asked))
    assert_plain(str(refused.value))
    return str(refused.value)


# ---------------------------------------------------------------- what is given


def test_values_that_agree_are_one_figure_the_more_precise(store):
    found = figure(store, request_of())
    assert str(found.value) == "67.4"
    assert found.sources == ("Table 5", "para 7.2")


def test_one_printed_place_can_be_asked_for(store):
    assert printed(store, source="Table 5") == "67"
    assert printed(store, indicator="caseload_avg", source="para 7.1") == "100"


def test_a_category_left_out_is_the_total(store):
    assert printed(store, indicator="cla_by_sex") == "204"
    assert printed(store, indicator="cla_by_sex", sex="male") == "108"


def test_a_category_says_itself_whether_many_are_good(store):
    assert figure(store, request_of("seen_pct", seen="not-seen")).polarity is Polarity.LOW
    assert figure(store, request_of("seen_pct", seen="seen")).polarity is Polarity.HIGH
    assert figure(store, request_of("cla_by_sex")).polarity is Polarity.NONE


def test_a_blank_is_a_figure_without_a_value(store):
    found = figure(store, request_of("pep_pct"))
    with pytest.raises(MissingObservation, match="printed as NA; Table 18") as refused:
        _ = found.value
    assert_plain(str(refused.value))


# ---------------------------------------------------------------- the ladder of refusals


def test_an_unknown_indicator_is_told_the_nearest(store):
    assert "The nearest are: on_time_pct" in refusal(store, UnknownName, indicator="on_tme_pct")


def test_an_indicator_like_no_other_is_told_some_there_are(store):
    assert "The nearest are: caseload_avg" in refusal(store, UnknownName, indicator="zzz")


def test_an_unknown_area_is_told_the_nearest(store):
    assert "The nearest are: york" in refusal(store, UnknownName, area="yrok")


def test_an_unknown_dimension_is_told_the_indicators_own(store):
    sentence = refusal(store, BadRequest, indicator="cla_by_sex", sexes="male")
    assert sentence == "'cla_by_sex' is not broken down by 'sexes'. It is broken down by: sex."


def test_a_dimension_of_an_indicator_without_any(store):
    assert refusal(store, BadRequest, sex="male").endswith("It has no breakdown.")


def test_an_unknown_code_is_told_the_nearest(store):
    assert "The nearest are: male" in refusal(store, UnknownName, indicator="cla_by_sex", sex="mal")


def test_a_text_that_is_no_period_is_told_the_periods_there_are(store):
    sentence = refusal(store, BadPeriod, period="2016-17 Q5")
    assert "There is: 2016-17 Q1, 2016-17 Q2, 2016-17 Q3, 2016-17 Q4, 2016-17, 2015-16." in sentence


def test_a_period_that_is_not_held_is_told_those_there_are(store):
    sentence = refusal(store, MissingObservation, period="2011-12")
    assert sentence.startswith(
        "There is no figure of 'on_time_pct' for york 2011-12 in the release of york-2016-17. There is: 2016-17 Q1,"
    )


def test_an_area_without_the_figure_is_told_those_with_it(store):
    sentence = refusal(store, MissingObservation, area="leeds")
    assert sentence.endswith("There are figures for: york, england.")


def test_an_indicator_the_release_has_none_of(tmp_path):
    store = open_store(write_project(tmp_path, {FIGURES: observations(observation())}))
    assert refusal(store, MissingObservation, indicator="pep_pct").endswith("The release has none of it.")


def test_a_total_that_is_not_printed_is_told_the_categories(store):
    sentence = refusal(store, MissingObservation, indicator="seen_pct")
    assert sentence.endswith('Say which: seen="seen"; seen="not-seen".')


def test_a_category_that_is_not_held(store):
    sentence = refusal(store, MissingObservation, indicator="cla_by_sex", sex="male", period="2015-16")
    assert sentence.endswith("There is: 2016-17.")


def test_different_printed_values_are_refused_naming_both_places(store):
    sentence = refusal(store, AmbiguousRequest, indicator="caseload_avg")
    assert sentence == (
        "'caseload_avg' for 2016-17 is printed with different values: 99 in Table 1; 100 in para 7.1. "
        'Say which one you mean, for instance source="Table 1".'
    )


def test_a_value_and_a_blank_are_not_one_figure(tmp_path):
    rows = observations(observation(), observation(source="para 1", value="", status="x"))
    store = open_store(write_project(tmp_path, {FIGURES: rows}))
    assert "67 in Table 5; no number in para 1" in refusal(store, AmbiguousRequest)


def test_a_place_that_does_not_print_it_is_told_those_that_do(store):
    with pytest.raises(MissingObservation, match=r"It is printed in: Table 5, para 7\.2") as refused:
        printed(store, source="Table 6")
    assert_plain(str(refused.value))


def test_an_unknown_report_is_told_the_nearest(store):
    with pytest.raises(UnknownName, match="The nearest are: york-2016-17"):
        figure(store, Request("york-2017", "on_time_pct", "york", "2016-17", {}))


@given(st.text(max_size=20), st.text(max_size=20), st.text(max_size=20), st.text(max_size=20))
@configured(deadline=None, max_examples=200)
def test_whatever_is_asked_is_answered_or_refused_in_words(store, indicator, area, period, source):
    for asked in (
        Request(REPORT, indicator, area, period, {}),
        Request(REPORT, "on_time_pct", area, period, {}),
        Request(REPORT, "on_time_pct", "york", period, {"sex": source}),
        Request(REPORT, "cla_by_sex", "york", "2016-17", {"sex": source}),
        Request(REPORT, "on_time_pct", "york", "2016-17", {}, source or "x"),
    ):
        with pytest.raises(ReportsError) as refused:
            figure(store, asked)
        assert refused.value.message.endswith(".")


# ---------------------------------------------------------------- agreement


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("97", "97.4", True),
        ("97.4", "97", True),
        ("97", "97.5", False),
        ("98", "97.5", True),
        ("97", "97", True),
        ("97.0", "97", True),
        ("1.04", "1.0", True),
        ("-0.5", "-1", True),
        ("97", "96.4", False),
        (None, None, True),
        ("97", None, False),
        ("0", None, False),
    ],
)
def test_values_agree_when_one_is_the_other_rounded(first, second, same):
    decimals = [None if value is None else Decimal(value) for value in (first, second)]
    assert agree(*decimals) is same


@given(st.decimals(-1000, 1000, places=3, allow_nan=False), st.integers(0, 3))
@configured(deadline=None)
def test_a_value_agrees_with_itself_rounded(value, places):
    from macros.wording.numbers import round_half_up

    rounded = round_half_up(value, places)
    assert agree(value, rounded)
    assert agree(rounded, value)


def test_three_places_that_agree_two_by_two_with_the_best_are_one_figure(tmp_path):
    rows = [observation(source=str(n), value=value) for n, value in enumerate(("97", "97.4", "97.40"))]
    store = open_store(write_project(tmp_path, {FIGURES: observations(*rows)}))
    assert printed(store) == "97.40"


# ---------------------------------------------------------------- series


def shown(store, by: str, **asked: str) -> list[str]:
    found = series(store, request_of(**asked), by)
    return [f"{one.key.area} {one.key.period} {one.key.breakdown_text} {one.observation.value}" for one in found]


def test_a_series_by_quarter(store):
    assert shown(store, "quarter") == [
        "york 2016-17 Q1  75", "york 2016-17 Q2  81", "york 2016-17 Q3  75", "york 2016-17 Q4  67",
    ]  # fmt: skip


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
    with pytest.raises(MissingObservation, match="There is: 2016-17, 2015-16") as refused:
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
        "york 2015-16 seen=seen 35", "york 2016-17 seen=seen 34.5",
    ]  # fmt: skip


# ---------------------------------------------------------------- the real release


@pytest.fixture(scope="module")
def york():
    return open_store(Path(__file__).resolve().parents[2])


@pytest.mark.parametrize(
    ("indicator", "asked", "value"),
    [
        ("child_all_reviews_on_time_pct", {}, "67"),
        ("child_all_reviews_on_time_pct", {"period": "2016-17 Q2"}, "81"),
        ("cla_n", {}, "204"),
        ("cla_by_sex", {"sex": "female"}, "96"),
        ("cla_rate", {"area": "england"}, "60"),
        ("iro_caseload_avg", {}, "99"),
        ("cl_suitable_accom_pct", {}, "97.4"),  # printed as 97.4% and as 97%
    ],
)
def test_a_figure_of_the_real_release(york, indicator, asked, value):
    assert str(figure(york, request_of(indicator, **asked)).value) == value


def test_series_of_the_real_release(york):
    quarters = series(york, request_of("child_all_reviews_on_time_pct"), "quarter")
    assert [str(one.value) for one in quarters] == ["75", "81", "75", "67"]
    years = series(york, request_of("child_all_reviews_on_time_pct"), "year")
    assert [str(one.value) for one in years] == ["75", "86", "90", "85", "67"]
    caseloads = series(york, request_of("iro_caseload_avg", period="2016-11-30"), "area")
    assert [str(one.value) for one in caseloads] == ["73", "59", "65", "97", "70", "62", "80", "99", "76"]


def test_every_figure_of_the_real_release_is_found_at_its_place(york):
    for row in york.release(REPORT).observations:
        key = row.key
        asked = Request(REPORT, key.indicator, key.area, key.period.text, dict(key.breakdown), row.source)
        assert figure(york, asked).observation == row
