"""The workbook for figures: what stands in it, and that it comes back as it went out."""

from __future__ import annotations

import io
import shutil
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from macros.datasets.figures_import import prepare_import, write_import
from macros.datasets.store import Store, open_store
from macros.datasets.workbook import make_workbook
from macros.datasets.workbook_plan import plan_workbook
from tests.builders import (
    CATALOGUE,
    FIGURES,
    FOLDER,
    REPORT,
    code,
    csv_text,
    indicator,
    indicators,
    observation,
    observations,
    page,
    release_settings,
    settings,
    write_project,
)

NEXT = "york-2017-18"
NEXT_FOLDER = f"data/reports/{NEXT}"


def next_report(tmp_path: Path, changes: dict[str, str | bytes | None] | None = None) -> Store:
    """The default project with a report of the next year that has no release yet."""
    new: dict[str, str | bytes | None] = {
        f"{NEXT_FOLDER}/report.yml": settings(id=NEXT, period="2017-18", status="draft", short_title="York 2017/18")
    }
    return open_store(write_project(tmp_path / "project", new | (changes or {})))


def book_of(store: Store, report: str) -> Any:
    return load_workbook(io.BytesIO(make_workbook(store, store.report(report))))


def rows_of(book: Any, sheet: str) -> list[dict[str, Any]]:
    headings, *rows = book[sheet].iter_rows(values_only=True)
    return [row for cells in rows if (row := dict(zip(headings, cells, strict=True)))["indicator"]]


def test_a_cover_then_a_sheet_for_each_topic(tmp_path):
    book = book_of(next_report(tmp_path), NEXT)
    assert book.sheetnames == ["Start here", "Timeliness", "Lists"]
    assert book["Lists"].sheet_state == "hidden"
    cover = " ".join(str(cell) for row in book["Start here"].iter_rows(values_only=True) for cell in row if cell)
    assert "Figures for York 2017/18" in cover
    assert f"python -m macros import {NEXT}" in cover
    assert "too few children to show" in cover


def test_the_rows_are_those_of_the_last_report_with_its_values_beside(tmp_path):
    rows = rows_of(book_of(next_report(tmp_path), NEXT), "Timeliness")
    quarters = [(row["Period"], row["Figure"], row["Last time"]) for row in rows if row["indicator"] == "on_time_pct"]
    assert quarters == [
        ("2017-18 Q1", None, "75"), ("2017-18 Q2", None, "81"), ("2017-18 Q3", None, "75"),
        ("2017-18 Q4", None, "67"), ("2017-18", None, "67"),
    ]  # fmt: skip
    assert [row["Category"] for row in rows if row["indicator"] == "cla_by_sex"] == ["Male", "Female", "Total"]
    assert {row["Area"] for row in rows} == {"York"}
    assert [row["Last time"] for row in rows if row["indicator"] == "pep_pct"] == ["[x]"]


def test_without_a_report_before_the_rows_are_the_catalogues_but_no_other_councils(tmp_path):
    own = indicator(id="seen_leeds_pct", dimensions="seen_leeds"), indicator(id="own_pct_leeds")
    changes: dict[str, str | bytes | None] = {
        f"{CATALOGUE}/indicators.csv": csv_text([*indicators(), *own]),
        f"{CATALOGUE}/codes/seen_leeds.csv": csv_text([code("seen", 1)]),
        f"{FOLDER}/release.yml": release_settings(),
        FIGURES: observations(),
    }
    rows = rows_of(book_of(open_store(write_project(tmp_path, changes)), REPORT), "Timeliness")
    assert {row["indicator"] for row in rows} == {"on_time_pct", "cla_by_sex", "seen_pct", "pep_pct", "caseload_avg"}
    assert [row["breakdown"] for row in rows if row["indicator"] == "seen_pct"] == ["seen=seen", "seen=not-seen"]


def test_a_report_of_another_kind_of_year_keeps_the_quarters(tmp_path):
    store = next_report(tmp_path, {f"{NEXT_FOLDER}/report.yml": settings(id=NEXT, period="2018", status="draft")})
    rows = plan_workbook(store, store.report(NEXT)).topics["timeliness"]
    periods = [row.key.period.text for row in rows if row.indicator.id == "on_time_pct"]
    assert periods == ["2017-18 Q4", "2018-19 Q1", "2018-19 Q2", "2018-19 Q3", "2018"]


