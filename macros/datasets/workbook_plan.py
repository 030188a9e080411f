"""Which rows the workbook of a report has: what the council's last report counted, with its values beside.

Where there is no earlier report: what the catalogue knows, without the lists that other councils keep for themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from macros.datasets.catalogue import Catalogue
from macros.datasets.page_source import read_pages
from macros.datasets.store import Store
from macros.model.indicator import Indicator
from macros.model.observation import Breakdown, Observation, ObservationKey
from macros.model.period import Period, PeriodKind
from macros.model.release import Release
from macros.model.report import Report

MOST_CATEGORIES = 60  # rows that the catalogue alone gives an indicator


@dataclass(frozen=True)
class PlannedRow:
    """One row to fill in: what it counts, what stands there already (`held`), what the last report said (`before`)."""

    indicator: Indicator
    key: ObservationKey
    held: Observation | None = None
    before: Observation | None = None


@dataclass(frozen=True)
class WorkbookPlan:
    """The rows by topic. `last` is the earlier report (None: there is none); `duties` by indicator."""

    report: Report
    topics: Mapping[str, tuple[PlannedRow, ...]]
    last: Report | None
    duties: Mapping[str, tuple[str, ...]]


def plan_workbook(store: Store, report: Report) -> WorkbookPlan:
    """The rows for the figures of a report, those it already holds filled in."""
    last = last_report(store, report)
    own = store.releases.get(report.id)
    rows = list(_rows_of_last(store, report, last) if last else ())
    if not rows and (own is None or not own.observations):
        rows = list(_rows_of_catalogue(store, report))
    rows = _with_held(store.catalogue, rows, own)
    topics: dict[str, list[PlannedRow]] = {}
    for row in rows:
        topics.setdefault(row.indicator.topic, []).append(row)
    grouped = {topic: tuple(_together(listed)) for topic, listed in topics.items()}
    return WorkbookPlan(report, grouped, last, _duties(store, last or report))


def last_report(store: Store, report: Report) -> Report | None:
    """The latest earlier report of the same council that has figures."""
    found = [
        one
        for one in store.reports.values()
        if one.council == report.council and one.period.end < report.period.end and one.id in store.releases
    ]
    return max(found, key=lambda one: one.period.end, default=None)


def _rows_of_last(store: Store, report: Report, last: Report) -> Iterable[PlannedRow]:
    seen: set[ObservationKey] = set()
    for one in store.release(last.id).observations:
        period = _moved(one.key.period, last.period, report.period)
        if one.key.area != report.council or period is None:
            continue
        key = ObservationKey(one.key.indicator, one.key.area, period, one.key.breakdown)
        if key not in seen:
            seen.add(key)
            yield PlannedRow(store.catalogue.indicator(key.indicator), key, before=one)


def _moved(period: Period, old: Period, new: Period) -> Period | None:
    """The period of the new report that stands where one of the old report's stood; None for one of other years."""
    if not old.start <= period.end <= old.end:
        return None
    if period.kind is PeriodKind.QUARTER:
        return _quarter(new, period.quarter or 0)
    if period.kind is PeriodKind.SNAPSHOT:
        return Period.parse(new.end.isoformat()) if period.end == old.end else None
    return new if period == old else None


def _quarter(year: Period, number: int) -> Period | None:
    """The quarter of this number within a year; None for a report that is not about a year."""
    if year.quarters:
        return year.quarters[number - 1]
    if year.kind is not PeriodKind.CALENDAR_YEAR:
        return None
    first = year.start.year - 1 if number == 4 else year.start.year
    return Period.parse(f"{first}-{(first + 1) % 100:02d} Q{number}")


def _rows_of_catalogue(store: Store, report: Report) -> Iterable[PlannedRow]:
    catalogue = store.catalogue
    others = _others(catalogue, report)
    for indicator in catalogue.indicators.values():
        if any(others.search(name) for name in (indicator.id, *indicator.dimensions)):
            continue
        lists = [[(name, code.code) for code in catalogue.codelist(name)] for name in indicator.dimensions]
        categories: list[Breakdown] = list(product(*lists))
        if len(categories) <= MOST_CATEGORIES:
            for breakdown in categories:
                yield PlannedRow(indicator, ObservationKey(indicator.id, report.council, report.period, breakdown))


def _others(catalogue: Catalogue, report: Report) -> re.Pattern[str]:
    """What the names of lists end in that another council keeps for itself, such as `_derby`."""
    ends = set()
    for area in catalogue.areas.values():
        if area.kind == "council" and area.id != report.council:
            ends |= {area.id.replace("-", "_"), area.short_name.lower().replace(" ", "_").replace("-", "_")}
    listed = "|".join(sorted(re.escape(end) for end in ends)) or "(?!)"
    return re.compile(f"_(?:{listed})(?:_|$)")


def _with_held(catalogue: Catalogue, rows: list[PlannedRow], own: Release | None) -> list[PlannedRow]:
    """The rows with what the report's own release holds; what it holds besides comes after them."""
    held = own.by_key if own else {}
    made = []
    for row in rows:
        places: tuple[Observation | None, ...] = held.get(row.key, ()) or (None,)
        made += [PlannedRow(row.indicator, row.key, place, row.before) for place in places]
    planned = {row.key for row in rows}
    for one in own.observations if own else ():
        if one.key not in planned:
            made.append(PlannedRow(catalogue.indicator(one.key.indicator), one.key, one))
    return made


def _together(rows: Iterable[PlannedRow]) -> Iterable[PlannedRow]:
    """The rows of each indicator one below the other, in the order in which the indicators come first."""
    groups: dict[str, list[PlannedRow]] = {}
    for row in rows:
        groups.setdefault(row.indicator.id, []).append(row)
    return (row for group in groups.values() for row in group)


def _duties(store: Store, report: Report) -> dict[str, tuple[str, ...]]:
    """The statutory requirements of the pages on which a report shows an indicator."""
    requirements = {row["id"]: row["requirement"] for row in store.catalogue.words.get("duties", ())}
    found: dict[str, list[str]] = {}
    pages, _ = read_pages(store.root)
    for page in pages:
        meets = page.meta.get("meets")
        if page.meta.get("report") != report.id or not isinstance(meets, list):
            continue
        for indicator in set(re.findall(r"[\"']([a-z0-9_]+)[\"']", page.body)) & store.catalogue.indicators.keys():
            listed = found.setdefault(indicator, [])
            listed += [f"{one}: {requirements[one]}" for one in meets if one in requirements]
    return {indicator: tuple(dict.fromkeys(listed)) for indicator, listed in found.items()}
