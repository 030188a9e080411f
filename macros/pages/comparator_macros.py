"""The macro that lays a council's own history beside its region, the nation and councils like it."""

from __future__ import annotations

from collections.abc import Sequence

from macros.datasets import comparators as held
from macros.datasets.select import Figure
from macros.errors import BadRequest, MissingObservation
from macros.model.indicator import Unit
from macros.model.report import Report
from macros.pages.chart_macros import CACHE, measured
from macros.pages.page_context import PageContext
from macros.render import chart_block, figures, pivot
from macros.render.block import Block
from macros.render.charts import Chart, Point
from macros.render.drawing.model import MOST_SERIES
from macros.render.pivot import Layout
from macros.render.source_line import csv_of, download_path, source_line
from macros.wording import numbers, periods


def comparators(
    page: PageContext,
    indicator: str,
    beside: Sequence[str] | str = ("region", "england"),
    title: str = "",
    measure: str = "",
    **options: object,
) -> Block:
    """A council's own history beside that of others: a line for each, and a table of them all with the sources.

    `beside` names the others: `region`, `england`, `neighbours`, or the id of an area. Where the report does not
    print a year, open data stands.
    """
    request = page.request(indicator, options)
    report = page.store.report(request.report)
    asked = [beside] if isinstance(beside, str) else list(beside)
    areas = list(dict.fromkeys((request.area, *_areas(page, report, request.area, asked))))
    found = held.beside(page.store, request, areas)
    drawn = [one for one in found if one.observation.value is not None]
    if not drawn:
        raise MissingObservation(
            f"There is no figure of '{indicator}' for {', '.join(areas)} up to {request.period}.",
            "Read open data with python -m macros comparators; docs/guide/comparators.md says how.",
        )
    layout = Layout(page.store, report, page.edition, "area")
    name = measure or measured(layout, found[0])
    observations = [one.observation for one in found]
    span = f"{periods.short(found[0].key.period)} to {periods.short(found[-1].key.period)}"
    csv = csv_of(page.store, report, observations)
    told = [f"{key} {value}" for key, value in sorted(options.items()) if key != "report"]
    download = download_path(report, "-".join((indicator, "beside", *asked, *told)))
    html = chart_block.chart_block(
        chart_block.ChartParts(
            chart=_chart(layout, found, request.area),
            finding=title or _title(layout, name, drawn),
            subtitle=f"{name}, {span}, {pivot.units(layout, [found[0].indicator])}",
            table=pivot.lay_out(layout, observations, f"{name}, {span}"),
            source=source_line(page.store, report, observations, download, csv),
        ),
        page.store.root / CACHE,
    )
    marks = tuple(
        figures.observation_provenance(page.store, report.id, one, page.edition, pivot.cell_text(layout, one))
        for one in observations
    )
    return Block(html, marks, download, csv)


def _areas(page: PageContext, report: Report, own: str, asked: Sequence[str]) -> list[str]:
    """The areas that the words of `beside` stand for."""
    areas: list[str] = []
    for word in asked:
        if word == "neighbours":
            near = page.store.comparators.neighbours.get(own, ())
            if not near:
                raise BadRequest(
                    f"No neighbours of {own} are known.", "Name them with --neighbours when you read open data."
                )
            areas += near
        else:
            areas.append(held.area_against(page.store, report.id, word))
    return areas


def _chart(layout: Layout, found: Sequence[Figure], own: str) -> Chart:
    """A line for each of the first areas, of counts the council's own alone; bars where there is one year alone."""
    told = [one for one in sorted(found, key=lambda one: one.key.area != own) if one.observation.value is not None]
    areas = list(dict.fromkeys(one.key.area for one in told))
    if found[0].indicator.unit is Unit.COUNT:  # a county beside England would be a line on the ground
        areas = areas[:1]
    several = len({one.key.period for one in found}) > 1
    drawn = [one for one in found if one.key.area in (areas[:MOST_SERIES] if several else areas)]
    return Chart(
        kind="line" if several else "bars",
        points=tuple(_point(layout, one, own, several=several) for one in drawn),
        unit=found[0].indicator.unit.value,
        edition=layout.edition.value,
    )


def _point(layout: Layout, one: Figure, own: str, *, several: bool) -> Point:
    value, name = one.observation.value, _short(layout, one.key.area)
    return Point(
        category=periods.short(one.key.period) if several else name,
        value=None if value is None else float(value),
        shown=pivot.cell_text(layout, one.observation),
        series=name if several else "",
        emphasis=one.key.area == own,
    )


def _short(layout: Layout, area: str) -> str:
    return layout.store.catalogue.area(area).short_name


def _title(layout: Layout, measure: str, drawn: Sequence[Figure]) -> str:
    """`Children in care for every 10,000 children: York 69, Yorkshire and the Humber 77, England 67 (2024/25)`."""
    last = drawn[-1].key.period
    is_share = drawn[0].indicator.unit is Unit.PERCENT
    said = [
        f"{_short(layout, one.key.area)} {numbers.digits(one.value)}{'%' if is_share else ''}"
        for one in drawn
        if one.key.period == last
    ]
    return f"{measure}: {', '.join(said[:MOST_SERIES])} ({periods.short(last)})"
