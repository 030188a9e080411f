"""`cross-table`: one indicator, area and date has one value wherever the report prints it (DOMAIN.md section 9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from macros.checks.context import Context
from macros.datasets.catalogue import Catalogue
from macros.datasets.printed import Place, decimals, places, relations
from macros.datasets.select import agree
from macros.model.figure_problems import CELLS, KINDS
from macros.model.finding import Finding
from macros.model.indicator import PeriodType
from macros.model.observation import Observation
from macros.model.period import PeriodKind
from macros.model.relation import Relation, Rule
from macros.model.release import Release


def cross_table(context: Context) -> list[Finding]:
    """Figures printed twice with different values."""
    found: list[Finding] = []
    for release in context.store.releases.values():
        found += _same_key(release)
        found += _equal(release, relations(release))
        for place in places(release):
            found += _last_quarter(context.store.catalogue, place)
    return found


def _same_key(release: Release) -> Iterator[Finding]:
    for rows in release.by_key.values():
        held = [row for row in rows if row.value is not None]
        best = max(held, key=lambda row: decimals(row.value or Decimal(0)), default=None)
        for other in held:
            if best is not None and not agree(best.value, other.value):
                yield _differs("printed-twice", other, best)


def _equal(release: Release, declared: Iterable[Relation]) -> Iterator[Finding]:
    for relation in declared:
        if relation.rule is not Rule.EQUAL:
            continue
        term = relation.parts[0]
        for one in [
            row for row in release.by_indicator.get(relation.result.indicator, ()) if relation.result.selects(row)
        ]:
            printed = relation.result.of(one)
            rows = release.by_key.get(term.key(one.key.period, one.key.area), ())
            others = [row for row in rows if term.of(row) is not None]
            if printed is None or not others or any(agree(printed, term.of(row)) for row in others):
                continue
            yield _differs("printed-twice", one, others[0], printed, term.of(others[0]))


def _last_quarter(catalogue: Catalogue, place: Place) -> Iterator[Finding]:
    """A snapshot's fourth quarter is its year end; a cumulative figure's fourth quarter is its year."""
    for one in place.cells.values():
        period = one.key.period
        kind = catalogue.indicator(one.key.indicator).period_type
        if not period.quarters or kind is PeriodType.FLOW:
            continue
        if kind is PeriodType.CUMULATIVE and period.kind is not PeriodKind.FINANCIAL_YEAR:
            continue  # it counts from April: a year that ends in December is not its fourth quarter
        last = place.cells.get((one.key.indicator, period.quarters[3], frozenset(one.key.breakdown)))
        if last is not None and one.value is not None and last.value is not None and not agree(one.value, last.value):
            yield _differs("year-end-differs", one, last)


def _differs(
    kind: str, one: Observation, other: Observation, printed: Decimal | None = None, known: Decimal | None = None
) -> Finding:
    facts = {
        "what": one.key.words,
        "printed": one.value if printed is None else printed,
        "source": one.source,
        "other": other.value if known is None else known,
        "other_what": other.key.words,
        "other_source": other.source,
    }
    return Finding(KINDS[kind], one.path, one.row, {**facts, CELLS: (one, other)})
