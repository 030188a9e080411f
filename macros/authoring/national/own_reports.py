"""The published reports of a repository by council, each with its part of the menu and its files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.datasets.store import open_store

_PART = re.compile(r"^  - (?:\"[^\"]*\"|[^:\n]+):\n(?:      .*\n)+", re.MULTILINE)


@dataclass(frozen=True)
class OwnReport:
    """A report of the repository: its id, and its lines of `nav:` in mkdocs.yml."""

    id: str
    menu: str


def own_reports(root: Path, settings: str) -> dict[str, Sequence[OwnReport]]:
    """The published reports that have pages and stand in the menu, by council, the latest first."""
    found: dict[str, list[OwnReport]] = {}
    parts = {part[0] for part in _PART.finditer(settings)}
    store = open_store(root)
    for report in sorted(store.reports.values(), key=lambda one: one.period, reverse=True):
        menu = next((part for part in parts if f" reports/{report.id}/" in part), "")
        if report.is_published and menu and (root / f"docs/reports/{report.id}/index.md").is_file():
            found.setdefault(report.council, []).append(OwnReport(report.id, menu))
    return {council: tuple(reports) for council, reports in found.items()}


def report_files(root: Path, report: OwnReport) -> dict[str, bytes]:
    """Every file of a report, data and pages, by its path from the root."""
    folders = (root / "data/reports" / report.id, root / "docs/reports" / report.id)
    paths = (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}
