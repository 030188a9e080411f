"""`status`: how far a report has come, and what moves it on."""

from __future__ import annotations

import pytest

from macros.cli.status import status
from macros.errors import ReportsError
from tests.builders import (
    FIGURES,
    FOLDER,
    REPORT,
    assert_plain,
    observation,
    observations,
    release_settings,
    settings,
    write_project,
)

FILE = f"data/reports/{REPORT}/report.yml"
DRAFT = {"status": "draft", "printed": None, "approvals": "[]"}


@pytest.fixture
def project(tmp_path):
    return write_project(tmp_path, {FILE: settings(**DRAFT)})


def test_it_shows_the_steps_and_the_next_one(project, capsys):
    assert status(project, REPORT, "", "", "") == 0
    said = capsys.readouterr().out
    assert "[x] draft" in said
    assert "[ ] for-panel" in said
    assert f"The next step: python -m macros status {REPORT} for-panel --date" in said


def test_it_moves_a_report_on(project, capsys):
    assert status(project, REPORT, "for-panel", "Young Voice", "2017-05-20") == 0
    assert status(project, REPORT, "approved", "Corporate Parenting Board; Show Me That I Matter", "2017-06-12") == 0
    said = capsys.readouterr().out
    assert "[x] approved, 2017-06-12" in said
    assert "Corporate Parenting Board, 2017-06-12" in said
    assert "Show Me That I Matter, 2017-06-12" in said


APPROVED = settings(
    **DRAFT | {"status": "approved", "dates": "{for-panel: 2017-05-20, approved: 2017-06-12}"},
).replace("approvals: []", "approvals: [{body: Corporate Parenting Board, date: 2017-06-12}]")


def test_what_stops_the_public_build_stops_the_last_step(tmp_path, capsys):
    root = write_project(tmp_path, {FILE: APPROVED, FIGURES: observations(observation(area="atlantis"))})
    assert status(root, REPORT, "published", "", "2017-06-20") == 1
    said = capsys.readouterr().out
    assert "schema (stops the public build)" in said
    assert "was not called published" in said
    assert "status: approved" in (root / FILE).read_text()


def test_figures_that_can_still_change_are_not_published(tmp_path):
    root = write_project(tmp_path, {FILE: APPROVED, f"{FOLDER}/release.yml": release_settings()})
    with pytest.raises(ReportsError, match="Seal them first"):
        status(root, REPORT, "published", "", "2017-06-20")


@pytest.mark.parametrize(
    ("step", "by", "day"),
    [
        ("", "Board", ""),
        ("", "", "2017-05-20"),
        ("for-panel", "", "soon"),
        ("for-panel", "", "2999-01-01"),
        ("panel", "", ""),
    ],
)
def test_what_is_asked_wrongly_is_said(project, step, by, day):
    with pytest.raises(ReportsError) as refused:
        status(project, REPORT, step, by, day)
    assert_plain(str(refused.value))


def test_an_unknown_report_is_said(project):
    with pytest.raises(ReportsError, match="york-2016-17"):
        status(project, "york-2016-18", "", "", "")
