"""`percentages`: a share equals its numerator over its base; some whole number gives it; shares of a whole add to
100; a figure per worker equals its count over the posts (DOMAIN.md section 9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from macros.checks.context import Context
from macros.datasets.catalogue import Catalogue
from macros.datasets.printed import Place, decimals, parts_of, parts_of_total, places, relations, rounded, truncated
from macros.model.codelist import TOTAL
from macros.model.figure_problems import CELLS, KINDS
from macros.model.finding import Finding
from macros.model.indicator import Unit
from macros.model.observation import Observation
from macros.model.relation import Relation, Rule
from macros.model.release import Release

_SCALE = {Unit.PERCENT: Decimal(100), Unit.RATIO: Decimal(1), Unit.RATE: Decimal(10000)}


def percentages(context: Context) -> list[Finding]:
    """Printed shares and ratios that their parts do not give."""
    found: list[Finding] = []
    catalogue = context.store.catalogue
    for release in context.store.releases.values():
        declared = relations(release)
        found += _fractions(catalogue, release)
        found += _divided(catalogue, release, declared)
        for place in places(release):
            found += _printed_wholes(catalogue, place)
            found += _declared_wholes(release, place, declared)
            found += _counted_wholes(release, place, declared)
        found += _unattainable(release, declared)
    return found


def _fractions(catalogue: Catalogue, release: Release) -> Iterator[Finding]:
    for one in release.observations:
        if one.numerator is not None and one.denominator is not None:
            yield from _fraction(catalogue, one, one.numerator, one.denominator, (one,))


def _divided(catalogue: Catalogue, release: Release, declared: Iterable[Relation]) -> Iterator[Finding]:
    """Shares and figures per worker of which count and base are printed as figures of their own."""
    for relation in declared:
        rows = release.by_indicator.get(relation.result.indicator, ()) if relation.rule is Rule.DIVIDED else ()
        for one in (row for row in rows if relation.result.selects(row)):
            parts = parts_of(release, relation, one) or []
            values = [term.of(part) for term, part in zip(relation.parts, parts, strict=False)]
            known = [
                term.sign * value for term, value in zip(relation.parts, values, strict=False) if value is not None
            ]
            if len(known) == len(relation.parts) > 1:
                yield from _fraction(catalogue, one, sum(known[:-1], Decimal(0)), known[-1], (one, *parts))


def _fraction(
    catalogue: Catalogue, one: Observation, numerator: Decimal, denominator: Decimal, cells: Iterable[Observation]
) -> Iterator[Finding]:
    """The finding when a printed value is not numerator over denominator, rounded half up at its decimals."""
    scale = _SCALE.get(catalogue.indicator(one.key.indicator).unit)
    if scale is None or one.value is None or not denominator:
        return
    exact = scale * numerator / denominator
    digits = decimals(one.value)
    right = rounded(exact, digits)
    if right == one.value:
        return
    kind = "share-cut-off" if truncated(exact, digits) == one.value else "share-of-base"
    facts = {"numerator": numerator, "denominator": denominator, "exact": rounded(exact, digits + 2)}
    yield _finding(kind, one, cells, printed=one.value, made=right, **facts)


def _printed_wholes(catalogue: Catalogue, place: Place) -> Iterator[Finding]:
    """Shares beside a printed total of 100."""
    for one in place.cells.values():
        is_share = catalogue.indicator(one.key.indicator).unit is Unit.PERCENT
        if not is_share or one.value != 100 or TOTAL not in dict(one.key.breakdown).values():
            continue
        for parts in parts_of_total(place, one).values():
            yield from _whole(parts)


def _declared_wholes(release: Release, place: Place, declared: Iterable[Relation]) -> Iterator[Finding]:
    for relation in declared:
        if relation.rule is Rule.WHOLE:
            for parts in _complete(release, place, relation):
                yield from _whole(parts)


def _complete(release: Release, place: Place, relation: Relation) -> Iterator[list[Observation]]:
    """The shares of one period and area, where a place prints all the categories of a declared whole."""
    rows = _categories(relation, release.by_indicator.get(relation.result.indicator, ()))
    complete = len({row.key.breakdown for row in rows})  # a sentence that names some of them is no whole
    groups: dict[object, list[Observation]] = {}
    for one in _categories(relation, place.cells.values()):
        groups.setdefault((one.key.period, one.key.area), []).append(one)
    yield from (parts for parts in groups.values() if len(parts) == complete)


def _counted_wholes(release: Release, place: Place, declared: Iterable[Relation]) -> Iterator[Finding]:
    """Shares of a declared base that stand for more children, or for fewer, than the base has.

    Sharper than a sum of shares: of 243 children one decimal tells each count, however the shares are rounded.
    """
    shares = [relation for relation in declared if relation.rule is Rule.SHARE]
    for relation in (one for one in declared if one.rule is Rule.WHOLE):
        terms = [share.parts[0] for share in shares if share.result.indicator == relation.result.indicator]
        for parts in _complete(release, place, relation) if terms else ():
            key = terms[0].key(parts[0].key.period, parts[0].key.area)
            bases = sorted({row.value for row in release.by_key.get(key, ()) if row.value})
            spans = [_span(parts, base) for base in bases]
            fits = (span is None or span[0] <= base <= span[1] for span, base in zip(spans, bases, strict=True))
            if spans and not any(fits) and not list(_whole(parts)):
                low, high = spans[0] or (0, 0)
                made = str(low) if low == high else f"{low} to {high}"
                yield _finding("counts-of-whole", parts[0], parts, made=made, denominator=bases[0])


def _span(parts: Iterable[Observation], base: Decimal) -> tuple[int, int] | None:
    """The fewest and the most that shares of a base stand for together; None where one stands for no whole number."""
    counts = [_counts(part.value, base) if part.value is not None else [] for part in parts]
    return (sum(map(min, counts)), sum(map(max, counts))) if all(counts) else None


def _categories(relation: Relation, rows: Iterable[Observation]) -> list[Observation]:
    """The cells that share out the whole of a relation: its indicator's, without totals."""
    indicator, fixed = relation.result.indicator, relation.result.breakdown.items()
    found = [row for row in rows if row.key.indicator == indicator and fixed <= dict(row.key.breakdown).items()]
    return [row for row in found if TOTAL not in dict(row.key.breakdown).values()]