def test_what_may_be_typed_where(tmp_path):
    sheet = book_of(next_report(tmp_path), NEXT)["Timeliness"]
    assert sheet.freeze_panes == "D2"
    assert sheet.protection.sheet
    locked = {sheet.cell(1, column).value: sheet.cell(2, column).protection.locked for column in range(1, 14)}
    assert [heading for heading, is_locked in locked.items() if not is_locked] == [
        "Figure", "How many", "Out of", "Why blank", "Where from", "Note",
    ]  # fmt: skip
    kinds = {str(one.sqref).split(":")[0]: one.type for one in sheet.data_validations.dataValidation}
    assert kinds == {
        "G2": "list",
        "C2": "list",
        "A2": "list",
        "K2": "list",
        "D2": "decimal",
        "E2": "decimal",
        "F2": "decimal",
    }
    assert all(len(one.error) <= 225 for one in sheet.data_validations.dataValidation)
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.column_dimensions["A"].width > 30


def test_a_note_says_what_is_counted_and_which_duty_it_answers(tmp_path):
    text = page('{{ figure("on_time_pct") }}', meets="[A1]")
    sheet = book_of(next_report(tmp_path, {f"docs/reports/{REPORT}/time.md": text}), NEXT)["Timeliness"]
    assert sheet["A2"].comment.text == (
        "The share of children with every review in time.\n\nCounted: Children in care\n\n"
        "Answers the requirements: A1: A report every year."
    )
    assert sheet["A3"].comment is None


def test_text_that_would_start_a_formula_stays_text(tmp_path):
    named = [indicator(name="=1+1"), *indicators()[1:]]
    rows = [observation(note="=cmd()", source="@SUM(1)")]
    changes: dict[str, str | bytes | None] = {
        f"{CATALOGUE}/indicators.csv": csv_text(named),
        FIGURES: observations(*rows),
    }
    sheet = book_of(open_store(write_project(tmp_path, changes)), REPORT)["Timeliness"]
    assert [(sheet.cell(2, column).value, sheet.cell(2, column).data_type) for column in (1, 9, 10)] == [
        ("=1+1", "s"), ("@SUM(1)", "s"), ("=cmd()", "s"),
    ]  # fmt: skip


def test_it_comes_back_as_it_went_out(tmp_path):
    rows = [
        observation(value="9.0"), observation(period="2015-16", value="", status="x"),
        observation(indicator="seen_pct", seen="seen", value="34.5", numerator="69", denominator="200"),
        observation(indicator="cla_by_sex", sex="male", value="1202", status="p", note="a note", area="leeds"),
    ]  # fmt: skip
    changes: dict[str, str | bytes | None] = {f"{FOLDER}/release.yml": release_settings(), FIGURES: observations(*rows)}
    root = write_project(tmp_path / "project", changes)
    store = open_store(root)
    file = tmp_path / "out.xlsx"
    file.write_bytes(make_workbook(store, store.report(REPORT)))
    made = prepare_import(store, store.report(REPORT), file)
    assert (made.understood.problems, made.understood.remarks, made.merged.same) == ([], [], 4)
    (root / FIGURES).write_text(observations(), encoding="utf-8")
    store = open_store(root)
    write_import(store, prepare_import(store, store.report(REPORT), file))
    held = [(one.key.words, str(one.value), one.status.value) for one in open_store(root).release(REPORT).observations]
    assert held == [
        ("on_time_pct york 2016-17", "9.0", ""), ("on_time_pct york 2015-16", "None", "x"),
        ("seen_pct seen=seen york 2016-17", "34.5", ""), ("cla_by_sex sex=male leeds 2016-17", "1202", "p"),
    ]  # fmt: skip


@pytest.mark.slow
def test_the_printed_reports_come_back_as_they_went_out(root, tmp_path):
    """Every printed report of this project, through Excel's form and back: not one cell differs."""
    for folder in ("data", "docs"):
        shutil.copytree(root / folder, tmp_path / folder, ignore=shutil.ignore_patterns("assets"))
    for path in tmp_path.glob("data/reports/*/*/release.yml"):
        path.write_text(path.read_text(encoding="utf-8").split("# Sealed")[0], encoding="utf-8")
    store = open_store(tmp_path)
    for report in store.reports.values():
        if report.id not in store.releases:
            continue
        file = tmp_path / f"{report.id}.xlsx"
        file.write_bytes(make_workbook(store, report))
        made = prepare_import(store, report, file)
        held = len(store.release(report.id).observations)
        assert (made.understood.problems, made.merged.same, made.merged.new) == ([], held, []), report.id
