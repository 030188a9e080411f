"""A table as HTML: caption, units, scoped headers, shorthand symbols with their meaning, notes, source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from macros.model.status import ObservationStatus
from macros.render.block import SELF
from macros.render.html import tag


@dataclass(frozen=True)
class Cell:
    """`text` as shown; `of` the numerator and denominator behind a share; `notes` the numbers of its notes."""

    text: str
    of: str = ""
    status: ObservationStatus = ObservationStatus.NORMAL
    notes: tuple[int, ...] = ()


@dataclass(frozen=True)
class TableModel:
    """What a table says, apart from how it looks. Each row: (head, cells), one cell a column."""

    caption: str
    subtitle: str
    stub_head: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    notes: tuple[str, ...] = ()


def table(model: TableModel, suffix: str = "") -> Markup:
    """The `<table>` alone; `suffix` keeps ids apart when a block holds two."""
    caption = tag(
        "caption", model.caption, " ", tag("span", model.subtitle, class_="tv-subtitle"), id=f"t-{SELF}{suffix}"
    )
    heads = (tag("th", head, scope="col", class_="tv-n") for head in model.columns)
    head = tag("thead", tag("tr", tag("th", model.stub_head, scope="col"), *heads))
    body = tag("tbody", *(_row(name, cells) for name, cells in model.rows))
    return tag("table", caption, head, body)


def scrolling(table: Markup, suffix: str = "") -> Markup:
    """A region a keyboard can scroll, for a table wider than the screen."""
    return tag("div", table, class_="tv-scroll", role="region", tabindex="0", aria_labelledby=f"t-{SELF}{suffix}")


def shorthand(model: TableModel) -> Markup | None:
    """What the symbols in the table mean; nothing when it has none."""
    used = dict.fromkeys(cell.status for _, cells in model.rows for cell in cells if cell.status.value)
    if not used:
        return None
    return tag("p", "; ".join(f"{status.symbol} {status.meaning}" for status in used), ".", class_="tv-shorthand")


def notes(model: TableModel) -> Markup | None:
    """The numbered notes the cells refer to."""
    if not model.notes:
        return None
    lines = (tag("li", note) for note in model.notes)
    return tag("ol", *lines, class_="tv-note")


def _row(name: str, cells: Iterable[Cell]) -> Markup:
    return tag("tr", tag("th", name, scope="row"), *(_cell(cell) for cell in cells))


def _cell(cell: Cell) -> Markup:
    parts: list[object] = [cell.text or cell.status.symbol]
    if cell.of:
        parts += [" ", tag("span", cell.of, class_="tv-of")]
    if cell.text and cell.status.symbol:
        parts.append(f" {cell.status.symbol}")
    for number in cell.notes:
        parts += [" ", tag("small", f"[note {number}]")]
    return tag("td", *parts, class_="tv-n")
