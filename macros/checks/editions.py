"""`editions`: an edition that readers have seen stays to be seen, as it was (DESIGN.md section 1, promise 3)."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.context import Context
from macros.datasets.editions import list_path, read_editions, were_public, wrong_archive
from macros.model.finding import Finding
from macros.model.problems import KINDS
from macros.model.report import Report


def editions(context: Context) -> list[Finding]:
    """Editions that were published and are not kept, and kept ones that are no longer what they were."""
    return [one for report in context.store.reports.values() for one in _of_report(context, report)]


def _of_report(context: Context, report: Report) -> Iterator[Finding]:
    root = context.store.root
    kept, findings = read_editions(root, report.id)
    yield from findings
    for one in kept:
        if why := wrong_archive(root, one):
            yield Finding(KINDS["edition-changed"], one.path, 0, {"why": why})
    missing = [day for day in were_public(root, report) if day not in {one.release for one in kept}]
    for day in missing if not findings else ():
        facts: dict[str, object] = {"day": day.isoformat(), "report": report.id}
        yield Finding(KINDS["edition-missing"], list_path(report.id), 0, facts)
