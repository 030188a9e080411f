"""What a later report of the same council says otherwise, and what it only repeats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from macros.datasets.select import agree
from macros.datasets.store import Store
from macros.model.indicator import PeriodType
from macros.model.observation import Observation, ObservationKey
from macros.model.period import Period, PeriodKind
from macros.model.report import Report

FEWEST = 3  # values that must be the same before a block is taken for another year's
Rows = tuple[Observation, ...]


@dataclass(frozen=True)
class Restatement:
    """One key with its value in an earlier report and its other value in a later one."""

    first_report: str
    first: Observation
    later_report: str
    later: Observation


@dataclass(frozen=True)
class StaleBlock:
    """Comparators of `rows` that are those of an earlier `report` for another `period`."""

    report: str
    period: Period
    rows: tuple[Observation, ...]


@lru_cache(maxsize=4)  # the page of each indicator asks
def restatements(store: Store) -> tuple[Restatement, ...]:
    """Each key that two reports print with values that do not agree, in the later report's printed order."""
    return tuple(_restatements(store))


def _restatements(store: Store) -> Iterator[Restatement]:
    reports = _in_order(store)
    for number, later in enumerate(reports):
        for first in reports[:number]:
            known = store.release(first.id).by_key
            for key, rows in store.release(later.id).by_key.items():
                before = _value(known.get(key, ())) or _at_year_end(store, known, key)
                after = _value(rows)
                if before and after and not agree(before.value, after.value):
                    yield Restatement(first.id, before, later.id, after)


def _at_year_end(store: Store, known: Mapping[ObservationKey, Rows], key: ObservationKey) -> Observation | None:
    """A number at the end of a year is that of its last quarter and of its last day (DESIGN.md section 3)."""
    period = key.period
    is_snapshot = store.catalogue.indicator(key.indicator).period_type is PeriodType.SNAPSHOT
    if not is_snapshot or period.kind is not PeriodKind.FINANCIAL_YEAR:
        return None
    same = (period.quarters[3], Period.parse(period.end.isoformat()))
    return next((one for when in same if (one := _value(known.get(replace(key, period=when), ())))), None)


def repeated_columns(store: Store) -> Iterator[StaleBlock]:
    """Columns of the council's own figures that equal an earlier report's figures of another time.

    The last quarter and the last day of a year are no other time than the year, where they end with it.
    """
    reports = _in_order(store)
    for number, later in enumerate(reports):
        for first in (one for one in reports[:number] if one.council == later.council):
            known = _values(store, first)
            for (_, period), rows in _columns(store, later).items():
                if len({row.value for row in rows if row.value}) < FEWEST or _are_of(known.get(period, {}), rows):
                    continue
                others = (when for when in known if when.end != period.end and _are_of(known[when], rows))
                if other := next(others, None):
                    yield StaleBlock(first.id, other, tuple(rows))


def _columns(store: Store, report: Report) -> dict[tuple[str, Period], list[Observation]]:
    """The council's own figures, by the place and the period they are printed under."""
    found: dict[tuple[str, Period], list[Observation]] = {}
    for row in store.release(report.id).observations:
        if row.key.area == report.council and row.value is not None:
            found.setdefault((row.source, row.key.period), []).append(row)
    return found


def _values(store: Store, report: Report) -> dict[Period, dict[object, set[Decimal]]]:
    """The values a report prints of its council, by period and figure."""
    found: dict[Period, dict[object, set[Decimal]]] = {}
    for row in store.release(report.id).observations:
        if row.key.area == report.council and row.value is not None:
            figure = row.key.indicator, row.key.breakdown
            found.setdefault(row.key.period, {}).setdefault(figure, set()).add(row.value)
    return found


def _are_of(known: Mapping[object, set[Decimal]], rows: Iterable[Observation]) -> bool:
    """Whether all rows have the values known of some period."""
    return all(row.value in known.get((row.key.indicator, row.key.breakdown), ()) for row in rows)


def stale_comparators(store: Store) -> Iterator[StaleBlock]:
    """Blocks of regional or national values that equal an earlier report's block of another period."""
    reports = _in_order(store)
    for number, later in enumerate(reports):
        for first in reports[:number]:
            yield from _stale(store, first, later)


def _stale(store: Store, first: Report, later: Report) -> Iterator[StaleBlock]:
    earlier = _blocks(store, first)
    for (indicator, area, period), rows in _blocks(store, later).items():
        for (other, other_area, other_period), known in earlier.items():
            if (other, other_area) != (indicator, area) or other_period == period:
                continue
            same = [row for code, row in rows.items() if code in known and known[code].value == row.value]
            if len(same) >= FEWEST and len(same) == len(rows):
                yield StaleBlock(first.id, other_period, tuple(same))


def _blocks(store: Store, report: Report) -> dict[tuple[str, str, Period], dict[object, Observation]]:
    """Other areas' values, by indicator, area and period."""
    found: dict[tuple[str, str, Period], dict[object, Observation]] = {}
    for row in store.release(report.id).observations:
        if row.key.area in (report.region, report.nation) and row.value is not None:
            found.setdefault((row.key.indicator, row.key.area, row.key.period), {})[row.key.breakdown] = row
    return found


def _in_order(store: Store) -> list[Report]:
    return sorted(
        (report for report in store.reports.values() if report.id in store.releases), key=lambda one: one.period
    )


def _value(rows: tuple[Observation, ...]) -> Observation | None:
    """The first printed value of a key."""
    return next((row for row in rows if row.value is not None), None)


def restated_keys(store: Store) -> set[ObservationKey]:
    """The keys that some later report changed."""
    return {one.later.key for one in restatements(store)}
