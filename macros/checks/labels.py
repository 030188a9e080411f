"""`labels`: tables are numbered once; periods lie in the report's year, its history or its plan
(DOMAIN.md section 9: unique_caption, period_label_in_range)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from macros.checks.context import Context
from macros.model.figure_problems import CELLS, KINDS
from macros.model.finding import Finding
from macros.model.release import Release
from macros.model.report import Report

_TABLE = re.compile(r"(Table) ([1-9]\d?)(?: \((.+)\))?", re.ASCII)  # no report has a hundred tables
HISTORY = 10  # years a report looks back at most
PLAN = 2  # years it looks ahead


def labels(context: Context) -> list[Finding]:
    """Numbers given twice or left out, and periods no report of that year can be about."""
    found: list[Finding] = []
    for name, release in context.store.releases.items():
        found += _numbers(release)
        found += _periods(context.store.report(name), release)
    return found


def _numbers(release: Release) -> Iterator[Finding]:
    """By the sources of the release: `Table 5 (timeliness)` and `Table 5 (participation)` share a number.

    A release holds only tables with figures, so a gap alone proves nothing: the number may be a chart's. After a
    number that stands twice (5, 5, 7) it is a slip.
    """
    numbered: dict[int, list[str]] = {}
    for source in release.by_source:
        if found := _TABLE.fullmatch(source):
            numbered.setdefault(int(found[2]), []).append(source)
    for number in range(1, max(numbered, default=0) + 1):
        places, before = numbered.get(number, []), numbered.get(number - 1, [])
        if len(places) > 1 or (not places and len(before) > 1):
            yield _numbered(release, f"Table {number}", places, f"Table {max(numbered)}")


def _numbered(release: Release, label: str, places: list[str], last: str) -> Finding:
    """The finding for a number that stands twice, or nowhere."""
    one = release.by_source[places[0]][0] if places else replace(release.observations[0], source=label)
    facts: dict[str, object] = {"label": label, "source": label, CELLS: (one,)}
    if places:
        return Finding(KINDS["number-twice"], one.path, one.row, {**facts, "places": ", ".join(places)})
    return Finding(KINDS["number-missing"], one.path, 0, {**facts, "after": last})


def _periods(report: Report, release: Release) -> Iterator[Finding]:
    for one in release.observations:
        years_back = report.period.end.year - one.key.period.end.year
        if not -PLAN <= years_back <= HISTORY:
            facts: dict[str, object] = {"source": one.source, "what": one.key.words, CELLS: (one,)}
            yield Finding(KINDS["period-out-of-range"], one.path, one.row, facts)
