"""A report is moved on step by step; nothing else in its file changes."""

from __future__ import annotations

from datetime import date

import pytest
import yaml

from macros.authoring.report_status import bodies, move, step_of
from macros.checks.approvals import approvals
from macros.checks.context import open_context
from macros.datasets.store import open_store
from macros.errors import ReportsError
from macros.model.report import ReportStatus as Step
from tests.builders import REPORT, assert_plain, settings, write_project

FILE = f"data/reports/{REPORT}/report.yml"
BOARD = "Corporate Parenting Board"
DRAFT = {"status": "draft", "printed": None, "approvals": "[]"}
MAY, JUNE, JULY = date(2017, 5, 20), date(2017, 6, 12), date(2017, 7, 1)


@pytest.fixture
def project(tmp_path):
    text = settings(**DRAFT).replace("status: draft", "status: draft  # by whom?") + "# the end\n"
    return write_project(tmp_path, {FILE: text})


def _move(root, step, day, *by):
    store = open_store(root)
    return move(store, store.report(REPORT), step, day, list(by))


def _read(root):
    return yaml.safe_load((root / FILE).read_text())


def test_the_whole_way(project):
    _move(project, Step.FOR_PANEL, MAY, "Young Voice")
    _move(project, Step.APPROVED, JUNE, BOARD)
    _move(project, Step.PUBLISHED, JULY)
    said = _read(project)
    assert said["status"] == "published"
    assert said["dates"] == {"for-panel": MAY, "approved": JUNE, "published": JULY}
    assert said["approvals"] == [{"body": "Young Voice", "date": MAY}, {"body": BOARD, "date": JUNE}]
    text = (project / FILE).read_text()
    assert "# by whom?" in text
    assert "# the end" in text
    assert approvals(open_context(project), date(2026, 11, 28)) == []


def test_a_step_back_takes_later_days_away(project):
    _move(project, Step.FOR_PANEL, MAY)
    _move(project, Step.APPROVED, JUNE, BOARD)
    _move(project, Step.FOR_PANEL, JULY)
    assert _read(project)["dates"] == {"for-panel": JULY}
    _move(project, Step.DRAFT, JULY)
    assert "dates" not in _read(project)
    assert _read(project)["status"] == "draft"


def test_the_same_step_again_mends_its_day(project):
    _move(project, Step.FOR_PANEL, MAY)
    _move(project, Step.FOR_PANEL, JUNE)
    assert _read(project)["dates"] == {"for-panel": JUNE}


def test_a_body_stands_once(project):
    _move(project, Step.FOR_PANEL, MAY, "Young Voice")
    _move(project, Step.APPROVED, JUNE, "Young Voice", BOARD)
    assert [one["body"] for one in _read(project)["approvals"]] == ["Young Voice", BOARD]


def test_its_own_group_is_a_body(project):
    store = open_store(project)
    assert bodies(store, store.report(REPORT)) == [BOARD, "Young Voice", "Show Me That I Matter"]


@pytest.mark.parametrize(
    ("step", "day", "by", "said"),
    [
        (Step.APPROVED, JUNE, BOARD, "the next step is for-panel"),
        (Step.PUBLISHED, JUNE, "", "the next step is for-panel"),
        (Step.FOR_PANEL, MAY, "Corporate Board", "The nearest are: Corporate Parenting Board"),
        (Step.DRAFT, MAY, BOARD, "Leave out --by"),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(project, step, day, by, said):
    before = (project / FILE).read_bytes()
    with pytest.raises(ReportsError) as refused:
        _move(project, step, day, *filter(None, [by]))
    assert said in str(refused.value)
    assert (project / FILE).read_bytes() == before


def test_a_day_before_the_step_before_is_refused(project):
    _move(project, Step.FOR_PANEL, JUNE)
    with pytest.raises(ReportsError, match="lies before the day on which it was sent to the panel, 2017-06-12"):
        _move(project, Step.APPROVED, MAY, BOARD)


def test_nobody_approves_by_not_being_named(project):
    _move(project, Step.FOR_PANEL, MAY)
    with pytest.raises(ReportsError, match="says who approved it"):
        _move(project, Step.APPROVED, JUNE)


@pytest.mark.parametrize("step", list(Step))
def test_a_published_report_is_not_called_back(tmp_path, step):
    root = write_project(tmp_path)
    with pytest.raises(ReportsError, match="is published"):
        _move(root, step, JULY)


def test_a_step_that_is_none_is_told_with_the_nearest():
    with pytest.raises(ReportsError) as refused:
        step_of("approve")
    assert_plain(str(refused.value))
    assert "approved" in str(refused.value)
