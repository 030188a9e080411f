"""Choosing figures: what is given without being asked, and the refusals, each naming what there is instead."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as configured
from hypothesis import strategies as st

from macros.datasets.select import Request, agree, figure
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
from tests.datasets.requests_made import request_of


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
    assert "For instance: caseload_avg" in refusal(store, UnknownName, indicator="zzz")


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
    assert "There are figures for: 2016-17 Q1, 2016-17 Q2, 2016-17 Q3, 2016-17 Q4, 2016-17, 2015-16." in sentence


def test_a_period_that_is_not_held_is_told_those_there_are(store):
    sentence = refusal(store, MissingObservation, period="2011-12")
    assert sentence.startswith(
        "There is no figure of 'on_time_pct' for york 2011-12 in the release of york-2016-17. "
        "There are figures for: 2016-17 Q1,"
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
    assert sentence.endswith("There are figures for: 2016-17.")


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


def test_numbers_of_very_many_digits_are_compared(tmp_path):
    long, whole = "123456789012345678901234567890.123456789", "123456789012345678901234567890"
    rows = [observation(source=str(n), value=value) for n, value in enumerate((long, whole))]
    store = open_store(write_project(tmp_path, {FIGURES: observations(*rows)}))
    assert printed(store) == long


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


def test_every_figure_of_the_real_release_is_found_at_its_place(york):
    for row in york.release(REPORT).observations:
        key = row.key
        asked = Request(REPORT, key.indicator, key.area, key.period.text, dict(key.breakdown), row.source)
        assert figure(york, asked).observation == row
