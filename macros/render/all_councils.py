"""One measure over all councils: how the values lie, and every council beside its region. Never a ranking."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from markupsafe import Markup

from macros.datasets.nation import FEW_CHILDREN, CouncilValue, NationalValues, Spread
from macros.datasets.store import Store
from macros.model.indicator import Indicator, Polarity, Unit
from macros.model.status import ObservationStatus
from macros.render.downloads import csv_text
from macros.render.html import tag
from macros.wording import numbers, periods

_COLUMNS = (
    "indicator", "area", "code", "name", "kind", "region", "period", "breakdown", "value", "numerator", "denominator",
    "status", "source",
)  # fmt: skip
WIDE = 300  # units of a strip, from the lowest value that is drawn to the highest
_FAIR = (
    "Councils differ: in size, in need, in how many children come to the country alone. So they stand by region and "
    "name, and not by value. A higher or lower figure is a question to ask, not a verdict."
)
_COUNT = "A number grows with the council. Compare the rate for every 10,000 children, or a council with its own years."
_DIRECTION = {
    Polarity.HIGH: "For this measure a higher value is better.",
    Polarity.LOW: "For this measure a lower value is better.",
    Polarity.NONE: "Neither high nor low is better by itself.",
}


def all_councils(indicator: Indicator, held: Sequence[NationalValues], labels: dict[str, str]) -> Iterator[Markup]:
    """The whole part of a page: what is fair, then for each category the spread and the councils region by region.

    `labels`: what a category is called, by its code.
    """
    yield tag("h2", "All councils", id="all-councils")
    is_count = indicator.unit is Unit.COUNT
    yield tag("p", _FAIR, " ", _COUNT if is_count else _DIRECTION[indicator.polarity])
    several = len(held) > 1
    for number, values in enumerate(held):
        name = ", ".join(labels.get(code, code) for _, code in values.breakdown) if several else ""
        if several:
            yield tag("h3", name, id=f"category-{number}")
        yield from _spread(values)
        yield from (part for region in values.regions for part in _region(values, region, name))
        yield from _without_region(values, name)
        yield from _others(values)
    yield _legend(held)


def national_csv(store: Store, indicator: Indicator) -> str:
    """Every open figure of a measure, of all areas and years, as a table of its own."""
    areas = store.catalogue.areas
    rows = [
        {
            "indicator": indicator.id, "area": one.key.area, "code": areas[one.key.area].code,
            "name": areas[one.key.area].name, "kind": areas[one.key.area].kind, "region": areas[one.key.area].region,
            "period": one.key.period, "breakdown": one.key.breakdown_text, "value": one.value,
            "numerator": one.numerator, "denominator": one.denominator, "status": one.status.value,
            "source": one.source,
        }
        for one in store.comparators.observations(indicator.id, list(areas))
    ]  # fmt: skip
    return csv_text(_COLUMNS, rows)


def _spread(values: NationalValues) -> Iterator[Markup]:
    spread, shown = values.spread, _shown(values)
    if spread is None:
        return
    year = periods.full(values.period)
    said = (
        f"In {year}, half of the councils lie between {shown(spread.lower)} and {shown(spread.upper)}. The middle one "
        f"has {shown(spread.middle)}; the lowest is {shown(spread.lowest)}, the highest {shown(spread.highest)}."
    )
    if values.nation is not None and values.nation.now.value is not None:
        said += f" {values.nation.area.name}: {shown(values.nation.now.value)}."
    hidden = len(values.councils) - spread.count
    if hidden:
        have = "has" if hidden == 1 else "have"
        said += f" {spread.count} councils have a number; {hidden} {have} none, and the table says why."
    yield tag("p", said, class_="tv-spread-said")


def _shown(values: NationalValues) -> Callable[[Decimal], str]:
    return lambda value: numbers.in_unit(value, values.indicator.unit)


def _region(values: NationalValues, region: CouncilValue, category: str) -> Iterator[Markup]:
    if councils := values.of_region(region.area.id):
        whole = [one for one in (values.nation, region) if one is not None]
        yield _table(values, region.area.name, whole, councils, category)


def _without_region(values: NationalValues, category: str) -> Iterator[Markup]:
    known = {region.area.id for region in values.regions}
    if rest := [one for one in values.councils if one.area.region not in known]:
        yield _table(values, "Other councils", [one for one in (values.nation,) if one], rest, category)


def _table(
    values: NationalValues, name: str, whole: Iterable[CouncilValue], rows: Sequence[CouncilValue], category: str
) -> Markup:
    """A region's councils by name, below England and the region; each row with its place in the whole spread."""
    year, before = periods.full(values.period), periods.full(values.period.previous)
    told = f"{name}: {category}" if category else name
    caption_id = "r-" + "-".join(re.findall(r"[a-z0-9]+", told.casefold()))
    caption = tag("caption", told, " ", tag("span", f"{year} and the year before", class_="tv-subtitle"), id=caption_id)
    drawn = values.spread is not None and values.indicator.unit is not Unit.COUNT
    heads = [tag("th", "Area", scope="col"), tag("th", year, scope="col", class_="tv-n")]
    heads += [tag("th", before, scope="col", class_="tv-n")]
    heads += [tag("th", "Among all councils", scope="col")] if drawn else []
    body = [_row(values, one, is_whole=True, has_id=False, drawn=drawn) for one in whole]
    body += [_row(values, one, is_whole=False, has_id=not category, drawn=drawn) for one in rows]
    table = tag("table", caption, tag("thead", tag("tr", *heads)), tag("tbody", *body), class_="tv-nation")
    return tag("div", table, class_="tv-scroll", role="region", tabindex="0", aria_labelledby=caption_id)


