"""The headlines: each measure this year against last year, its target, the region and England."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from macros.render.block import SELF
from macros.render.html import tag
from macros.wording.change import VERDICT_WORD, Change, Verdict, arrow

_BAR = 180  # width of the bar's drawing
_DRAWN = {"now": ("this year", "Bar"), "last": ("last year", "Ring"), "target": ("target", "Upright line")}


@dataclass(frozen=True)
class Headline:
    """One measure. Each of the values is None where there is none; `shown` gives its text by the same name."""

    name: str
    now: Decimal
    last: Decimal | None
    target: Decimal | None
    shown: dict[str, Markup]
    change: Change | None
    scale: Decimal


def headlines_table(rows: Sequence[Headline], columns: dict[str, str], caption: str) -> Markup:
    """The table. `columns`: name of a value (`now`, `last`, `target`, …) to its head, in order; one that no row has a
    value for is left out."""
    columns = {name: head for name, head in columns.items() if any(name in row.shown for row in rows)}
    drawn = {name: words for name, words in _DRAWN.items() if name in columns}
    heads = [tag("th", head, scope="col", class_="tv-n") for head in columns.values()]
    head = tag(
        "tr", tag("th", "Measure", scope="col"), tag("th", "Direction", scope="col"), *heads,
        tag("th", ", ".join(head for head, _ in drawn.values()).capitalize(), scope="col"),
    )  # fmt: skip
    body = [_row(row, columns) for row in rows]
    table = tag(
        "table", tag("caption", caption, id=f"t-{SELF}"), tag("thead", head), tag("tbody", *body), class_="tv-headlines"
    )
    key = [f"{mark}: {head}." for head, mark in drawn.values()]
    if any(name not in row.shown for row in rows for name in columns):
        key.append("[x] no figure is held.")
    return tag(
        "div",
        tag("div", table, class_="tv-scroll", role="region", tabindex="0", aria_labelledby=f"t-{SELF}"),
        tag("p", " ".join(key), class_="tv-shorthand"),
        class_="tv-table",
        data_block=SELF,
        data_search_exclude=True,
    )


def _row(row: Headline, columns: dict[str, str]) -> Markup:
    cells = [
        tag(
            "td",
            tag("b", row.shown[name]) if name == "now" else row.shown.get(name, "[x]"),
            class_="tv-n" if name in row.shown else "tv-n tv-empty",
            data_head=head,
        )
        for name, head in columns.items()
    ]
    return tag(
        "tr",
        tag("th", row.name, scope="row"),
        _direction(row.change),
        *cells,
        tag("td", _bar(row), class_="tv-bar-cell"),
    )


def _direction(change: Change | None) -> Markup:
    if change is None:
        return tag("td", "No earlier figure", class_="tv-direction tv-same")
    kind = Verdict.SAME if change.verdict is Verdict.NEUTRAL else change.verdict
    return tag(
        "td",
        tag("span", arrow(change), aria_hidden="true"),
        " ",
        VERDICT_WORD[change.verdict],
        class_=f"tv-direction tv-{kind}",
    )


def _bar(row: Headline) -> Markup:
    """This year as a bar, last year as a ring, the target as a line; the cells beside it say the same."""
    marks = [
        tag("rect", y=9, width=_BAR, height=8, class_="tv-bar-bg"),
        tag("rect", y=9, width=_x(row, row.now), height=8, class_="tv-bar-now"),
    ]
    if row.last is not None:
        marks.append(tag("circle", cx=_x(row, row.last), cy=13, r=5, class_="tv-bar-last"))
    if row.target is not None:
        marks.append(tag("path", d=f"M{_x(row, row.target)} 0v26", class_="tv-bar-target"))
    return tag("svg", *marks, viewBox=f"-6 0 {_BAR + 12} 26", aria_hidden="true", class_="tv-bar")


def _x(row: Headline, value: Decimal) -> str:
    share = min(max(value / row.scale, Decimal(0)), Decimal(1)) if row.scale else Decimal(0)
    return f"{share * _BAR:.1f}".rstrip("0").rstrip(".")
