"""What the page of an indicator says below its definition: its facts, its history, what was changed, what is fair."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from markupsafe import Markup

from macros.datasets import histories
from macros.datasets.histories import Point, Printed
from macros.datasets.known_issues import issues_of, reason_of
from macros.datasets.nation import national_values
from macros.datasets.restatements import restatements
from macros.datasets.revisions import revisions
from macros.datasets.store import Store
from macros.model.indicator import Indicator, PeriodType, Polarity
from macros.model.observation import Observation
from macros.model.period import PeriodKind
from macros.model.provenance import Provenance
from macros.model.report import Edition, Report
from macros.render import charts, figures, pivot, tables
from macros.render.all_councils import all_councils, national_csv
from macros.render.block import ROOT, SELF, Block
from macros.render.chart_block import ChartParts, chart_block
from macros.render.downloads import OBSERVATION_COLUMNS, csv_text, download_link, observation_rows
from macros.render.html import tag
from macros.render.pivot import Layout
from macros.render.restated import other_report, revision
from macros.wording import fairness, finding_title, numbers, periods
from macros.wording.finding_title import Named

FEWEST = 3  # years before a line is worth drawing
_MOST = 8  # columns of a table that a page of A4 holds; areas beyond them stand in the rows of a table of their own
_OWN_ID = re.compile(rf'(?<!data-block="){SELF}')
_TIME = {
    PeriodType.SNAPSHOT: "On one day. Values of different days are never added.",
    PeriodType.FLOW: "Over a time. The quarters add up to the year.",
    PeriodType.CUMULATIVE: "Counted from April. The quarters neither add up nor average; the fourth is the year.",
}
_BETTER = {
    Polarity.HIGH: "Higher is better.",
    Polarity.LOW: "Lower is better.",
    Polarity.NONE: "Neither high nor low is better by itself.",
}


def facts(indicator: Indicator) -> Markup:
    """What is measured, of whom and when, as a list of terms."""
    dimensions = ", ".join(dimension.replace("_", " ") for dimension in indicator.dimensions)
    told = {
        "In plain words": indicator.plain_definition,
        "Of whom or what": indicator.base,
        "Unit": pivot.unit_of(indicator),
        "When": _TIME[indicator.period_type],
        "Direction": _BETTER[indicator.polarity],
        "Broken down by": dimensions,
        "Ages": indicator.age_scope,
        "Short breaks": {"yes": "Counted.", "no": "Not counted."}.get(indicator.includes_short_breaks, ""),
        "Id": indicator.id,
    }
    pairs = [part for term, text in told.items() if text for part in (tag("dt", term), tag("dd", text))]
    return tag("dl", *pairs, class_="tv-facts")


def download_of(indicator: Indicator) -> str:
    """Where the CSV of an indicator lies in the site."""
    return f"indicators/{indicator.id}/{indicator.id}.csv"


def lines(indicator: Indicator, held: Sequence[Printed]) -> list[tuple[int, Sequence[Point]]]:
    """The years of each council that has enough for a line; before them, its number among all that hold any."""
    councils = dict.fromkeys(one.report.council for one in held)
    found = ((number, histories.years(indicator, held, council)) for number, council in enumerate(councils))
    return [(number, points) for number, points in found if len(points) >= FEWEST]


def history(store: Store, indicator: Indicator, held: Sequence[Printed], csv: str, cache: Path) -> Iterator[Markup]:
    """A line for each council that has years enough, then every report's figures as tables that open in place."""
    if not held:
        yield tag("p", "No report on this site holds a figure of it.")
        return
    for number, points in lines(indicator, held):
        yield _named(f"c{number}", _line(store, indicator, points, csv, cache))
    yield tag("h2", "As each report prints it", id="figures")
    for number, one in enumerate(reversed(held)):
        yield _named(f"r{number}", _report(store, indicator, one))


def _named(name: str, part: Markup) -> Markup:
    """A part with ids of its own: this one block holds several charts and tables. `data-block` stays the block's."""
    return Markup(_OWN_ID.sub(f"{SELF}{name}", part))  # our own HTML, with letters and a digit put in


