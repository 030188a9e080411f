"""A chart as it stands on a page: finding, drawing, summary, table, source and download."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from macros.render import charts, tables
from macros.render.block import SELF
from macros.render.chart_text import describe
from macros.render.charts import Chart
from macros.render.html import tag
from macros.render.svg import dress
from macros.render.tables import TableModel


@dataclass(frozen=True)
class ChartParts:
    """What a chart's block is made of."""

    chart: Chart
    finding: str
    subtitle: str
    table: TableModel
    source: Markup


def chart_block(parts: ChartParts, cache: Path) -> Markup:
    """The `<figure>` of a chart. `cache` is the folder of drawings already made."""
    text = describe(parts.chart, parts.subtitle)
    wide, narrow = charts.draw(parts.chart, cache)
    caption = tag(
        "figcaption",
        tag("strong", parts.finding, class_="tv-finding"),
        tag("span", parts.subtitle, class_="tv-subtitle"),
        id=f"c-{SELF}",
    )
    drawings = (
        tag(
            "div",
            Markup(dress(drawing.svg, f"{SELF}{size[0]}", parts.finding, text.title_alt)),
            class_=f"tv-svg tv-{size}",
        )
        for size, drawing in (("wide", wide), ("narrow", narrow))
    )
    return tag(
        "figure",
        caption,
        *drawings,
        tag("p", text.summary, class_="tv-summary"),
        _numbers(parts.table),
        parts.source,
        class_="tv-chart",
        data_block=SELF,
        data_search_exclude=True,
        aria_labelledby=f"c-{SELF}",
    )


def _numbers(model: TableModel) -> Markup:
    """The chart's numbers as a table that opens in place."""
    return tag(
        "details",
        tag("summary", "The numbers as a table"),
        tables.scrolling(tables.table(model)),
        tables.shorthand(model),
        tables.notes(model),
        class_="tv-data",
    )
