"""What a figure is held against: last year, another area, a target."""

from __future__ import annotations

import pytest

from macros.datasets import comparators
from macros.datasets.store import open_store
from macros.errors import BadRequest, MissingObservation
from tests.builders import (
    CATALOGUE,
    FIGURES,
    REPORT,
    assert_plain,
    csv_text,
    observation,
    observations,
    target,
    write_project,
)
from tests.builders import settings as report_settings
from tests.datasets.requests_made import request_of


def test_last_year(store):
    assert str(comparators.earlier(store, request_of()).value) == "85"
    assert str(comparators.earlier(store, request_of(period="2016-17 Q4"), "2016-17 Q1").value) == "75"


def test_last_year_that_is_not_held(store):
    with pytest.raises(MissingObservation, match="There are figures for: 2016-17, 2015-16"):
        comparators.earlier(store, request_of("cla_by_sex", period="2015-16"))


def test_another_areas_figure_of_the_same_or_the_latest_year_before(store):
    assert str(comparators.elsewhere(store, request_of(), "england").key.period) == "2015-16"
    assert str(comparators.elsewhere(store, request_of("cla_by_sex"), "leeds").key.period) == "2016-17"


def test_another_areas_figure_is_of_the_category_asked_for(tmp_path):
    """England's figure of this year is of another category: last year's is the one to compare with."""
    rows = [
        observation(indicator="seen_pct", seen="seen", value="30"),
        observation(indicator="seen_pct", seen="seen", area="england", period="2015-16", value="40"),
        observation(indicator="seen_pct", seen="not-seen", area="england", value="50"),
    ]
    store = open_store(write_project(tmp_path, {FIGURES: observations(*rows)}))
    assert str(comparators.elsewhere(store, request_of("seen_pct", seen="seen"), "england").value) == "40"


def test_a_figure_of_a_later_year_is_not_compared_with(store):
    with pytest.raises(MissingObservation, match="There are figures for: 2015-16"):
        comparators.elsewhere(store, request_of(period="2014-15"), "england")


def test_the_latest_target_that_was_set_by_then(tmp_path):
    rows = [target(), target(period_from="2016-17", value="95"), target(period_from="2017-18", value="99")]
    store = open_store(write_project(tmp_path, {f"{CATALOGUE}/targets.csv": csv_text(rows)}))
    assert comparators.target(store, request_of(), "york").value == 95
    assert comparators.target(store, request_of(period="2015-16"), "york").value == 90


def test_no_target_names_those_there_are(store):
    with pytest.raises(MissingObservation, match="There are targets for: on_time_pct") as refused:
        comparators.target(store, request_of("pep_pct"), "york")
    assert_plain(str(refused.value))


def test_no_target_names_those_of_the_area_asked_for(tmp_path):
    rows = [target(), target(indicator="seen_pct", breakdown="seen=seen", area="england")]
    store = open_store(write_project(tmp_path, {f"{CATALOGUE}/targets.csv": csv_text(rows)}))
    said = {area: no_target(store, "pep_pct", area) for area in ("york", "england", "leeds")}
    assert said == {
        "york": "No target of 'pep_pct' is held for york. There are targets for: on_time_pct.",
        "england": "No standard of 'pep_pct' is held for england. There are standards for: seen_pct (seen=seen).",
        "leeds": "No standard of 'pep_pct' is held for leeds. No standard is held for leeds at all.",
    }


def test_a_target_of_a_later_year_is_told(store):
    said = no_target(store, "on_time_pct", "york", period="2012-13")
    assert said.startswith("No target of 'on_time_pct' is held for york before 2014-15.")


def no_target(store, indicator: str, area: str, **asked: str) -> str:
    with pytest.raises(MissingObservation) as refused:
        comparators.target(store, request_of(indicator, **asked), area)
    return str(refused.value)


def test_a_target_of_the_total_holds_for_the_total_asked_for_by_name(tmp_path):
    row = target(indicator="cla_by_sex", value="200")
    store = open_store(write_project(tmp_path, {f"{CATALOGUE}/targets.csv": csv_text([row])}))
    assert comparators.target(store, request_of("cla_by_sex"), "york").value == 200
    assert comparators.target(store, request_of("cla_by_sex", sex="total"), "york").value == 200


def test_a_target_of_one_category_is_found_whichever_way_it_is_asked(tmp_path):
    row = target(indicator="seen_pct", breakdown="seen=seen", value="50")
    store = open_store(write_project(tmp_path, {f"{CATALOGUE}/targets.csv": csv_text([row])}))
    assert comparators.target(store, request_of("seen_pct", seen="seen"), "york").value == 50
    with pytest.raises(MissingObservation):
        comparators.target(store, request_of("seen_pct", seen="not-seen"), "york")


@pytest.mark.parametrize(
    ("word", "area"), [("region", "north"), ("england", "england"), ("nation", "england"), ("leeds", "leeds")]
)
def test_the_area_a_word_stands_for(store, word, area):
    assert comparators.area_against(store, REPORT, word) == area


def test_a_region_the_settings_do_not_name(tmp_path):
    changes = {f"data/reports/{REPORT}/report.yml": report_settings(comparators=None)}
    store = open_store(write_project(tmp_path, changes))
    with pytest.raises(BadRequest, match=r"report\.yml names no region"):
        comparators.area_against(store, REPORT, "region")
