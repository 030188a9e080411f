"""The checks, in the order they run. A check is a function of a context that returns findings;
it knows no MkDocs and no other check."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from macros.checks.context import Context, open_context
from macros.checks.data import schema
from macros.checks.duties import duties
from macros.checks.front_matter import front_matter
from macros.checks.other_voice import links
from macros.model.finding import Finding

CHECKS: tuple[Callable[[Context], list[Finding]], ...] = (
    schema,
    links,
    duties,
    front_matter,
)


def run(root: Path) -> list[Finding]:
    """What every check finds in the project at `root`, in the order of CHECKS."""
    context = open_context(root)
    return [finding for check in CHECKS for finding in check(context)]
