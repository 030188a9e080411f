"""What a later report of the same council says otherwise, and what it only repeats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
Block = dict[object, Observation]  # rows by their breakdown


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
    rows: Rows


@lru_cache(maxsize=4)  # the page of each indicator asks
def restatements(store: Store) -> tuple[Restatement, ...]:
    """Each key that two reports print with values that do not agree, in the later report's printed order."""
    return tuple(_restatements(store))


def _restatements(store: Store) -> Iterator[Restatement]:
    reports = _in_order(store)
    printed: dict[ObservationKey, list[tuple[int, Observation]]] = {}  # with the number of the report, earliest first
    for number, later in enumerate(reports):
        found: list[tuple[int, Observation, Observation]] = []
        by_key = store.release(later.id).by_key
        for key, rows in by_key.items():
            if after := _value(rows):
                known = _known(printed, (key, *_at_year_end(store, key)))
                found += [(one, before, after) for one, before in known.items() if not agree(before.value, after.value)]
        for one, before, after in sorted(found, key=lambda told: told[0]):
            yield Restatement(reports[one].id, before, later.id, after)
        for key, rows in by_key.items():
            if value := _value(rows):
                printed.setdefault(key, []).append((number, value))


def _known(
    printed: Mapping[ObservationKey, Sequence[tuple[int, Observation]]], keys: Iterable[ObservationKey]
) -> dict[int, Observation]:
    """What each earlier report prints of the first of some keys that it has a value of."""
    known: dict[int, Observation] = {}
    for key in keys:
        for number, one in printed.get(key, ()):
            known.setdefault(number, one)
    return known


def _at_year_end(store: Store, key: ObservationKey) -> tuple[ObservationKey, ...]:
    """A number at the end of a year is that of its last quarter and of its last day (DESIGN.md section 3)."""
    period = key.period
    is_snapshot = store.catalogue.indicator(key.indicator).period_type is PeriodType.SNAPSHOT
    if not is_snapshot or period.kind is not PeriodKind.FINANCIAL_YEAR:
        return ()
    same = (period.quarters[3], Period.parse(period.end.isoformat()))
    return tuple(replace(key, period=when) for when in same)


def repeated_columns(store: Store) -> Iterator[StaleBlock]:
    """Columns of the council's own figures that equal an earlier report's figures of another time.

    The last quarter and the last day of a year are no other time than the year, where they end with it.
    """
    reports = _in_order(store)
    values = {report.id: _values(store, report) for report in reports}
    for number, later in enumerate(reports):
        columns = [(period, rows) for (_, period), rows in _columns(store, later).items() if _tells(rows)]
        for first in (one for one in reports[:number] if one.council == later.council):
            known = values[first.id]
            for period, rows in columns:
                if _are_of(known.get(period, {}), rows):
                    continue
                others = (when for when in known if when.end != period.end and _are_of(known[when], rows))
                if other := next(others, None):
                    yield StaleBlock(first.id, other, tuple(rows))


def _tells(rows: Iterable[Observation]) -> bool:
    """Whether there are enough different values to know a column by."""
    return len({row.value for row in rows if row.value}) >= FEWEST


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
    earlier: list[tuple[Report, dict[tuple[str, str], list[tuple[Period, Block]]]]] = []
    for later in reports:
        blocks = _blocks(store, later)
        enough = [(key, rows) for key, rows in blocks.items() if len(rows) >= FEWEST]
        for first, known in earlier:
            for (indicator, area, period), rows in enough:
                for other, held in known.get((indicator, area), ()):
                    if other != period and all(
                        code in held and held[code].value == row.value for code, row in rows.items()
                    ):
                        yield StaleBlock(first.id, other, tuple(rows.values()))
        known = {}
        for (indicator, area, period), rows in blocks.items():
            known.setdefault((indicator, area), []).append((period, rows))
        earlier.append((later, known))


def _blocks(store: Store, report: Report) -> dict[tuple[str, str, Period], Block]:
    """Other areas' values, by indicator, area and period."""
    found: dict[tuple[str, str, Period], Block] = {}
    for row in store.release(report.id).observations:
        if row.key.area in (report.region, report.nation) and row.value is not None:
            found.setdefault((row.key.indicator, row.key.area, row.key.period), {})[row.key.breakdown] = row
    return found


def _in_order(store: Store) -> list[Report]:
    return sorted(
        (report for report in store.reports.values() if report.id in store.releases), key=lambda one: one.period
    )


def _value(rows: Rows) -> Observation | None:
    """The first printed value of a key."""
    return next((row for row in rows if row.value is not None), None)


def restated_keys(store: Store) -> set[ObservationKey]:
    """The keys that some later report changed."""
    return {one.later.key for one in restatements(store)}