def _line(store: Store, indicator: Indicator, points: Sequence[Point], csv: str, cache: Path) -> Markup:
    report = points[-1].report
    layout = Layout(store, report, Edition.FORMAL)
    council = store.catalogue.area(report.council).short_name
    drawn = tuple(
        charts.Point(
            category=periods.short(point.observation.key.period) + (" [b]" if point.is_break else ""),
            value=float(histories.value(point)),
            shown=pivot.cell_text(layout, point.observation),
            emphasis=point is points[-1],
        )
        for point in points
    )
    named = [
        Named(dot.category, histories.value(point), numbers.in_unit(histories.value(point), indicator.unit))
        for dot, point in zip(drawn, points, strict=True)
    ]
    rows = list(dict.fromkeys(point.observation for point in points))
    span = f"{named[0].name} to {named[-1].name}"
    breaks = " [b] marks a year of another kind: not one series with the others." if _breaks(points) else ""
    chart = charts.Chart(
        "line" if len(points) > 5 else "columns", drawn, indicator.unit.value, Edition.FORMAL.value, ()
    )
    return chart_block(
        ChartParts(
            chart=chart,
            finding=finding_title.over_time(f"{council}: {indicator.name}", named),
            subtitle=f"{indicator.name}, {council}, {span}, {pivot.units(layout, [indicator])}.{breaks}",
            table=pivot.lay_out(layout, rows, f"{indicator.name}, {council}, {span}"),
            source=_source(points, download_of(indicator), csv),
        ),
        cache,
    )


def _source(points: Sequence[Point], download: str, csv: str) -> Markup:
    """The places of all its reports, for one line is made of several."""
    places = ", ".join(dict.fromkeys(f"{one.observation.source} ({one.report.short_title})" for one in points))
    return tag("p", f"Source: {places}. ", download_link(download, csv), class_="tv-source")


def _breaks(points: Sequence[Point]) -> bool:
    return any(point.is_break for point in points)


def _report(store: Store, indicator: Indicator, one: Printed) -> Markup:
    """One report's figures: years and days first, then those of many other areas, then its quarters."""
    layout = Layout(store, one.report, Edition.FORMAL)
    whole = [row for row in one.observations if row.key.period.kind is not PeriodKind.QUARTER]
    parts = [row for row in one.observations if row.key.period.kind is PeriodKind.QUARTER]
    others: list[Observation] = []
    if len({(row.key.area, row.key.period) for row in whole}) > _MOST:
        others = [row for row in whole if row.key.area != one.report.council]
        whole = [row for row in whole if row.key.area == one.report.council]
    count = len(one.observations)
    summary = f"{one.report.short_title}: {count} figure{'s' if count > 1 else ''}"
    has_one = has_front_page(store, one.report.id)
    link = tag("a", "Read the report", href=f"{ROOT}/reports/{one.report.id}/") if has_one else None
    places = list(dict.fromkeys(row.source for row in one.observations))
    told = " ".join(_told(store, places))
    return tag(
        "details",
        tag("summary", summary),
        *_table(layout, indicator, whole, ""),
        *(_named("a", part) for part in _table(replace(layout, rows="area"), indicator, others, ", other areas")),
        *(_named("q", part) for part in _table(layout, indicator, parts, ", by quarter")),
        tag("p", f"{told} Release of {periods.day(one.report.release)}. ", link, class_="tv-source"),
        class_="tv-data",
    )


def has_front_page(store: Store, report: str) -> bool:
    """Whether a report has a page of its own to read."""
    return (store.root / f"docs/reports/{report}/index.md").is_file()


def _told(store: Store, places: Sequence[str]) -> Iterator[str]:
    """`Printed in Table 8, Table 9.` and, of open data, `Published by Department for Education, …`."""
    groups: dict[str, list[str]] = {}
    for place in places:
        groups.setdefault(figures.told_by(store, place), []).append(place)
    yield from (f"{told} {', '.join(held)}." for told, held in groups.items())


