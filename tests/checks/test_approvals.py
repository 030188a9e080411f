"""`approvals`: when a report came to each step, who has approved it, and when."""

from __future__ import annotations

from datetime import date

import pytest

from macros.checks.approvals import approvals
from macros.checks.context import open_context
from tests.builders import CATALOGUE, REPORT, assert_plain, body, csv_text, settings, write_project

FILE = f"data/reports/{REPORT}/report.yml"
TODAY = date(2026, 11, 27)
BOARD = "Corporate Parenting Board"
BOTH = f"[{{body: Young Voice, date: 2017-05-14}}, {{body: {BOARD}, date: 2017-06-12}}]"
ALL = "{for-panel: 2017-05-20, approved: 2017-06-12, published: 2017-06-20}"
NEW = {"printed": None, "approvals": BOTH, "dates": ALL}


def found(root, catalogue="", **changes):
    files = {FILE: settings(**changes)} | ({f"{CATALOGUE}/bodies.csv": catalogue} if catalogue else {})
    context = open_context(write_project(root, files))
    findings = approvals(context, TODAY)
    for finding in (*findings, *context.store.findings):
        assert_plain(finding.message)
    return [finding.kind.id for finding in (*context.store.findings, *findings)]


@pytest.mark.parametrize(
    "entries",
    [
        f"[{{body: {BOARD}, date: 2017-06-30}}]",
        f"[{{body: {BOARD}, date: null, source: no date is printed}}]",
        f"[{{body: Young Voice, source: no date is printed}}, {{body: {BOARD}, date: 2026-11-21}}]",
        "[{body: Show Me That I Matter, date: 2017-06-30}]",
    ],
)
def test_approvals_that_hold(tmp_path, entries):
    assert found(tmp_path, approvals=entries) == []


@pytest.mark.parametrize("status", ["published", "approved"])
def test_an_approved_report_names_who_approved_it(tmp_path, status):
    assert found(tmp_path, status=status, approvals=None) == ["approval-missing"]


@pytest.mark.parametrize("status", ["draft", "for-panel"])
def test_a_draft_needs_none(tmp_path, status):
    assert found(tmp_path, status=status, approvals="[]") == []


@pytest.mark.parametrize("told", ["", ", date: 2026-11-28", ", date: 2016-03-31", ", date: 2026-11-22"])
def test_a_date_that_cannot_be(tmp_path, told):
    assert found(tmp_path, approvals=f"[{{body: {BOARD}{told}}}]") == ["approval-date"]


@pytest.mark.parametrize(
    "entries",
    ["Board", "{body: Board}", "[Board]", "[{date: 2017-06-30}]", "[{body: Board, date: soon}]", "[{body: 7}]"],
)
def test_entries_that_are_none(tmp_path, entries):
    assert "bad-setting" in found(tmp_path, approvals=entries)


# ------------------------------------------------------------- bodies


def test_a_body_that_nobody_knows_is_told_with_the_nearest(tmp_path):
    entry = "[{body: Corporate Parents Board, date: 2017-06-30}]"
    root = write_project(tmp_path, {FILE: settings(approvals=entry)})
    (finding,) = approvals(open_context(root), TODAY)
    assert "“Corporate Parents Board” is no body that is known. The nearest are: Corporate Parenting Board" in (
        finding.message
    )


def test_a_body_of_another_council_is_not_known(tmp_path):
    rows = csv_text([body(), body(name="Leeds Voice", area="leeds")])
    entries = f"[{{body: Leeds Voice, date: 2017-06-30}}, {{body: {BOARD}, date: 2017-06-30}}]"
    assert found(tmp_path, rows, approvals=entries) == ["approval-body"]


@pytest.mark.parametrize("row", [body(kind="board"), body(area="atlantis"), body(name="")])
def test_a_row_of_bodies_with_a_fault_is_told(tmp_path, row):
    assert found(tmp_path, csv_text([row]), approvals="[]", status="draft") != []


@pytest.mark.parametrize(
    ("entries", "wanted"),
    [
        (BOTH, []),
        (f"[{{body: {BOARD}, date: 2017-06-12}}]", ["approval-of-kind"]),
        ("[{body: Young Voice, date: 2017-06-12}]", ["approval-of-kind"]),
    ],
)
def test_a_new_report_went_to_the_corporate_parent_and_the_children(tmp_path, entries, wanted):
    assert found(tmp_path, **NEW | {"approvals": entries}) == wanted


# ------------------------------------------------------------- steps


def test_steps_that_hold(tmp_path):
    assert found(tmp_path, **NEW) == []


@pytest.mark.parametrize(
    ("dates", "wanted"),
    [
        (None, ["status-date-missing"] * 3),
        ("{}", ["status-date-missing"] * 3),
        ("{approved: 2017-06-12, published: 2017-06-20}", ["status-date-missing"]),
        ("{for-panel: 2017-05-20, approved: 2017-06-12}", ["status-date-missing"]),
        ("{for-panel: 2017-06-13, approved: 2017-06-12, published: 2017-06-20}", ["status-date"]),
        ("{for-panel: 2017-05-20, approved: 2017-06-21, published: 2017-06-20}", ["status-date"]),
        ("{for-panel: 2017-05-20, approved: 2017-06-12, published: 2026-11-28}", ["status-date"]),
        ("{for-panel: 2016-03-31, approved: 2017-06-12, published: 2017-06-20}", ["status-date"]),
    ],
)
def test_steps_that_cannot_be(tmp_path, dates, wanted):
    assert found(tmp_path, **NEW | {"dates": dates}) == wanted


@pytest.mark.parametrize("status", ["draft", "for-panel", "approved"])
def test_a_day_of_a_step_that_it_has_not_come_to(tmp_path, status):
    assert "status-date" in found(tmp_path, **NEW | {"status": status})


@pytest.mark.parametrize(
    "dates", ["soon", "[2017-05-20]", "{approved: soon}", "{draft: 2017-05-20}", "{panel: 2017-05-20}", "{1: 2}"]
)
def test_dates_that_are_none(tmp_path, dates):
    assert "bad-setting" in found(tmp_path, **NEW | {"dates": dates})


@pytest.mark.parametrize("published", ["2017", "'2017 (the printed report gives no date)'"])
def test_a_report_that_had_been_printed_needs_the_last_step_alone(tmp_path, published):
    printed = f"{{title: A, published: {published}}}"
    assert found(tmp_path, printed=printed, dates="{published: 2026-11-21}") == []
    assert found(tmp_path, printed=printed, dates="{}") == ["status-date-missing"]


def test_an_approval_after_the_report_was_called_approved(tmp_path):
    late = BOTH.replace("2017-06-12", "2017-06-13")
    assert found(tmp_path, **NEW | {"approvals": late}) == ["approval-date"]
