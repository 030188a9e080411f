"""`restated`: a value that a later report of the same council changed, and comparators carried over unchanged
under a new year's label (DOMAIN.md section 9)."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.context import Context
from macros.datasets.restatements import Restatement, restatements, stale_comparators
from macros.model.figure_problems import CELLS, KINDS
from macros.model.finding import Finding


def restated(context: Context) -> list[Finding]:
    """Restated values and stale comparators, over all reports."""
    return [*(_restated(one) for one in restatements(context.store)), *_stale(context)]


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


def _stale(context: Context) -> Iterator[Finding]:
    for block in stale_comparators(context.store):
        one = block.rows[0]
        facts = {
            "source": one.source,
            "period": one.key.period,
            "report": block.report,
            "other": block.period,
            "count": len(block.rows),
        }
        yield Finding(KINDS["stale-comparator"], one.path, one.row, {**facts, CELLS: block.rows})
