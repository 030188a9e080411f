"""One indicator over all reports: what each report prints of it, and each council's years put end to end."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from macros.datasets.printed import decimals
from macros.datasets.store import Store
from macros.model.codelist import TOTAL
from macros.model.indicator import Indicator, PeriodType, Unit
from macros.model.observation import Observation, ObservationKey
from macros.model.period import Period, PeriodKind
from macros.model.report import Report


@dataclass(frozen=True)
class Printed:
    """What one report's release in force holds of an indicator, one observation a key, in printed order."""

    report: Report
    observations: tuple[Observation, ...]


@dataclass(frozen=True)
class Point:
    """A council's value for one year or day, by the latest report that prints it. `is_break`: the years before it are
    of another kind, or the value is marked [b]."""

    report: Report
    observation: Observation
    is_break: bool


def printed(store: Store, indicator: str, reports: Collection[Report]) -> list[Printed]:
    """The reports that hold an indicator, the earliest first."""
    found = []
    for report in sorted(reports, key=lambda one: (one.period, one.id)):
        if report.id in store.releases:
            rows = store.release(report.id).by_indicator.get(indicator, ())
            if rows:
                found.append(Printed(report, tuple(_one_a_key(rows))))
    return found


def _one_a_key(rows: Collection[Observation]) -> Iterator[Observation]:
    """The most precise printing of each key, in the order in which they are first printed."""
    best: dict[ObservationKey, Observation] = {}
    for row in rows:
        held = best.get(row.key)
        if held is None or _precision(row) > _precision(held):
            best[row.key] = row
    yield from best.values()


def _precision(one: Observation) -> int:
    return -1 if one.value is None else decimals(one.value)


def is_whole(indicator: Indicator, one: Observation) -> bool:
    """Whether a value is of all categories. A share has no such value: its whole is always 100."""
    if indicator.unit is Unit.PERCENT and indicator.dimensions:
        return False
    return all(code == TOTAL for _, code in one.key.breakdown)


def years(indicator: Indicator, held: Collection[Printed], council: str) -> list[Point]:
    """A council's values of all categories together, year by year or day by day, without quarters."""
    latest: dict[Period, tuple[Report, Observation]] = {}
    when = _day_of if indicator.period_type is PeriodType.SNAPSHOT else _itself
    for one in held:
        for row in one.observations:
            wanted = row.key.area == council and row.value is not None and is_whole(indicator, row)
            if wanted and row.key.period.kind is not PeriodKind.QUARTER:
                latest[when(row.key.period)] = one.report, row
    kinds = [period.kind for period in latest]
    usual = max(set(kinds), key=kinds.count) if kinds else None
    points: list[Point] = []
    for period in sorted(latest):
        report, row = latest[period]
        marked = row.status.value == "b" or (period.kind is not usual)
        points.append(Point(report, row, marked))
    return points


def _itself(period: Period) -> Period:
    return period


def _day_of(period: Period) -> Period:
    """The day a snapshot of a year speaks of: its last."""
    return Period.parse(period.end.isoformat())


def compared_period(indicator: Indicator, point: Point) -> Period:
    """What a value is for: of a snapshot the day, also where a report prints the year."""
    period = point.observation.key.period
    return _day_of(period) if indicator.period_type is PeriodType.SNAPSHOT else period


def latest_values(indicator: Indicator, held: Collection[Printed]) -> dict[str, Point]:
    """Each council's value for the period of its latest report, by council; none where it prints no such value."""
    found: dict[str, Point] = {}
    for council in dict.fromkeys(one.report.council for one in held):
        points = years(indicator, held, council)
        if points:
            found[council] = points[-1]
    return found


def value(point: Point) -> Decimal:
    """The value of a point: it always has one."""
    held = point.observation.value
    if held is None:
        raise ValueError("A point has a value.")
    return held
