"""The macro for charts: one indicator along one line, drawn when the site is built."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from macros.datasets import comparators, select
from macros.datasets.select import Figure
from macros.errors import BadRequest, MissingObservation
from macros.model.codelist import TOTAL
from macros.model.observation import Observation
from macros.model.period import PeriodKind
from macros.model.provenance import Provenance
from macros.model.report import Edition, Report
from macros.pages.figure_macros import target_text
from macros.pages.page_context import PageContext
from macros.render import chart_block, figures, pivot
from macros.render.block import Block
from macros.render.charts import Chart, Point
from macros.render.pivot import Layout
from macros.render.source_line import csv_of, download_path, source_line
from macros.wording import finding_title, numbers, periods
from macros.wording.finding_title import Named

Kind = Literal["line", "columns", "bars"]
KINDS: Mapping[str, Kind] = {"line": "line", "columns": "columns", "bars": "bars"}
CACHE = ".cache/two-voices/charts"


def chart(  # noqa: PLR0913  # each is a word an author may leave out
    page: PageContext,
    indicator: str,
    by: str = "quarter",
    title: str = "",
    kind: str = "",
    *,
    target: bool = False,
    measure: str = "",
    **options: object,
) -> Block:
    """An indicator by quarter, year, area or one of its dimensions, as a chart with its table.

    `measure` names what is measured where the indicator's name and category read badly together.
    """
    request = page.request(indicator, options)
    report = page.store.report(request.report)
    layout = Layout(page.store, report, page.edition, "area" if by == "area" else "")
    found = select.series(page.store, request, by)
    drawn = [figure for figure in found if figure.observation.value is not None]
    if not drawn:
        raise MissingObservation(f"'{indicator}' by {by} has no number to draw.", "Show it as a table.")
    chart = Chart(
        kind=_kind(kind, by, len(found)),
        points=tuple(_point(layout, figure, by, request.area) for figure in found),
        unit=found[0].indicator.unit.value,
        edition=page.edition.value,
        reference=_reference(page, request) if target else (),
    )
    measure = measure or measured(layout, found[0], by)
    observations = [figure.observation for figure in found]
    model = pivot.lay_out(layout, observations, f"{measure}, {_span(found)}")
    cited = [replace(figure.observation, source=figure.sources[0]) for figure in found]
    csv = csv_of(page.store, report, observations)
    told = [f"{name} {value}" for name, value in sorted(options.items()) if name != "report"]
    download = download_path(report, "-".join((indicator, "by", by, *told)))
    html = chart_block.chart_block(
        chart_block.ChartParts(
            chart=chart,
            finding=title or _title(layout, measure, drawn, by, request.area),
            subtitle=_subtitle(layout, measure, found, by),
            table=model,
            source=source_line(page.store, report, cited, download, csv),
        ),
        page.store.root / CACHE,
    )
    marks = tuple(_mark(page, report, layout, one) for one in observations)
    return Block(html, marks, download, csv)


def _mark(page: PageContext, report: Report, layout: Layout, one: Observation) -> Provenance:
    return figures.observation_provenance(page.store, report.id, one, page.edition, pivot.cell_text(layout, one))


def _kind(asked: str, by: str, points: int) -> Kind:
    """The kind asked for, or the one that fits: columns or a line over time, bars for categories."""
    if asked and asked not in KINDS:
        raise BadRequest(f"There is no chart of the kind '{asked}'.", f"Use one of: {', '.join(KINDS)}.")
    over_time: Kind = "columns" if points <= 5 else "line"
    return KINDS.get(asked, over_time if by in ("quarter", "year") else "bars")


def _point(layout: Layout, figure: Figure, by: str, own: str) -> Point:
    value = figure.observation.value
    emphasis = (
        figure.key.area == own if by == "area" else figure.key.period.year == layout.report.period and by == "year"
    )
    return Point(
        category=_category(layout, figure, by),
        value=None if value is None else float(value),
        shown=pivot.cell_text(layout, figure.observation),
        emphasis=emphasis,
    )


def _category(layout: Layout, figure: Figure, by: str) -> str:
    if by == "area":
        area = layout.store.catalogue.area(figure.key.area)
        return area.short_name
    if by == "quarter" and layout.report.period.kind is PeriodKind.CALENDAR_YEAR:
        return periods.months(figure.key.period)
    if by in ("quarter", "year"):
        return periods.short(figure.key.period)
    code = layout.store.catalogue.codelist(by)[dict(figure.key.breakdown)[by]]
    return code.label if layout.edition is Edition.FORMAL else code.plain_label


def _title(layout: Layout, measure: str, found: Sequence[Figure], by: str, own: str) -> str:
    points = [
        Named(_category(layout, one, by), one.value, numbers.in_unit(one.value, one.indicator.unit)) for one in found
    ]
    if by in ("quarter", "year"):
        return finding_title.over_time(measure, points)
    if by == "area":
        kinds = {one.key.area: layout.store.catalogue.area(one.key.area).kind for one in found}
        alike = [point for point, one in zip(points, found, strict=True) if kinds[one.key.area] == kinds.get(own)]
        mine = next((point for point, one in zip(points, found, strict=True) if one.key.area == own), None)
        if mine is not None and len(alike) > 1:
            return finding_title.ranked(measure, mine, alike)
    return finding_title.among(measure, points)


def measured(layout: Layout, figure: Figure, by: str = "") -> str:
    """The indicator, with the categories that are the same all along the chart."""
    fixed = [(dimension, code) for dimension, code in figure.key.breakdown if dimension != by and code != TOTAL]
    name = pivot.name(layout, figure.indicator)
    return f"{name}: {pivot.label(layout, fixed)}" if fixed else name


def _subtitle(layout: Layout, measure: str, found: Sequence[Figure], by: str) -> str:
    indicator = found[0].indicator
    area = layout.store.catalogue.area(found[0].key.area).short_name
    where = "" if by == "area" else f", {area}"
    return f"{measure}{where}, {_span(found)}, {pivot.units(layout, [indicator])}"


def _span(found: Sequence[Figure]) -> str:
    """The time a chart covers: `2016/17`, `2012/13 to 2016/17`."""
    first, last = found[0].key.period, found[-1].key.period
    if first.kind is PeriodKind.QUARTER and first == last:
        return periods.full(first)
    if first.kind is PeriodKind.QUARTER and first.year != last.year:
        return f"{periods.full(first)} to {periods.full(last)}"
    return periods.short(first.year) if first.year == last.year else f"{periods.short(first)} to {periods.short(last)}"


def _reference(page: PageContext, request: select.Request) -> tuple[tuple[str, float], ...]:
    goal = comparators.target(page.store, request, request.area)
    unit = page.store.catalogue.indicator(request.indicator).unit
    word = f"{goal.called[0].upper()}{goal.called[1:]}"
    return ((f"{word} {target_text(goal, unit, page.edition)}", float(goal.value)),)
