"""Editions that were published before and are kept: a report's `editions.csv`, and an archive for each."""

from __future__ import annotations

import re
from datetime import date
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from macros.datasets.csv_source import Row, read_table
from macros.datasets.frozen import FOLDER, release_days
from macros.datasets.revisions import withheld_keys
from macros.datasets.store import Store
from macros.model.finding import Finding
from macros.model.kept_edition import KeptEdition
from macros.model.period import calendar_day
from macros.model.problems import KINDS
from macros.model.report import Report, ReportStatus
from macros.model.status import ObservationStatus

COLUMNS = ("release", "sha256", "why")
_SHA = re.compile(r"(?:[0-9a-f]{64})?", re.ASCII)


def list_path(report: str) -> str:
    """The file that lists the kept editions of a report."""
    return f"{FOLDER}/{report}/editions.csv"


def read_editions(root: Path, report: str) -> tuple[list[KeptEdition], list[Finding]]:
    """The kept editions of a report, oldest first, and what is wrong with its list; none where it has none."""
    path = list_path(report)
    if not (root / path).exists():
        return [], []
    table = read_table(root, path, COLUMNS)
    found: dict[date, KeptEdition] = {}
    findings = list(table.findings)
    days = release_days(root, report)
    for row in table.rows:
        day = calendar_day(row["release"])
        if why := _refused(row, day, days, found):
            facts: dict[str, object] = {"row": row.number, "cell": row["release"], "why": why}
            findings.append(Finding(KINDS["edition-row"], path, row.number, facts))
        elif day:
            found[day] = KeptEdition(report, day, row["sha256"], row["why"], row.number)
    return sorted(found.values(), key=lambda one: one.release), findings


def _refused(row: Row, day: date | None, days: list[date], found: dict[date, KeptEdition]) -> str:
    if day is None or day not in days:
        return "is the day of no release of this report"
    if day in found:
        return f"stands in row {found[day].row} already. Remove one"
    if not _SHA.fullmatch(row["sha256"]):
        return "has a checksum that is none. Take the row back from git"
    if not row["sha256"] and not row["why"].strip():
        return "has no checksum. If the edition is lost, say in the column 'why' how it came to that"
    return ""


def were_public(root: Path, report: Report) -> list[date]:
    """The releases of a report that readers have seen, and that another has replaced since.

    A release was public if the next one came after the day on which the report was published.
    """
    published = report.dates.get(ReportStatus.PUBLISHED)
    if not report.is_published or published is None:
        return []
    days = [day for day in release_days(root, report.id) if day <= report.release]
    return [before for before, after in pairwise(days) if after > published]


def wrong_archive(root: Path, one: KeptEdition) -> str:
    """Why the archive of a kept edition is not what was kept; empty when it is, or when there is none to keep."""
    if not one.sha256:
        return ""
    try:
        there = sha256((root / one.path).read_bytes()).hexdigest()
    except OSError:
        return "it is gone"
    return "" if there == one.sha256 else "its bytes changed"


def seen_before(store: Store, report: Report, day: date) -> str:
    """The address of the edition that the release of `day` replaced; empty where none can be shown."""
    earlier = [one.date for one in store.earlier.get(report.id, ()) if one.date < day]
    for one in read_editions(store.root, report.id)[0]:
        if earlier and one.release == earlier[-1] and one.sha256 and not is_withdrawn(store, one):
            return one.address
    return ""


def is_withdrawn(store: Store, one: KeptEdition) -> bool:
    """Whether the edition shows a figure that a later release hides: then it may not be shown any more."""
    withheld = withheld_keys(store, one.report)
    releases = (release for release in store.earlier.get(one.report, ()) if release.date == one.release)
    return any(
        row.key in withheld and row.status is not ObservationStatus.CONFIDENTIAL
        for release in releases
        for row in release.observations
    )
