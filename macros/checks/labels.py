"""`labels`: periods lie in the report's year, its history or its plan (DOMAIN.md section 9: period_label_in_range)."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.context import Context
from macros.datasets.catalogue import Catalogue
from macros.model.figure_problems import CELLS, KINDS
from macros.model.finding import Finding
from macros.model.indicator import PeriodType
from macros.model.period import PeriodKind
from macros.model.release import Release
from macros.model.report import Report

HISTORY = 10  # years a report looks back at most
PLAN = 2  # years it looks ahead


def labels(context: Context) -> list[Finding]:
    """Periods no report of that year can be about, and what is counted of a time after it."""
    found: list[Finding] = []
    for name, release in context.store.releases.items():
        found += _periods(context.store.catalogue, context.store.report(name), release)
    return found


def _periods(catalogue: Catalogue, report: Report, release: Release) -> Iterator[Finding]:
    for one in release.observations:
        years_back = report.period.end.year - one.key.period.end.year
        is_flow = catalogue.indicator(one.key.indicator).period_type is PeriodType.FLOW
        is_year = one.key.period.kind in (PeriodKind.FINANCIAL_YEAR, PeriodKind.CALENDAR_YEAR)
        is_to_come = is_flow and is_year and one.key.period.start > report.period.end  # it cannot have been counted
        if is_to_come or not -PLAN <= years_back <= HISTORY:
            facts: dict[str, object] = {"source": one.source, "what": one.key.words, CELLS: (one,)}
            yield Finding(KINDS["period-out-of-range"], one.path, one.row, facts)
