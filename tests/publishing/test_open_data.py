"""The published data as other programs read it: frictionless, csvw, pandas; on a tiny project and on the whole site."""

from __future__ import annotations

import csv
import json
import re
import warnings

import pytest

from macros import checks
from macros.datasets.store import open_store
from macros.publishing.contract import write_contract, write_findings
from tests.builders import FIGURES, REPORT, figures, observation, write_project
from tests.conftest import ROOT

NOTE = '=1+1, "quoted"\nover two lines, with é'


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    root = tmp_path_factory.mktemp("project")
    odd = observation(indicator="pep_pct", value="12.50", source="para 9", note=NOTE)
    quoted = '"' + NOTE.replace('"', '""') + '"'
    line = ",".join(quoted if value == NOTE else value for value in odd.values())
    store = open_store(write_project(root, {FIGURES: f"{figures()}{line}\n"}))
    write_contract(store, root / "site", [], store.reports.values())
    write_findings(root / "site", checks.run(root))
    return root / "site"


def _errors_of_package(site) -> list[object]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # frictionless' own
        from frictionless import Package

        package = Package(str(site / "data/datapackage.json"))
        report = package.validate()
    assert len(report.tasks) == len(package.resources) > 0
    return [*report.errors, *(error for task in report.tasks for error in task.errors)]


def _assert_csvw_reads_each(site) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        csvw = pytest.importorskip("csvw")
        tables = sorted((site / "data").rglob("*.csv"))
        tables = [path for path in tables if path.with_name(f"{path.name}-metadata.json").exists()]
        assert tables
        for path in tables:
            read = csvw.CSVW(str(path.with_name(f"{path.name}-metadata.json")), validate=True)
            (table,) = read.tables
            found = list(table.iterdicts(strict=True))
            assert read.is_valid, (path, read.warnings)
            with path.open(encoding="utf-8", newline="") as given:
                assert len(found) == len(list(csv.DictReader(given)))


def test_the_package_of_a_tiny_site_is_valid(tiny):
    assert _errors_of_package(tiny) == []


def test_a_value_that_breaks_the_schema_is_seen(tiny, tmp_path):
    import shutil

    spoiled = shutil.copytree(tiny, tmp_path / "site")
    path = spoiled / f"data/reports/{REPORT}.csv"
    path.write_text(path.read_text("utf-8").replace(",67,", ",sixty-seven,", 1), encoding="utf-8")
    assert _errors_of_package(spoiled)


def test_an_indicator_that_is_not_in_the_catalogue_is_seen(tiny, tmp_path):
    import shutil

    spoiled = shutil.copytree(tiny, tmp_path / "site")
    path = spoiled / f"data/reports/{REPORT}.csv"
    path.write_text(path.read_text("utf-8").replace("on_time_pct", "no_such_pct", 1), encoding="utf-8")
    assert _errors_of_package(spoiled)


def test_csvw_reads_each_file_of_a_tiny_site(tiny):
    _assert_csvw_reads_each(tiny)


def test_every_file_has_a_schema(tiny):
    package = json.loads((tiny / "data/datapackage.json").read_text("utf-8"))
    described = {resource["path"] for resource in package["resources"] if resource["schema"]["fields"]}
    written = {path.relative_to(tiny / "data").as_posix() for path in (tiny / "data").rglob("*") if path.is_file()}
    named = {path for path in written if not path.endswith((".csv-metadata.json", ".xlsx")) and "package" not in path}
    assert described == named


def test_every_column_is_explained(tiny):
    package = json.loads((tiny / "data/datapackage.json").read_text("utf-8"))
    from macros.publishing.metadata import _TITLES

    names = {field["name"] for resource in package["resources"] for field in resource["schema"]["fields"]}
    assert names - set(_TITLES) == set()


@pytest.mark.slow
def test_the_package_of_the_whole_site_is_valid(built_site):
    assert _errors_of_package(built_site) == []


@pytest.mark.slow
def test_csvw_reads_each_file_of_the_whole_site(built_site):
    _assert_csvw_reads_each(built_site)


@pytest.mark.slow
def test_the_example_for_pandas_runs_on_the_built_site(built_site, capsys):
    page = (ROOT / "docs/about/open-data.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    local = re.sub(r'site = "[^"]*"', lambda _: f"site = {f'{built_site.as_posix()}/'!r}", example)
    assert local != example
    exec(compile(local, "open-data.md", "exec"), {})  # noqa: S102  # our own page
    said = capsys.readouterr().out
    assert "2016-17" in said
    assert "Table 5 (timeliness)" in said


def test_the_page_names_every_address_of_the_contract():
    page = (ROOT / "docs/about/open-data.md").read_text(encoding="utf-8")
    for path in ("reports/<report-id>.csv", "reports/<report-id>.xlsx", "indicators.csv", "figures.json", "areas.csv",
                 "findings.json", "known-issues.csv", "restatements.csv", "datapackage.json", "codes.csv"):  # fmt: skip
        assert f"data/{path}" in page, path
