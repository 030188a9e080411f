"""The published data of a site, at the stable paths of DESIGN.md section 6."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path

from macros.datasets.catalogue import INDICATOR_COLUMNS
from macros.datasets.revisions import all_releases, told
from macros.datasets.store import Store
from macros.model.finding import Finding
from macros.model.report import Report
from macros.publishing import blocks
from macros.publishing.built_pages import BuiltPage
from macros.publishing.metadata import csvw, data_package
from macros.publishing.restated_table import RESTATEMENT_COLUMNS, restatement_rows
from macros.render.downloads import OBSERVATION_COLUMNS, csv_text, observation_rows

KNOWN_ISSUE_COLUMNS = ("report", "source", "printed", "problem", "kind")
FIGURE_FIELDS = (
    "page", "edition", "report", "indicator", "area", "period", "breakdown", "value", "shown", "source", "release",
)  # fmt: skip


def write_contract(store: Store, site: Path, pages: Iterable[BuiltPage], reports: Iterable[Report]) -> None:
    """Write `data/` of a site for the reports it holds."""
    data = site / "data"
    reports = [report for report in reports if report.id in store.releases]
    indicators = store.catalogue.indicators
    tables = {"indicators.csv": _indicators(store)}
    for report in reports:
        for release in all_releases(store, report.id):
            rows = observation_rows(release, told(store, release), indicators)
            text = csv_text(OBSERVATION_COLUMNS, rows)
            tables[f"reports/{report.id}/{release.date.isoformat()}.csv"] = text
        tables[f"reports/{report.id}.csv"] = text  # the last is the one in force
    tables["known-issues.csv"] = _known_issues(store, reports)
    tables["restatements.csv"] = csv_text(RESTATEMENT_COLUMNS, restatement_rows(store, reports))
    for path, text in tables.items():
        _write(data / path, text)
        _write(data / f"{path}-metadata.json", _json(csvw(path, next(csv.reader([text.split("\n", 1)[0]])))))
    _write(data / "datapackage.json", _json(data_package(tables)))
    _write(data / "figures.json", _json(_figures(pages)))


def write_findings(site: Path, findings: Iterable[Finding]) -> None:
    """Write `data/findings.json`: what the checks say, known last."""
    _write(site / "data/findings.json", _json(_findings(findings)))


def write_downloads(root: Path, site: Path, names: Iterable[str]) -> None:
    """Write the CSV of each block that stands on a page."""
    for name in dict.fromkeys(names):
        block = blocks.get(root, name)
        if block is not None and block.download:
            _write(site / block.download, block.csv)


def _indicators(store: Store) -> str:
    rows = (
        {field.name: _cell(getattr(indicator, field.name)) for field in fields(indicator)}
        for indicator in store.catalogue.indicators.values()
    )
    return csv_text(INDICATOR_COLUMNS, rows)


def _cell(value: object) -> object:
    return ";".join(value) if isinstance(value, tuple) else value


def _known_issues(store: Store, reports: Iterable[Report]) -> str:
    rows = (
        {**row, "report": report.id}
        for report in reports
        for row in store.release(report.id).tables.get("known_issues", ())
    )
    return csv_text(KNOWN_ISSUE_COLUMNS, rows)


def _figures(pages: Iterable[BuiltPage]) -> list[dict[str, str]]:
    return [
        {name: page.url if name == "page" else getattr(figure, name) for name in FIGURE_FIELDS}
        for page in pages
        for figure in page.figures
    ]


def _findings(findings: Iterable[Finding]) -> list[dict[str, object]]:
    names = ("check", "severity", "path", "line", "message", "help")
    return [{name: getattr(finding, name) for name in names} for finding in findings]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
