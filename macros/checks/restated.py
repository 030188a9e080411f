"""`restated`: a value that a later report of the same council changed, and comparators or columns carried over
unchanged under another year's label (DOMAIN.md section 9)."""

from __future__ import annotations

from macros.checks.context import Context
from macros.datasets.restatements import Restatement, StaleBlock, repeated_columns, restatements, stale_comparators
from macros.model.figure_problems import CELLS, KINDS
from macros.model.finding import Finding


def restated(context: Context) -> list[Finding]:
    """Restated values, stale comparators and repeated columns, over all reports."""
    return [
        *(_restated(one) for one in restatements(context.store)),
        *(_repeated("stale-comparator", one) for one in stale_comparators(context.store)),
        *(_repeated("column-of-another-year", one) for one in repeated_columns(context.store)),
    ]


def _restated(one: Restatement) -> Finding:
    facts = {
        "what": one.later.key.words,
        "printed": one.later.value,
        "source": one.later.source,
        "other": one.first.value,
        "other_source": one.first.source,
        "report": one.first_report,
    }
    return Finding(KINDS["restated-value"], one.later.path, one.later.row, {**facts, CELLS: (one.later,)})


def _repeated(kind: str, block: StaleBlock) -> Finding:
    one = block.rows[0]
    facts = {
        "source": one.source,
        "period": one.key.period,
        "report": block.report,
        "other": block.period,
        "count": len(block.rows),
    }
    return Finding(KINDS[kind], one.path, one.row, {**facts, CELLS: block.rows})
