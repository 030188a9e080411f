"""One measure over all councils: which year, who has a number, how the numbers lie."""

from __future__ import annotations

from decimal import Decimal

import pytest

from macros.cli.comparators import comparators
from macros.datasets.nation import FEWEST, national_values
from macros.datasets.store import open_store
from macros.render.all_councils import national_csv
from tests.builders import write_project
from tests.datasets.published import council, england, mapping, region, total, write_published


def values(tmp_path, *rows):
    """The national values of a project that has read these rows and their bases."""
    project = write_project(tmp_path / "project", mapping())
    file = write_published(tmp_path / "a.csv", [*rows, *(total(row) for row in rows)])
    comparators(project, [str(file)], council="", neighbours="", source="made-up", day="2026-11-27")
    store = open_store(project)
    assert store.findings == ()
    return national_values(store, store.catalogue.indicator("on_time_pct"))


def many(count=FEWEST, **changes):
    names = [f"Council {letter}{second}" for letter in "abcdef" for second in "abcdef"][:count]
    return [
        council(name, f"E0699{number:04d}", str(900 + number), children_percent=str(60 + number), **changes)
        for number, name in enumerate(names)
    ]


def test_the_latest_year_with_the_year_before_and_the_spread(tmp_path):
    before = [{**row, "time_period": "2016", "children_percent": "50"} for row in many()]
    (found,) = values(tmp_path, england(), region(), *many(), *before)
    assert found.period.text == "2016-17"
    assert len(found.councils) == FEWEST
    assert found.councils[0].before.value == Decimal(50)
    spread = found.spread
    assert (spread.lowest, spread.middle, spread.highest, spread.count) == (60, 70, 79, 20)
    assert spread.lowest <= spread.lower <= spread.middle <= spread.upper <= spread.highest
    assert found.nation.now.value == Decimal(80)
    assert {one.area.region for one in found.councils} == {"north"}
    assert found.of_region("north") == list(found.councils)


def test_a_council_without_the_latest_year_stands_apart(tmp_path):
    old = council("Old", "E06990099", "999", time_period="2016")
    (found,) = values(tmp_path, england(), region(), *many(), old)
    assert [one.area.id for one in found.others] == ["old"]
    assert "old" not in [one.area.id for one in found.councils]


def test_few_children_are_marked_and_a_hidden_number_is_none(tmp_path):
    rows = many()
    rows[0] |= {"children_percent": "c", "children_count": "c"}
    (found,) = values(tmp_path, england(), region(), *rows)
    assert found.spread is None  # one number fewer than a page compares
    assert found.councils[0].now.value is None
    assert not any(one.is_of_few for one in found.councils)  # each base is 1,000


@pytest.mark.parametrize("count", [0, 1, FEWEST - 2])
def test_a_few_areas_are_no_nation(tmp_path, count):
    assert values(tmp_path, england(), region(), *many(count)) == []


def test_the_download_holds_every_area_and_year_and_starts_no_formula(tmp_path):
    before = [{**row, "time_period": "2016"} for row in many()]
    rows = [england(), region(), *many(), *before]
    project = write_project(tmp_path / "project", mapping())
    file = write_published(tmp_path / "a.csv", [*rows, *(total(row) for row in rows)])
    comparators(project, [str(file)], council="", neighbours="", source="made-up", day="2026-11-27")
    store = open_store(project)
    text = national_csv(store, store.catalogue.indicator("on_time_pct"))
    assert len(text.splitlines()) == 1 + 2 + 2 * FEWEST
    assert 'on_time_pct,england,E92000001,England,nation,,2016-17,,80,800,1000,,"Department for Education' in text