def _whole(parts: list[Observation]) -> Iterator[Finding]:
    """Shares of a whole add to 100, give or take half a unit of the last decimal of each."""
    values = [part.value for part in parts if part.value is not None]
    if len(values) < len(parts) or len(values) < 2:
        return
    slack = sum((Decimal("0.5").scaleb(-decimals(value)) for value in values), Decimal(0))
    total = sum(values, Decimal(0))
    if abs(total - 100) > slack:
        shown = " + ".join(f"{value:f}" for value in values)
        yield _finding("shares-of-whole", parts[0], parts, parts=shown, made=total, slack=slack)


def _unattainable(release: Release, declared: Iterable[Relation]) -> Iterator[Finding]:
    """Percentages no whole number over the printed base can give, neither rounded nor cut off."""
    for relation in declared:
        if relation.rule is not Rule.SHARE:
            continue
        for one in release.by_indicator.get(relation.result.indicator, ()):
            fixed = relation.result.breakdown.items() <= dict(one.key.breakdown).items()
            if one.value is None or not fixed:
                continue
            rows = release.by_key.get(relation.parts[0].key(one.key.period, one.key.area), ())
            bases = {row.value for row in rows if row.value}
            if bases and not any(_counts(one.value, base) for base in bases):
                base = min(bases)
                yield _finding(
                    "share-unattainable", one, printed=one.value, denominator=base, near=_near(one.value, base)
                )
            elif bases and one.numerator is None:
                yield from _only_cut_off(one, one.value, bases)


def _only_cut_off(one: Observation, printed: Decimal, bases: Iterable[Decimal]) -> Iterator[Finding]:
    """The finding when no whole number over any base gives a percentage rounded, but one gives it cut off."""
    digits = decimals(printed)
    counted = [(count, base) for base in bases for count in _counts(printed, base)]
    exact = [(100 * count / base, count, base) for count, base in counted]
    if any(rounded(share, digits) == printed for share, _, _ in exact):
        return
    share, count, base = exact[0]
    yield _finding(
        "share-cut-off", one, printed=printed, numerator=count, denominator=base,
        exact=rounded(share, digits + 2), made=rounded(share, digits),
    )  # fmt: skip


def _counts(value: Decimal, base: Decimal) -> list[int]:
    """The whole numbers over a base that give a percentage, rounded or cut off."""
    digits = decimals(value)
    low, high = (value - Decimal(1).scaleb(-digits)) * base / 100, (value + Decimal(1).scaleb(-digits)) * base / 100
    tries = range(max(0, int(low.to_integral_value(ROUND_FLOOR))), int(high.to_integral_value(ROUND_CEILING)) + 1)
    made = {count: 100 * Decimal(count) / base for count in tries if count <= base}
    return [count for count, one in made.items() if value in (rounded(one, digits), truncated(one, digits))]


def _near(value: Decimal, base: Decimal) -> str:
    """The two counts around a percentage, with what they give."""
    low = int((value * base / 100).to_integral_value(ROUND_FLOOR))
    digits = decimals(value)
    return " and ".join(
        f"{count} of {base} is {rounded(100 * Decimal(count) / base, digits)}%" for count in (low, low + 1)
    )


def _finding(kind: str, one: Observation, cells: Iterable[Observation] = (), **facts: object) -> Finding:
    return Finding(
        KINDS[kind],
        one.path,
        one.row,
        {**facts, "source": one.source, "what": one.key.words, CELLS: tuple(cells) or (one,)},
    )