def _table(layout: Layout, indicator: Indicator, rows: Sequence[Observation], name: str) -> list[Markup]:
    """A table with its legend and notes; nothing for no figures."""
    if not rows:
        return []
    model = pivot.lay_out(layout, rows, f"{indicator.name}{name}, {layout.report.short_title}")
    parts = (tables.scrolling(tables.table(model)), tables.shorthand(model), tables.notes(model))
    return [part for part in parts if part is not None]


def changed(store: Store, indicator: Indicator, reports: Collection[Report]) -> Markup | None:
    """What a later release corrected and what another report prints otherwise; None where nothing."""
    shown = {report.id for report in reports}
    said = []
    for report in reports:
        layout = Layout(store, report, Edition.FORMAL)
        said += [revision(layout, one) for one in revisions(store, report.id) if one.key.indicator == indicator.id]
    for other in restatements(store):
        if other.later.key.indicator == indicator.id and {other.first_report, other.later_report} <= shown:
            layout = Layout(store, store.report(other.later_report), Edition.FORMAL)
            said.append(f"{other_report(layout, other)} {reason_of(store, other)}".strip())
    return tag("ul", *(tag("li", one) for one in dict.fromkeys(said))) if said else None


def compared(store: Store, indicator: Indicator, held: Sequence[Printed]) -> Markup | None:
    """Which councils' latest values may be set side by side, and why not; None where only one has such a value."""
    latest = histories.latest_values(indicator, held)
    if len(latest) < 2:
        return None
    sides = [
        fairness.Compared(
            council=store.catalogue.area(council).short_name,
            period=histories.compared_period(indicator, point),
            shown=numbers.in_unit(histories.value(point), indicator.unit),
            doubt=bool(issues_of(store, point.report.id, point.observation)),
        )
        for council, point in latest.items()
    ]
    told = sorted((fairness.fairness(one, other) for one, other in combinations(sides, 2)), key=lambda one: not one[0])
    return tag("ul", *(tag("li", text, class_="tv-fair" if fair else "tv-unfair") for fair, text in told))


def record(store: Store, indicator: Indicator, reports: Collection[Report], cache: Path) -> Block:
    """All of it, as the page of an indicator shows it, with every figure of every report as its download."""
    held = histories.printed(store, indicator.id, reports)
    nation = national_values(store, indicator)
    csv = _csv(store, held) if held or not nation else national_csv(store, indicator)
    parts: list[Markup | None] = [facts(indicator)]
    if held or not nation:
        parts += history(store, indicator, held, csv, cache)
    if nation:
        labels = {code.code: code.label for name in indicator.dimensions for code in store.catalogue.codelist(name)}
        parts += all_councils(indicator, nation, labels)
    if held or nation:
        of_all = "over all reports" if held else "of all areas and years"
        parts.append(tag("p", f"Every figure of it, {of_all}: ", download_link(download_of(indicator), csv)))
    if (said := changed(store, indicator, reports)) is not None:
        parts += [tag("h2", "Corrected or printed otherwise", id="restated"), said]
    if (fair := compared(store, indicator, held)) is not None:
        parts += [tag("h2", "Can councils be compared?", id="compare"), fair]
    parts.append(tag("div", data_used_by=indicator.id))
    html = tag("div", *parts, class_="tv-record", data_block=SELF, data_search_exclude=True)
    return Block(html, tuple(_marks(store, held)), download_of(indicator) if held or nation else "", csv)


def _csv(store: Store, held: Sequence[Printed]) -> str:
    rows = (
        row
        for one in held
        for row in observation_rows(store.release(one.report.id), one.observations, store.catalogue.indicators)
    )
    return csv_text(OBSERVATION_COLUMNS, rows)


def _marks(store: Store, held: Sequence[Printed]) -> Iterator[Provenance]:
    for one in held:
        layout = Layout(store, one.report, Edition.FORMAL)
        for row in one.observations:
            shown = pivot.cell_text(layout, row)
            yield figures.observation_provenance(store, one.report.id, row, Edition.FORMAL, shown)
