"""`data/restatements.csv`, and old releases at their fixed addresses."""

from __future__ import annotations

import csv
import io

from macros.datasets.store import open_store
from macros.publishing.contract import write_contract
from tests.builders import REPORT, REPORT_FOLDER, observation, observations, release_settings, settings, write_project
from tests.datasets.test_revisions import WHY, corrected

COLUMNS = "indicator,area,period,breakdown,first_report,first_value,later_report,later_value,reason"


def published(root, path: str, shown=None) -> list[dict[str, str]]:
    store = open_store(root)
    assert not store.findings
    write_contract(store, root / "site", [], store.reports.values() if shown is None else shown)
    text = (root / "site/data" / path).read_text(encoding="utf-8")
    if path == "restatements.csv":
        assert text.splitlines()[0] == COLUMNS
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_a_revision_names_report_and_day(tmp_path):
    (row,) = published(corrected(tmp_path, [observation()], [observation(value="65")]), "restatements.csv")
    assert list(row.values()) == [
        "on_time_pct", "york", "2016-17", "", f"{REPORT}@2026-11-21", "67", f"{REPORT}@2026-12-01", "65", WHY,
    ]  # fmt: skip


def test_parts_that_changed_are_told_with_the_reason(tmp_path):
    first, later = [observation(numerator="2", denominator="3")], [observation(numerator="4", denominator="6")]
    (row,) = published(corrected(tmp_path, first, later), "restatements.csv")
    assert (row["first_value"], row["later_value"]) == ("67", "67")
    assert row["reason"] == f"Numerator 2, now 4; denominator 3, now 6. {WHY}"


def test_added_and_left_out(tmp_path):
    rows = published(corrected(tmp_path, [observation()], [observation(period="2015-16")]), "restatements.csv")
    assert [(row["first_value"], row["later_value"], row["reason"]) for row in rows] == [
        ("", "67", f"Added. {WHY}"), ("67", "", f"Left out. {WHY}"),
    ]  # fmt: skip


def test_two_reports_that_differ_name_no_day(tmp_path):
    other = "data/reports/york-2015-16"
    row = observation(period="2015-16", value="84", source="Table 3")
    changes = {
        f"{other}/report.yml": settings(id="york-2015-16", period="2015-16"),
        f"{other}/2026-11-21/release.yml": release_settings(report="york-2015-16"),
        f"{other}/2026-11-21/figures.csv": observations(row),
    }
    write_project(tmp_path, changes)
    (row,) = published(tmp_path, "restatements.csv")
    assert (row["first_report"], row["first_value"]) == ("york-2015-16", "84")
    assert (row["later_report"], row["later_value"], row["reason"]) == (REPORT, "85", "")
    shown = [open_store(tmp_path).report(REPORT)]
    assert published(tmp_path, "restatements.csv", shown) == []  # a draft's figures are not told


def test_old_releases_stay_reachable(tmp_path):
    root = corrected(tmp_path, [observation()], [observation(value="65")])
    told = [published(root, f"reports/{path}.csv") for path in (REPORT, f"{REPORT}/2026-12-01", f"{REPORT}/2026-11-21")]
    assert [[row["release"], row["value"]] for rows in told for row in rows] == [
        ["2026-12-01", "65"], ["2026-12-01", "65"], ["2026-11-21", "67"],
    ]  # fmt: skip


def test_what_was_hidden_later_is_in_no_file(tmp_path):
    first = [observation(value="31337", note="31337 of them"), observation(period="2015-16")]
    root = corrected(tmp_path, first, [observation(value="", status="c"), observation(period="2015-16")])
    (row,) = published(root, "restatements.csv")
    assert (row["first_value"], row["later_value"]) == ("", "")
    assert row["reason"].startswith("Hidden:")
    assert not [path for path in (root / "site").rglob("*") if path.is_file() and b"31337" in path.read_bytes()]
    assert (root / REPORT_FOLDER / "2026-11-21/figures.csv").read_bytes().count(b"31337") == 2


def test_a_formula_in_a_reason_starts_none(tmp_path):
    root = corrected(tmp_path, [observation()], [observation(value="65")])
    path = root / REPORT_FOLDER / "2026-12-01/release.yml"
    path.write_text(path.read_text(encoding="utf-8").replace(WHY, '"=1+1 was wrong"'), encoding="utf-8")
    (row,) = published(root, "restatements.csv")
    assert row["reason"] == "'=1+1 was wrong"
