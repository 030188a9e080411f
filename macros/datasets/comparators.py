"""What a figure can be held against: its target, the region, the nation, another year."""

from __future__ import annotations

from dataclasses import replace

from macros.datasets.select import Figure, Request, figure
from macros.datasets.store import Store
from macros.errors import BadRequest, MissingObservation
from macros.model.period import Period, PeriodKind
from macros.model.target import Target


def earlier(store: Store, request: Request, since: str = "") -> Figure:
    """The same figure in `since`, or one year before. Raises ReportsError when it is not held."""
    period = since or Period.parse(request.period).previous.text
    return figure(store, replace(request, period=period, source=""))


def elsewhere(store: Store, request: Request, area: str) -> Figure:
    """The figure of another area for the period asked for, or for its latest one before."""
    rows = store.release(request.report).by_indicator.get(request.indicator, ())
    asked = Period.parse(request.period)
    held = {
        row.key.period
        for row in rows
        if row.key.area == area
        and row.value is not None
        and row.key.period.end <= asked.end
        and _alike(row.key.period, asked)
    }
    period = max(held).text if held else request.period
    return figure(store, replace(request, area=area, period=period, source=""))


def _alike(period: Period, asked: Period) -> bool:
    """A snapshot may stand for the year it lies in; a quarter only for a quarter."""
    return period.kind is asked.kind or PeriodKind.SNAPSHOT in (period.kind, asked.kind)


def target(store: Store, request: Request, area: str) -> Target:
    """The latest target an area set for an indicator, at or before the period asked for."""
    asked = Period.parse(request.period)
    breakdown = ";".join(f"{dimension}={code}" for dimension, code in request.breakdown.items())
    held = [
        one
        for one in store.catalogue.targets
        if (one.indicator, one.area, one.breakdown) == (request.indicator, area, breakdown)
    ]
    current = [one for one in held if one.since.start <= asked.end]
    if not current:
        known = ", ".join(sorted({one.indicator for one in store.catalogue.targets})) or "none"
        raise MissingObservation(
            f"No target of '{request.indicator}' is held for {area}.", f"There are targets for: {known}."
        )
    return max(current, key=lambda one: one.since)


def area_against(store: Store, report: str, what: str) -> str:
    """The area a word stands for in a comparison: `region`, `england`, or an area's id."""
    facts = store.report(report)
    area = {"region": facts.region, "england": facts.nation, "nation": facts.nation}.get(what, what)
    if not area:
        raise BadRequest(f"report.yml names no {what}.", "Add it under `comparators:`.")
    return store.catalogue.area(area).id
