"""Reports and their releases, from `data/reports/<report>/`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from macros.datasets.catalogue import Catalogue
from macros.datasets.csv_source import read_table
from macros.datasets.frozen import release_findings
from macros.datasets.observations import read_observations
from macros.datasets.yaml_source import read_settings
from macros.errors import ReportsError
from macros.model.finding import Finding
from macros.model.period import Period
from macros.model.problems import KINDS
from macros.model.release import Release, Row
from macros.model.report import Report, ReportStatus

FOLDER = "data/reports"
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
}  # fmt: skip


def read_report(root: Path, report: str, catalogue: Catalogue) -> tuple[Report | None, list[Finding]]:
    """`report.yml` of a report, or None when it cannot be used."""
    path = f"{FOLDER}/{report}/report.yml"
    settings, findings = read_settings(root, path, REPORT_SETTINGS)
    if findings:
        return None, findings
    try:
        return _report(report, settings, catalogue), findings
    except _BadSetting as bad:
        facts = {"setting": bad.setting, "cell": settings.get(bad.setting), "remedy": bad.remedy}
        return None, [Finding(KINDS["bad-setting"], path, 0, facts)]


class _BadSetting(Exception):
    """A setting whose value does not fit."""

    def __init__(self, setting: str, remedy: str) -> None:
        self.setting, self.remedy = setting, remedy
        super().__init__(setting)


def _report(report: str, settings: Mapping[str, Any], catalogue: Catalogue) -> Report:
    if settings["id"] != report:
        raise _BadSetting("id", f"It must be the folder's name, {report}.")
    if settings["status"] not in list(ReportStatus):
        raise _BadSetting("status", f"Use one of: {', '.join(ReportStatus)}.")
    comparators = settings.get("comparators") or {}
    areas = {"council": settings["council"], **comparators}
    for setting, area in areas.items():
        try:
            catalogue.area(str(area))
        except ReportsError as error:
            raise _BadSetting(setting, str(error)) from None
    try:
        period = Period.parse(str(settings["period"]))
    except ReportsError as error:
        raise _BadSetting("period", str(error)) from None
    printed = settings.get("printed") or {}
    return Report(
        id=report,
        council=str(settings["council"]),
        title=str(settings["title"]),
        short_title=str(settings["short_title"]),
        young_people_title=str(settings.get("young_people_title") or settings["short_title"]),
        period=period,
        status=ReportStatus(settings["status"]),
        release=_date(settings, "release"),
        young_people=str(settings["young_people"]),
        council_group=str(settings.get("council_group") or ""),
        region=str(comparators.get("region") or ""),
        nation=str(comparators.get("nation") or ""),
        printed_title=str(printed.get("title") or settings["title"]),
    )


def _date(settings: Mapping[str, Any], setting: str) -> date:
    value = settings[setting]
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise _BadSetting(setting, "Write the release's date as 2017-06-30.") from None


def read_release(root: Path, report: Report, catalogue: Catalogue) -> tuple[Release | None, list[Finding]]:
    """The release in force of a report, or None when its `release.yml` cannot be used."""
    folder = f"{FOLDER}/{report.id}/{report.release.isoformat()}"
    settings, findings = read_settings(root, f"{folder}/release.yml", RELEASE_SETTINGS)
    if findings:
        return None, findings
    findings += release_findings(root, folder, settings)
    names = [str(name) for name in settings["observations"]]
    observations, wrong = read_observations(root, [f"{folder}/{name}" for name in names], catalogue)
    tables, unread = _read_tables(root, folder)
    release = Release(report.id, report.release, str(settings["why"]), tuple(observations), tables)
    return release, [*findings, *wrong, *unread]


def _read_tables(root: Path, folder: str) -> tuple[dict[str, tuple[Row, ...]], list[Finding]]:
    tables: dict[str, tuple[Row, ...]] = {}
    findings: list[Finding] = []
    for name, columns in TABLES.items():
        if (root / folder / f"{name}.csv").exists():
            table = read_table(root, f"{folder}/{name}.csv", columns)
            tables[name] = tuple(row.cells for row in table.rows)
            findings += table.findings
    return tables, findings
