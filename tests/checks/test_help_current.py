"""`help-current`: who to talk to is looked at every six months."""

from __future__ import annotations

from datetime import date

import pytest

from macros.checks.context import open_context
from macros.checks.help_current import help_current
from macros.model.finding import Severity
from tests.builders import CATALOGUE, TODAY, assert_plain, csv_text, help_line, write_project

PATH = f"{CATALOGUE}/help.csv"
DAY = date(2026, 8, 31)


def found(root, *checked: str, today: date | None = DAY):
    rows = [help_line(id=f"line-{number}", last_checked=text) for number, text in enumerate(checked)]
    findings = help_current(open_context(write_project(root, {PATH: csv_text(rows)})), today)
    for finding in findings:
        assert_plain(finding.message)
        assert (finding.kind.id, finding.path, finding.severity) == ("help-not-checked", PATH, Severity.WARNS)
    return findings


@pytest.mark.parametrize("checked", ["2026-08-31", "2026-08-01", "2026-03-01"])
def test_a_help_line_checked_within_six_months(tmp_path, checked):
    assert found(tmp_path, checked) == []


@pytest.mark.parametrize(
    ("checked", "told"),
    [
        ("", "has never been checked"),
        ("2026-02-28", "was last checked on 2026-02-28, more than 6 months ago"),
        ("2019-12-31", "was last checked on 2019-12-31, more than 6 months ago"),
        ("2026-09-01", "has no check date that can be"),
        ("last spring", "has no check date that can be"),
        ("20260831", "has no check date that can be"),
    ],
)
def test_one_that_is_not(tmp_path, checked, told):
    (finding,) = found(tmp_path, checked)
    assert f"Row 2: 'Childline' {told}" in finding.message


def test_each_help_line_is_told_at_its_row(tmp_path):
    assert [one.line for one in found(tmp_path, "", "2026-08-01", "2026-01-01")] == [2, 4]


def test_the_last_day_of_a_short_month_counts(tmp_path):
    """Six months after 31 August is the last of February."""
    assert found(tmp_path, "2025-08-31", today=date(2026, 2, 28)) == []
    assert len(found(tmp_path, "2025-08-31", today=date(2026, 3, 1))) == 1


def test_today_is_the_day_it_is(tmp_path):
    assert found(tmp_path, TODAY, today=None) == []
    assert len(found(tmp_path, "2020-01-01", today=None)) == 1
