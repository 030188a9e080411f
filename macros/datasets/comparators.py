"""What a figure can be held against: its target, the region, the nation, another year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from macros.datasets.select import Figure, Request, complete, figure
from macros.datasets.store import Store
from macros.errors import BadRequest, MissingObservation, nearest
from macros.model.codelist import TOTAL
from macros.model.period import Period, PeriodKind
from macros.model.target import Target

WORDS = ("target", "standard", "region", "england", "last year")  # what a figure may be held against


def earlier(store: Store, request: Request, since: str = "") -> Figure:
    """The same figure in `since`, or one year before. Raises ReportsError when it is not held."""
    period = since or Period.parse(request.period).previous.text
    return figure(store, replace(request, period=period, source=""))


def elsewhere(store: Store, request: Request, area: str) -> Figure:
    """The figure of another area, of the same category, for the period asked for or for its latest one before.

    What the report prints goes before open data of the same period.
    """
    breakdown = complete(store, store.catalogue.indicator(request.indicator), request.breakdown)
    printed = store.release(request.report).by_indicator.get(request.indicator, ())
    council = store.report(request.report).council
    rows = (*printed, *(store.comparators.observations(request.indicator, (area,)) if area != council else ()))
    asked = Period.parse(request.period)
    held = {
        row.key.period
        for row in rows
        if (row.key.area, row.key.breakdown) == (area, breakdown)
        and row.value is not None
        and row.key.period.end <= asked.end
        and _alike(row.key.period, asked)
    }
    period = max(held).text if held else request.period
    return figure(store, replace(request, area=area, period=period, source=""))


def beside(store: Store, request: Request, areas: Iterable[str]) -> list[Figure]:
    """The figures of some areas over the years up to the one asked for, oldest first, in the order of the areas.

    For a year of which the report prints no number, open data stands, of its own council as well. Each year is of the
    kind the report is about.
    """
    indicator = store.catalogue.indicator(request.indicator)
    breakdown = complete(store, indicator, request.breakdown)
    asked, listed = Period.parse(request.period), list(areas)
    found: dict[tuple[Period, str], Figure] = {}
    printed = store.release(request.report).by_indicator.get(indicator.id, ())
    for one in (*printed, *store.comparators.observations(indicator.id, listed)):
        key = one.key
        fits = key.period.kind is asked.kind and key.period <= asked and dict(key.breakdown) == dict(breakdown)
        known = found.get((key.period, key.area))
        if fits and key.area in listed and (known is None or known.observation.value is None):
            found[key.period, key.area] = Figure(request.report, indicator, one, (one.source,), indicator.polarity)
    ordered = sorted(found, key=lambda place: (place[0], listed.index(place[1])))
    return [found[place] for place in ordered]


def _alike(period: Period, asked: Period) -> bool:
    """A snapshot may stand for the year it lies in; a quarter only for a quarter."""
    return period.kind is asked.kind or PeriodKind.SNAPSHOT in (period.kind, asked.kind)


def target(store: Store, request: Request, area: str) -> Target:
    """The latest target an area set for an indicator, at or before the period asked for.

    Raises MissingObservation with the targets the area has. One of another area than the figure's is a
    standard: what the law or the nation expects.
    """
    asked = Period.parse(request.period)
    indicator = store.catalogue.indicator(request.indicator)
    breakdown = dict(complete(store, indicator, request.breakdown))
    held = [
        one
        for one in store.catalogue.targets
        if (one.indicator, one.area) == (request.indicator, area)
        and dict.fromkeys(indicator.dimensions, TOTAL) | one.categories == breakdown
    ]
    current = [one for one in held if one.since.start <= asked.end]
    if not current:
        first = min((one.since.text for one in held), default="")
        raise _no_target(store.catalogue.targets, request, area, first)
    return max(current, key=lambda one: one.since)


def _no_target(targets: Iterable[Target], request: Request, area: str, first: str) -> MissingObservation:
    """The error for a target that is not held, or not before the period `first`: name those of the area asked for."""
    what = "target" if area == request.area else "standard"
    category = ", ".join(f"{dimension}={code}" for dimension, code in request.breakdown.items())
    asked = f"'{request.indicator}' ({category})" if category else f"'{request.indicator}'"
    names = dict.fromkeys(
        f"{one.indicator} ({one.breakdown})" if one.breakdown else one.indicator for one in targets if one.area == area
    )
    known = f"There are {what}s for: {', '.join(sorted(names))}." if names else f"No {what} is held for {area} at all."
    before = f" before {first}" if first else ""
    return MissingObservation(f"No {what} of {asked} is held for {area}{before}.", known)


def area_against(store: Store, report: str, what: str) -> str:
    """The area a word stands for in a comparison: `region`, `england`, or an area's id."""
    facts = store.report(report)
    area = {"region": facts.region, "england": facts.nation, "nation": facts.nation}.get(what, what)
    if not area:
        raise BadRequest(f"report.yml names no {what}.", "Add it under `comparators:`.")
    if area not in store.catalogue.areas:
        close = nearest(what, [*WORDS, *store.catalogue.areas])
        raise BadRequest(
            f"Nothing is called '{what}' to compare with.",
            f"Write {', '.join(WORDS)} or an area's id; the nearest are: {', '.join(close) or 'none'}.",
        )
    return area