def _row(values: NationalValues, one: CouncilValue, *, is_whole: bool, has_id: bool, drawn: bool) -> Markup:
    """A row. A council's has its id, so that a link can lead to it and it stands out when it does."""
    name = tag("strong", one.area.name) if is_whole else one.area.name
    cells = [tag("th", name, scope="row"), _cell(values, one.now, one.is_of_few), _cell(values, one.before, False)]
    cells += [tag("td", _strip(values, one))] if drawn else []
    return tag("tr", *cells, id=one.area.id if has_id else None)


def _cell(values: NationalValues, row: object, is_of_few: bool) -> Markup:
    value, status = getattr(row, "value", None), getattr(row, "status", ObservationStatus.NOT_AVAILABLE)
    if value is None:
        return tag("td", status.symbol or ObservationStatus.NOT_AVAILABLE.symbol, class_="tv-n")
    base = getattr(row, "denominator", None)
    of = f" of {numbers.digits(base)}" if base is not None and values.indicator.unit is Unit.PERCENT else ""
    few = " †" if is_of_few else ""
    shown = numbers.digits(value) + ("%" if values.indicator.unit is Unit.PERCENT else "")
    return tag("td", shown, tag("span", of, class_="tv-of") if of else None, few, class_="tv-n")


def _strip(values: NationalValues, one: CouncilValue) -> Markup | None:
    """Where a value lies between the lowest and the highest council; the band holds the middle half of them.

    A picture of what the row and the sentence above say in numbers, so it is hidden from those who listen.
    """
    spread = values.spread
    if spread is None or one.now.value is None:
        return None
    low, band, end, middle, at = (
        _place(spread, value) for value in (spread.lowest, spread.lower, spread.upper, spread.middle, one.now.value)
    )
    return Markup(
        f'<svg class="tv-strip" viewBox="-6 0 {WIDE + 12} 20" width="{WIDE // 2}" height="10" aria-hidden="true">'
        f'<path class="tv-strip-all" d="M{low} 10H{WIDE}"/><path class="tv-strip-half" d="M{band} 10H{end}"/>'
        f'<path class="tv-strip-mid" d="M{middle} 3V17"/><circle class="tv-strip-own" cx="{at}" cy="10" r="6"/></svg>'
    )


def _place(spread: Spread, value: Decimal) -> int:
    width = spread.highest - spread.lowest
    return int(min(max((value - spread.lowest) / width, Decimal(0)), Decimal(1)) * WIDE) if width else WIDE // 2


def _others(values: NationalValues) -> Iterator[Markup]:
    """Councils that ended or do not yet have the year: said, and not compared."""
    if not values.others:
        return
    shown = _shown(values)
    lines = []
    for one in values.others:
        value = shown(one.now.value) if one.now.value is not None else one.now.status.symbol
        ended = f" It ended on {periods.day(one.now.key.period.end)}." if one.area.end else ""
        lines.append(tag("li", f"{one.area.name}: {value} in {periods.full(one.now.key.period)}.{ended}"))
    yield tag("p", "Not in the tables, for they have no figure of the latest year:")
    yield tag("ul", *lines)


def _legend(held: Sequence[NationalValues]) -> Markup:
    rows = [row for values in held for one in values.councils for row in (one.now, one.before) if row is not None]
    used = dict.fromkeys(row.status for row in rows if row.status.explains_blank)
    told = [f"{status.symbol} {status.meaning}" for status in used] or []
    if any(one.is_of_few for values in held for one in values.councils):
        told.append(f"† of fewer than {FEW_CHILDREN} children: it jumps from year to year")
    strip = (
        "Strip: from the lowest council to the highest; thick, the middle half; upright, the middle; dot, this area."
    )
    drawn = any(values.spread and values.indicator.unit is not Unit.COUNT for values in held)
    return tag("p", "; ".join(told), ". " if told else "", strip if drawn else None, class_="tv-shorthand")
