"""`labels`: periods lie in the report's year, its history or its plan (DOMAIN.md section 9: period_label_in_range)."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.context import Context
from macros.model.figure_problems import CELLS, KINDS
from macros.model.finding import Finding
from macros.model.release import Release
from macros.model.report import Report

HISTORY = 10  # years a report looks back at most
PLAN = 2  # years it looks ahead


def labels(context: Context) -> list[Finding]:
    """Periods no report of that year can be about."""
    found: list[Finding] = []
    for name, release in context.store.releases.items():
        found += _periods(context.store.report(name), release)
    return found


def _periods(report: Report, release: Release) -> Iterator[Finding]:
    for one in release.observations:
        years_back = report.period.end.year - one.key.period.end.year
        if not -PLAN <= years_back <= HISTORY:
            facts: dict[str, object] = {"source": one.source, "what": one.key.words, CELLS: (one,)}
            yield Finding(KINDS["period-out-of-range"], one.path, one.row, facts)
