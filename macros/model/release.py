"""A release: a dated, frozen set of observations of one report, with an index for look-ups."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from macros.model.observation import Observation, ObservationKey

Row = Mapping[str, str]


@dataclass(frozen=True)
class Release:
    """`observations` in printed order; `tables` the release's other CSVs by name (rows of text)."""

    report: str
    date: date
    why: str
    observations: tuple[Observation, ...]
    tables: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)

    @cached_property
    def by_key(self) -> dict[ObservationKey, tuple[Observation, ...]]:
        """Every printed place of a key, in printed order."""
        found: dict[ObservationKey, list[Observation]] = {}
        for observation in self.observations:
            found.setdefault(observation.key, []).append(observation)
        return {key: tuple(places) for key, places in found.items()}

    @cached_property
    def by_indicator(self) -> dict[str, tuple[Observation, ...]]:
        """The observations of an indicator, in printed order."""
        found: dict[str, list[Observation]] = {}
        for observation in self.observations:
            found.setdefault(observation.key.indicator, []).append(observation)
        return {indicator: tuple(rows) for indicator, rows in found.items()}

    @cached_property
    def by_source(self) -> dict[str, tuple[Observation, ...]]:
        """The observations printed in one place, in printed order."""
        found: dict[str, list[Observation]] = {}
        for observation in self.observations:
            found.setdefault(observation.source, []).append(observation)
        return {source: tuple(rows) for source, rows in found.items()}
