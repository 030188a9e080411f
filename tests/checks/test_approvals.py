"""`approvals`: who has approved a report, and when."""

from __future__ import annotations

from datetime import date

import pytest

from macros.checks.approvals import approvals
from macros.checks.context import open_context
from tests.builders import REPORT, assert_plain, settings, write_project

FILE = f"data/reports/{REPORT}/report.yml"
TODAY = date(2026, 11, 27)


def found(root, **changes):
    context = open_context(write_project(root, {FILE: settings(**changes)}))
    findings = approvals(context, TODAY)
    for finding in (*findings, *context.store.findings):
        assert_plain(finding.message)
    return [finding.kind.id for finding in (*context.store.findings, *findings)]


@pytest.mark.parametrize(
    "entries",
    [
        "[{body: Board, date: 2017-06-30}]",
        "[{body: Board, date: null, source: no date is printed}]",
        "[{body: Board, source: no date is printed}, {body: Council, date: 2026-11-27}]",
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


@pytest.mark.parametrize(
    "entry", ["{body: Board}", "{body: Board, date: 2026-11-28}", "{body: Board, date: 2016-03-31}"]
)
def test_a_date_that_cannot_be(tmp_path, entry):
    assert found(tmp_path, approvals=f"[{entry}]") == ["approval-date"]


@pytest.mark.parametrize(
    "entries",
    ["Board", "{body: Board}", "[Board]", "[{date: 2017-06-30}]", "[{body: Board, date: soon}]", "[{body: 7}]"],
)
def test_entries_that_are_none(tmp_path, entries):
    assert "bad-setting" in found(tmp_path, approvals=entries)
