"""`sums`: the parts of a printed total add to it; quarters add to their year for flows (DOMAIN.md section 9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from macros.checks.context import Context
from macros.datasets.catalogue import Catalogue
from macros.datasets.printed import Place, decimals, parts_of, parts_of_total, places, relations, rounded
from macros.model.codelist import TOTAL
from macros.model.figure_problems import CELLS, KINDS
from macros.model.finding import Finding
from macros.model.indicator import PeriodType, Unit
from macros.model.observation import Observation
from macros.model.relation import Relation, Rule
from macros.model.release import Release
from macros.model.status import ObservationStatus

Cells = Sequence[Observation]
_KINDS = {
    Rule.SUM: "sum-of-parts",
    Rule.STOCK_FLOW: "stock-and-flow",
    Rule.MEAN: "mean-of-values",
    Rule.AT_MOST: "more-than-whole",
}
_WITH_BLANKS = (Rule.SUM, Rule.STOCK_FLOW)  # blanks among the parts may stand for what is missing
_ADDED = (Unit.COUNT, Unit.FTE)


def sums(context: Context) -> list[Finding]:
    """Printed totals, years and declared sums that their parts do not give."""
    found: list[Finding] = []
    for release in context.store.releases.values():
        declared = relations(release)
        for place in places(release):
            found += _totals(context.store.catalogue, place, declared)
            found += _years(context.store.catalogue, place, declared)
        found += _declared(release, declared)
    return found


def _totals(catalogue: Catalogue, place: Place, declared: Iterable[Relation]) -> Iterator[Finding]:
    exempt = {relation.result.indicator for relation in declared if relation.rule is Rule.NOT_PARTS}
    for one in place.cells.values():
        indicator = catalogue.indicator(one.key.indicator)
        if indicator.id in exempt or TOTAL not in dict(one.key.breakdown).values():
            continue
        for parts in parts_of_total(place, one).values():
            there = [part for part in parts if part.status is not ObservationStatus.NOT_APPLICABLE]
            counted = [(one.value, [part.value for part in there])] if indicator.unit in _ADDED else []
            counted += [(one.numerator, [part.numerator for part in there])] if one.numerator is not None else []
            for total, values in counted:
                if total is not None and (finding := _compare("sum-of-parts", one, parts, total, values)):
                    yield finding


def _years(catalogue: Catalogue, place: Place, declared: Iterable[Relation]) -> Iterator[Finding]:
    exempt = {relation.result.indicator for relation in declared if relation.rule is Rule.NOT_QUARTERS}
    for one in place.cells.values():
        indicator = catalogue.indicator(one.key.indicator)
        is_flow = indicator.period_type is PeriodType.FLOW and indicator.id not in exempt
        if not is_flow or not one.key.period.quarters:
            continue
        breakdown = frozenset(one.key.breakdown)
        quarters = [place.cells.get((indicator.id, quarter, breakdown)) for quarter in one.key.period.quarters]
        held = [quarter for quarter in quarters if quarter is not None]
        if len(held) < len(quarters):
            continue
        if indicator.unit in _ADDED and one.value is not None:
            yield from _found(_compare("sum-of-quarters", one, held, one.value, [quarter.value for quarter in held]))
        for part in ("numerator", "denominator"):
            year = getattr(one, part)
            values = [getattr(quarter, part) for quarter in held]
            if year is not None and None not in values:
                yield from _found(_compare("sum-of-quarters", one, held, year, values))


def _declared(release: Release, declared: Iterable[Relation]) -> Iterator[Finding]:
    """Sums, means, upper limits, and closing stocks (opening stock + starters - leavers) that are declared as data."""
    for relation in declared:
        if relation.rule not in _KINDS:
            continue
        for one in [
            row for row in release.by_indicator.get(relation.result.indicator, ()) if relation.result.selects(row)
        ]:
            printed, parts = relation.result.of(one), parts_of(release, relation, one)
            if printed is None or parts is None:
                continue
            pairs = zip(relation.parts, parts, strict=True)
            values = [None if (value := term.of(part)) is None else term.sign * value for term, part in pairs]
            taken = [value for value, term in zip(values, relation.parts, strict=True) if term.sign < 0]
            if None in (taken if relation.rule in _WITH_BLANKS else values):
                continue  # nothing follows from what is not known
            if relation.rule is Rule.MEAN:
                yield from _found(_mean(one, parts, printed, [value for value in values if value is not None]))
            elif relation.rule is Rule.AT_MOST:
                held = [value for value in values if value is not None]
                if (most := sum(held, Decimal(0))) < printed:
                    shown = f"{_list(held)} = {most}" if len(held) > 1 else most
                    yield _finding("more-than-whole", one, parts, printed=printed, parts=shown)
            else:
                yield from _found(_compare(_KINDS[relation.rule], one, parts, printed, values))


def _mean(one: Observation, cells: Cells, printed: Decimal, values: list[Decimal]) -> Finding | None:
    if not values:
        return None
    mean = rounded(sum(values, Decimal(0)) / len(values), decimals(printed))
    if mean == printed:
        return None
    return _finding("mean-of-values", one, cells, printed=printed, parts=_list(values), made=mean)


def _compare(
    kind: str, one: Observation, cells: Cells, printed: Decimal, values: list[Decimal | None]
) -> Finding | None:
    """The finding when values do not add to what is printed; blanks may stand for what is missing, but not less."""
    held = [value for value in values if value is not None]
    made = sum(held, Decimal(0))
    if made == printed or not held or (len(held) < len(values) and made < printed):
        return None
    return _finding(kind, one, cells, printed=printed, parts=_list(held), made=made)


def _list(values: list[Decimal]) -> str:
    shown = " + ".join(f"{value:f}" for value in values[:12]).replace("+ -", "- ")
    return f"{shown} + …" if len(values) > 12 else shown


def _finding(kind: str, one: Observation, cells: Cells, **facts: object) -> Finding:
    told = {**facts, "source": one.source, "what": one.key.words, CELLS: (one, *cells)}
    return Finding(KINDS[kind], one.path, one.row, told)


def _found(finding: Finding | None) -> list[Finding]:
    return [finding] if finding else []
