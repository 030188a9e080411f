"""`schema`, `explained-blanks`, `release-frozen`: what could not be read as it should be."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.context import Context
from macros.datasets.printed import unreadable_relations
from macros.model.figure_problems import KINDS
from macros.model.finding import Finding


def schema(context: Context) -> list[Finding]:
    """The findings made while the data and the pages were read, and relations that say nothing."""
    return [*context.store.findings, *context.unread, *_relations(context)]


def _relations(context: Context) -> Iterator[Finding]:
    for release in context.store.releases.values():
        path = f"data/reports/{release.report}/{release.date.isoformat()}/relations.csv"
        for row, why in unreadable_relations(release):
            yield Finding(KINDS["bad-relation"], path, row, {"row": row, "why": why})
