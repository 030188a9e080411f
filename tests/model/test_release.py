"""A release: its indexes keep the printed order and every printed place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from macros.model.observation import Observation, ObservationKey
from macros.model.period import Period
from macros.model.release import Release
from macros.model.status import ObservationStatus


def observation(indicator: str, source: str, period: str = "2016-17", **breakdown: str) -> Observation:
    key = ObservationKey(indicator, "york", Period.parse(period), tuple(breakdown.items()))
    return Observation(key, Decimal(1), None, None, ObservationStatus.NORMAL, source, "", "x.csv", 2)


ROWS = (observation("b", "Table 2"), observation("a", "Table 1"), observation("b", "Table 1"))
RELEASE = Release("york-2016-17", date(2026, 11, 21), "First.", ROWS)


def test_every_printed_place_of_a_key_is_found():
    assert [row.source for row in RELEASE.by_key[ROWS[0].key]] == ["Table 2", "Table 1"]


def test_places_and_indicators_come_in_printed_order():
    assert list(RELEASE.by_indicator) == ["b", "a"]
    assert list(RELEASE.by_source) == ["Table 2", "Table 1"]
    assert [row.key.indicator for row in RELEASE.by_source["Table 1"]] == ["a", "b"]


def test_a_breakdown_is_written_in_column_order():
    assert observation("a", "x", sex="male", seen="yes").key.breakdown_text == "sex=male;seen=yes"
    assert ROWS[0].key.breakdown_text == ""
