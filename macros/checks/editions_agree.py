"""`editions-agree`: both voices say the same: each shown figure is its value in words, and no sentence of either
edition gives a figure another direction than the data (DESIGN.md promise 2)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from macros.checks.context import Context
from macros.datasets.page_source import DOCS, PageSource
from macros.model.finding import Finding
from macros.model.observation import ObservationKey
from macros.model.period import Period
from macros.model.problems import KINDS
from macros.model.provenance import Provenance
from macros.render.said_figures import Said, figures_of, said_figures
from macros.render.where_said import WhereSaid
from macros.wording import numbers
from macros.wording.change import Direction
from macros.wording.direction_words import direction_said, speaks_of_last_year

_DIRECTIONS = {Direction.UP: "rose", Direction.DOWN: "fell", Direction.SAME: "stayed the same"}


def editions_agree(context: Context) -> list[Finding]:
    """Figures shown otherwise than the data has them, and sentences that turn a direction round."""
    return [
        finding
        for source, _ in context.built
        if source.path.startswith(f"{DOCS}/reports/")
        for finding in _page(context, source, context.html[source.path])
    ]


def _page(context: Context, source: PageSource, html: str) -> Iterator[Finding]:
    for mark in figures_of(html):
        if mark.value and not mark.breakdown.startswith("target=") and not _is_said_rightly(context, mark):
            facts: dict[str, object] = {"shown": mark.shown, "what": _what(mark), "value": mark.value}
            yield Finding(KINDS["shown-otherwise"], source.path, 1, facts)
    where = WhereSaid(context.store.root, source)
    for said in said_figures(html):
        if found := _turned_round(context, said):
            told, held, before, after = found
            told_of: dict[str, object] = {
                "sentence": said.sentence.removesuffix("."),
                "said": _DIRECTIONS[told],
                "held": _DIRECTIONS[held],
                "before": before,
                "after": after,
            }
            yield Finding(KINDS["direction-turned"], *where.place(said.sentence), told_of)


def _what(mark: Provenance) -> str:
    return " ".join(filter(None, (mark.indicator, mark.breakdown, mark.area, mark.period)))


def _is_said_rightly(context: Context, mark: Provenance) -> bool:
    """Whether the shown text is one of the forms of the value, or of the count or base behind it."""
    unit = context.store.catalogue.indicator(mark.indicator).unit
    value = Decimal(mark.value)
    forms = {numbers.in_unit(value, unit), numbers.digits(value), numbers.in_unit(numbers.round_half_up(value), unit)}
    forms |= {numbers.out_of(value, 10), numbers.out_of(value, 100)} if 0 <= value <= 100 else set()
    if value == value.to_integral_value():
        forms.add(numbers.small_number(int(value)))
    release = context.store.releases.get(mark.report)
    for row in release.by_key.get(_key(mark, mark.period), ()) if release else ():
        forms |= {numbers.digits(part) for part in (row.numerator, row.denominator) if part is not None}
    shown = mark.shown.strip()
    return shown in forms or f"{shown[:1].lower()}{shown[1:]}" in forms


def _key(mark: Provenance, period: str) -> ObservationKey:
    breakdown = tuple((part.partition("=")[0], part.partition("=")[2]) for part in mark.breakdown.split(";") if part)
    return ObservationKey(mark.indicator, mark.area, Period.parse(period), breakdown)


def _turned_round(context: Context, said: Said) -> tuple[Direction, Direction, Decimal, Decimal] | None:
    """What is said, what the data has, and the two values; None where they agree or nothing can be held against it."""
    told = direction_said(said.sentence)
    first = said.figures[0]
    alike = {(one.report, one.indicator, one.area, one.breakdown) for one in said.figures}
    if told is None or len(alike) != 1 or first.breakdown.startswith("target="):
        return None
    periods = sorted({Period.parse(one.period) for one in said.figures})
    if len(periods) == 1 and speaks_of_last_year(said.sentence):
        periods = [periods[0].previous, periods[0]]
    if len(periods) != 2:
        return None
    values = [_value(context, first, period.text) for period in periods]
    before, after = values
    if before is None or after is None:
        return None
    held = Direction.SAME if before == after else Direction.UP if after > before else Direction.DOWN
    return None if held is told else (told, held, before, after)


def _value(context: Context, mark: Provenance, period: str) -> Decimal | None:
    release = context.store.releases.get(mark.report)
    rows = release.by_key.get(_key(mark, period), ()) if release else ()
    return next((row.value for row in rows if row.value is not None), None)
