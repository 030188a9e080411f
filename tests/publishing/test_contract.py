"""The published contract (DESIGN.md section 6) on a tiny project: paths, columns, order, shapes."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

from macros import checks
from macros.datasets.store import open_store
from macros.model.provenance import Provenance
from macros.publishing.built_pages import BuiltPage
from macros.publishing.contract import write_contract, write_findings
from tests.builders import FIGURES, FOLDER, RELEASE, REPORT, csv_text, issue, observation, observations, write_project

MARK = Provenance(
    "formal", REPORT, "2026-11-21", "on_time_pct", "york", "2016-17", "", "67.4", "Table 5; para 7.2", "67%"
)  # fmt: skip
NOTE = 'boys & girls, "as printed"'


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    root = tmp_path_factory.mktemp("project")
    rows = [observation(note=NOTE), observation(indicator="cla_by_sex", sex="male", value="1202", source="Table 9")]
    rows += [observation(indicator="pep_pct", value="", status="x", source="Table 18")]
    changes = {FIGURES: observations(*rows), f"{FOLDER}/known_issues.csv": csv_text([issue(problem="=1+1 is odd")])}
    store = open_store(write_project(root, changes))
    pages = [
        BuiltPage("reports/b/", (MARK, MARK), (), ()),
        BuiltPage("reports/a/", (MARK,), (), ()),
    ]
    write_contract(store, root / "site", pages, store.reports.values())
    write_findings(root / "site", checks.run(root))
    return root / "site"


def rows(site, path: str) -> list[dict[str, str]]:
    text = (site / "data" / path).read_text(encoding="utf-8")
    assert "\r" not in text
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def read(site, path: str):
    return json.loads((site / "data" / path).read_text(encoding="utf-8"))


def test_every_path_is_written(site):
    written = [path for path in (site / "data").rglob("*") if path.is_file()]
    assert sorted(path.relative_to(site / "data").as_posix() for path in written) == [
        "areas.csv", "areas.csv-metadata.json", "codes.csv", "codes.csv-metadata.json",
        "datapackage.json", "figures.json", "findings.json", "indicators.csv", "indicators.csv-metadata.json",
        "known-issues.csv", "known-issues.csv-metadata.json", f"reports/{REPORT}.csv",
        f"reports/{REPORT}.csv-metadata.json", f"reports/{REPORT}.xlsx", f"reports/{REPORT}/{RELEASE}.csv",
        f"reports/{REPORT}/{RELEASE}.csv-metadata.json", "restatements.csv", "restatements.csv-metadata.json",
    ]  # fmt: skip


def test_the_columns_of_a_report(site):
    first = (site / f"data/reports/{REPORT}.csv").read_text(encoding="utf-8").splitlines()[0]
    assert first == "report,release,indicator,area,period,breakdown,value,numerator,denominator,unit,status,source,note"


def test_the_observations_of_a_report(site):
    listed = rows(site, f"reports/{REPORT}.csv")
    assert [list(row.values()) for row in listed] == [
        [REPORT, "2026-11-21", "on_time_pct", "york", "2016-17", "", "67", "", "", "percent", "", "Table 5", NOTE],
        [REPORT, "2026-11-21", "cla_by_sex", "york", "2016-17", "sex=male", "1202", "", "", "count", "", "Table 9", ""],
        [REPORT, "2026-11-21", "pep_pct", "york", "2016-17", "", "", "", "", "percent", "x", "Table 18", ""],
    ]


def test_the_catalogue(site):
    listed = rows(site, "indicators.csv")
    assert listed[0]["id"] == "on_time_pct"
    assert [row["dimensions"] for row in listed] == ["", "sex", "seen", "", ""]
    assert [row["unit"] for row in listed][:2] == ["percent", "count"]


def test_the_known_issues(site):
    (row,) = rows(site, "known-issues.csv")
    assert list(row) == ["report", "source", "printed", "problem", "kind"]
    assert row["report"] == REPORT


def test_figures_come_page_by_page_in_page_order(site):
    figures = read(site, "figures.json")
    assert [figure["page"] for figure in figures] == ["reports/b/", "reports/b/", "reports/a/"]
    assert list(figures[0]) == [
        "page", "edition", "report", "indicator", "area", "period", "breakdown", "value", "shown", "source", "release",
    ]  # fmt: skip
    assert figures[0]["shown"] == "67%"


def test_findings_have_the_six_fields(site):
    findings = read(site, "findings.json")
    assert findings
    for finding in findings:
        assert list(finding) == ["check", "severity", "path", "line", "message", "help"]
        assert finding["severity"] in ("stops", "warns")
        assert isinstance(finding["line"], int)
        assert not finding["path"].startswith("/")


def test_the_data_package_describes_each_table_as_it_is(site):
    package = read(site, "datapackage.json")
    assert {resource["path"] for resource in package["resources"]} == {
        "areas.csv", "codes.csv", "figures.json", "findings.json", "indicators.csv", "known-issues.csv",
        f"reports/{REPORT}.csv", f"reports/{REPORT}/{RELEASE}.csv",
        "restatements.csv",
    }  # fmt: skip
    for resource in package["resources"]:
        names = [field["name"] for field in resource["schema"]["fields"]]
        if resource["format"] == "json":
            assert all(list(row) == names for row in read(site, resource["path"]))
            continue
        first, *_ = (site / "data" / resource["path"]).read_text(encoding="utf-8").splitlines()
        assert names == first.split(",")
        for row in rows(site, resource["path"]):
            for field in resource["schema"]["fields"]:
                if field["type"] == "number" and row[field["name"]]:
                    float(row[field["name"]])
                if field["type"] == "date":
                    date.fromisoformat(row[field["name"]])
    assert len({resource["name"] for resource in package["resources"]}) == len(package["resources"])


def test_the_metadata_beside_a_csv_names_it_and_its_columns(site):
    metadata = read(site, f"reports/{REPORT}.csv-metadata.json")
    assert metadata["url"] == f"{REPORT}.csv"
    assert metadata["tableSchema"]["columns"][0]["name"] == "report"


def test_a_report_that_is_not_shown_leaves_no_figure(tmp_path):
    store = open_store(write_project(tmp_path))
    write_contract(store, tmp_path / "site", [], [])
    assert not (tmp_path / f"site/data/reports/{REPORT}.csv").exists()
    assert rows(tmp_path / "site", "known-issues.csv") == []


def test_findings_keep_letters_as_they_are(tmp_path):
    from macros.model.finding import Finding
    from macros.model.problems import KINDS

    finding = Finding(KINDS["macro"], "docs/é.md", 3, {"why": "“é” is odd."})
    write_findings(tmp_path / "site", [finding])
    assert "“é” is odd." in (tmp_path / "site/data/findings.json").read_text(encoding="utf-8")
