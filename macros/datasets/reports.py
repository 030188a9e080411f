"""Reports and their releases, from `data/reports/<report>/`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from macros.datasets.catalogue import Catalogue
from macros.datasets.csv_source import Table, read_table
from macros.datasets.frozen import FOLDER, release_days, release_findings
from macros.datasets.observations import read_observations
from macros.datasets.report_settings import Settings, make_report, topic_files
from macros.datasets.yaml_source import read_settings
from macros.model.finding import Finding
from macros.model.plan import ActionState
from macros.model.problems import KINDS
from macros.model.release import Release, Row
from macros.model.report import Report

REPORT_SETTINGS = ("id", "council", "title", "short_title", "period", "status", "release", "young_people")
RELEASE_SETTINGS = ("report", "date", "why", "observations")
TABLES: Mapping[str, tuple[str, ...]] = {
    "known_issues": (
        "source", "printed", "problem", "should_be", "kind", "indicator", "area", "period", "breakdown",
    ),
    "work_plan": (
        "plan", "aim", "number", "action", "plain_action", "progress", "plain_progress", "state", "source",
    ),
    "recommendations": ("number", "text", "plain_text", "source"),
    "relations": ("rule", "result", "parts", "note"),
    "claims": ("source", "claim", "result", "against", "amount", "note"),
    "outline": ("kind", "number", "about", "source"),
    "labels": ("source", "kind", "printed", "means", "note"),
    "references": ("source", "kind", "number", "about", "note"),
}  # fmt: skip
# who does it, by when, and how one will see that it worked
TABLES_OPTIONAL: Mapping[str, tuple[str, ...]] = {"work_plan": ("owner", "due", "measure")}


def read_report(root: Path, report: str, catalogue: Catalogue) -> tuple[Report | None, list[Finding]]:
    """`report.yml` of a report, or None when it cannot be used."""
    path = f"{FOLDER}/{report}/report.yml"
    loaded, findings = read_settings(root, path, REPORT_SETTINGS)
    if findings:
        return None, findings
    settings = Settings(path, loaded)
    made = make_report(report, settings, catalogue)
    return made, settings.findings


def read_earlier(root: Path, report: Report, catalogue: Catalogue) -> tuple[tuple[Release, ...], list[Finding]]:
    """The releases of a report before the one in force, oldest first; what is wrong with them."""
    read = [read_release(root, report, catalogue, day) for day in _before(root, report, report.release)]
    found = tuple(release for release, _ in read if release is not None)
    return found, [finding for _, findings in read for finding in findings]


def read_release(
    root: Path, report: Report, catalogue: Catalogue, day: date | None = None
) -> tuple[Release | None, list[Finding]]:
    """The release of a `day` (left out: the one in force), or None when its `release.yml` cannot be used.

    A file that is wrongly named is left out; the others are read, so that one run tells every fault.
    """
    day = day or report.release
    folder = f"{FOLDER}/{report.id}/{day.isoformat()}"
    path = f"{folder}/release.yml"
    loaded, findings = read_settings(root, path, RELEASE_SETTINGS)
    if findings:
        return None, findings
    settings = Settings(path, loaded)
    settings.equal("report", report.id, f"It must be the report's folder, {report.id}.")
    if (written := settings.day("date")) and written != day:
        settings.refuse("date", f"It must be the folder's date, {day.isoformat()}.")
    if "supersedes" in loaded and settings.day("supersedes") not in (None, *_before(root, report, day)):
        settings.refuse("supersedes", "There is no release of that day. Take its folder back.")
    why, names = settings.text("why"), topic_files(settings)
    frozen = release_findings(root, folder, settings)
    observations, wrong = read_observations(root, [f"{folder}/{name}" for name in names], catalogue)
    tables, unread = _read_tables(root, folder)
    release = Release(report.id, day, why, tuple(observations), tables)
    return release, [*settings.findings, *frozen, *wrong, *unread]


def _before(root: Path, report: Report, day: date) -> list[date]:
    return [one for one in release_days(root, report.id) if one < day]


def _read_tables(root: Path, folder: str) -> tuple[dict[str, tuple[Row, ...]], list[Finding]]:
    tables: dict[str, tuple[Row, ...]] = {}
    findings: list[Finding] = []
    for name, columns in TABLES.items():
        if (root / folder / f"{name}.csv").exists():
            table = read_table(root, f"{folder}/{name}.csv", columns, TABLES_OPTIONAL.get(name, ()))
            wrong = _bad_states(table) if name == "work_plan" else []
            unusable = {finding.line for finding in wrong}
            tables[name] = tuple(row.cells for row in table.rows if row.number not in unusable)
            findings += [*table.findings, *wrong]
    return tables, findings


def _bad_states(plan: Table) -> list[Finding]:
    """The actions of a work plan whose state is none."""
    why = f"is not one of: {', '.join(ActionState)}"
    return [
        Finding(
            KINDS["bad-catalogue-value"],
            plan.path,
            row.number,
            {"row": row.number, "column": "state", "cell": row["state"], "why": why},
        )
        for row in plan.rows
        if row["state"] not in list(ActionState)
    ]
