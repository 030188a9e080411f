"""One measure over all councils of a nation: each council's value of the latest year and of the year before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from macros.datasets.store import Store
from macros.model.area import Area
from macros.model.indicator import Indicator
from macros.model.observation import Breakdown, Observation
from macros.model.period import Period

FEWEST = 20  # councils before a page compares them: fewer are somebody's neighbours
FEW_CHILDREN = 50  # behind a share: one family moves it by two points or more


@dataclass(frozen=True)
class CouncilValue:
    """One area's row of a year, which may say why there is no number, and the row of the year before."""

    area: Area
    now: Observation
    before: Observation | None

    @property
    def is_of_few(self) -> bool:
        """Whether the share is of so few children that it jumps from year to year."""
        base = self.now.denominator
        return base is not None and base < FEW_CHILDREN and self.now.value is not None


@dataclass(frozen=True)
class Spread:
    """How values lie: the lowest, the quarter points, the middle and the highest, of `count` councils."""

    count: int
    lowest: Decimal
    lower: Decimal
    middle: Decimal
    upper: Decimal
    highest: Decimal


@dataclass(frozen=True)
class NationalValues:
    """One category of a measure in its latest year. `others`: councils without a row of that year, as last seen."""

    indicator: Indicator
    breakdown: Breakdown
    period: Period
    nation: CouncilValue | None
    regions: Sequence[CouncilValue]
    councils: Sequence[CouncilValue]
    others: Sequence[CouncilValue]

    @property
    def spread(self) -> Spread | None:
        """The spread of the councils' numbers; None for fewer than FEWEST."""
        values = sorted(one.now.value for one in self.councils if one.now.value is not None)
        if len(values) < FEWEST:
            return None
        points = [values[round(place * (len(values) - 1))] for place in (0, 0.25, 0.5, 0.75, 1)]
        return Spread(len(values), *points)

    def of_region(self, region: str) -> list[CouncilValue]:
        """The councils of a region by their name."""
        return [one for one in self.councils if one.area.region == region]


def national_values(store: Store, indicator: Indicator) -> list[NationalValues]:
    """Each category of a measure that open data hold for all councils; empty where they hold a few areas at most."""
    areas = [area for area in store.catalogue.areas.values() if area.kind in ("council", "region", "nation")]
    rows = store.comparators.observations(indicator.id, [area.id for area in areas])
    by_breakdown: dict[Breakdown, list[Observation]] = {}
    for row in rows:
        by_breakdown.setdefault(row.key.breakdown, []).append(row)
    found = (_values(store, indicator, breakdown, held) for breakdown, held in by_breakdown.items())
    return [one for one in found if one is not None]


def _values(
    store: Store, indicator: Indicator, breakdown: Breakdown, rows: Iterable[Observation]
) -> NationalValues | None:
    held: dict[str, dict[Period, Observation]] = {}
    for row in rows:
        held.setdefault(row.key.area, {}).setdefault(row.key.period, row)
    known = store.catalogue.areas
    years = [period for area in held for period, row in held[area].items() if row.value is not None]
    if not years or sum(known[area].kind == "council" for area in held) < FEWEST:
        return None
    last = max(years)
    found: dict[str, list[CouncilValue]] = {"council": [], "region": [], "nation": [], "other": []}
    for area in sorted((known[name] for name in held), key=lambda one: one.name.casefold()):
        of_area = held[area.id]
        period = last if last in of_area else max(of_area)
        one = CouncilValue(area, of_area[period], of_area.get(period.previous))
        found["other" if period != last and area.kind == "council" else area.kind].append(one)
    nation = next(iter(found["nation"]), None)
    return NationalValues(indicator, breakdown, last, nation, found["region"], found["council"], found["other"])
