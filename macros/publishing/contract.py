"""The published data of a site, at the stable paths of DESIGN.md section 6."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from functools import lru_cache
from pathlib import Path

from macros.datasets.catalogue import AREA_COLUMNS, CODE_COLUMNS, INDICATOR_COLUMNS
from macros.datasets.revisions import all_releases, told
from macros.datasets.store import Store
from macros.model.finding import Finding
from macros.model.report import Report
from macros.publishing import blocks
from macros.publishing.built_pages import BuiltPage
from macros.publishing.metadata import columns_of, csvw, data_package
from macros.publishing.report_workbook import report_workbook
from macros.publishing.restated_table import RESTATEMENT_COLUMNS, restatement_rows
from macros.render.downloads import OBSERVATION_COLUMNS, csv_text, observation_rows

KNOWN_ISSUE_COLUMNS = ("report", "source", "printed", "problem", "kind")
FIGURE_FIELDS = (
    "page", "edition", "report", "indicator", "area", "period", "breakdown", "value", "shown", "source", "release",
)  # fmt: skip
FINDING_FIELDS = ("check", "severity", "path", "line", "message", "help")


def write_contract(store: Store, site: Path, pages: Iterable[BuiltPage], reports: Iterable[Report]) -> None:
    """Write `data/` of a site for the reports it holds."""
    data = site / "data"
    reports = [report for report in reports if report.id in store.releases]
    tables = {"indicators.csv": _indicators(store), "areas.csv": _areas(store), "codes.csv": _codes(store)}
    for report in reports:
        for release in all_releases(store, report.id):
            text = _observations(store, report.id, release.date)
            tables[f"reports/{report.id}/{release.date.isoformat()}.csv"] = text
        tables[f"reports/{report.id}.csv"] = text  # the last is the one in force
        _write(data / f"reports/{report.id}.xlsx", report_workbook(store, report))
    tables["known-issues.csv"] = _known_issues(store, reports)
    tables["restatements.csv"] = csv_text(RESTATEMENT_COLUMNS, restatement_rows(store, reports))
    for path, text in tables.items():
        _write(data / path, text)
        _write(data / f"{path}-metadata.json", _json(csvw(path, columns_of(text))))
    lists = {"figures.json": FIGURE_FIELDS, "findings.json": FINDING_FIELDS}
    _write(data / "datapackage.json", _json(data_package(tables, lists)))
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


@lru_cache(maxsize=1024)  # `make site` writes them again after each edit
def _observations(store: Store, report: str, day: date) -> str:
    release = next(one for one in all_releases(store, report) if one.date == day)
    return csv_text(OBSERVATION_COLUMNS, observation_rows(release, told(store, release), store.catalogue.indicators))


@lru_cache(maxsize=2)
def _indicators(store: Store) -> str:
    rows = (
        {field.name: _cell(getattr(indicator, field.name)) for field in fields(indicator)}
        for indicator in store.catalogue.indicators.values()
    )
    return csv_text(INDICATOR_COLUMNS, rows)


def _areas(store: Store) -> str:
    areas = store.catalogue.areas.values()
    return csv_text(AREA_COLUMNS, ({name: getattr(area, name) for name in AREA_COLUMNS} for area in areas))


def _codes(store: Store) -> str:
    rows = (
        {"dimension": dimension} | {name: getattr(code, name) for name in CODE_COLUMNS}
        for dimension, codes in store.catalogue.codelists.items()
        for code in codes
    )
    return csv_text(("dimension", *CODE_COLUMNS), rows)


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
    return [{name: getattr(finding, name) for name in FINDING_FIELDS} for finding in findings]


def _json(value: object) -> str:
    """JSON as text; a list has a record a line, so that two versions can be compared line by line."""
    if not isinstance(value, list):
        return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    lines = ",\n".join(json.dumps(record, ensure_ascii=False) for record in value)
    return f"[\n{lines}\n]\n" if value else "[]\n"


def _write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
