"""`schema`, `explained-blanks`, `release-frozen`: what could not be read as it should be."""

from __future__ import annotations

from macros.checks.context import Context
from macros.model.finding import Finding


def schema(context: Context) -> list[Finding]:
    """The findings made while the data and the pages were read."""
    return [*context.store.findings, *context.unread]
