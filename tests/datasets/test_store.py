"""The store: read once, again when a file changes, and never the old number."""

from __future__ import annotations

import os

import pytest

from macros.datasets.store import open_store
from macros.errors import UnknownName
from tests.builders import FIGURES, REPORT, observation, observations, write_project


def first_value(store) -> str:
    return str(store.release(REPORT).observations[0].value)


def test_the_default_project_is_read_without_findings(tmp_path):
    store = open_store(write_project(tmp_path))
    assert store.findings == ()
    assert store.report(REPORT).is_published
    assert store.release(REPORT).date.isoformat() == "2026-11-21"
    assert set(store.release(REPORT).tables) == {"known_issues", "work_plan", "recommendations"}


def test_nothing_changed_nothing_read_again(tmp_path):
    write_project(tmp_path)
    assert open_store(tmp_path) is open_store(tmp_path)


def test_a_changed_figure_is_seen(tmp_path):
    write_project(tmp_path, {FIGURES: observations(observation(value="1"))})
    assert first_value(open_store(tmp_path)) == "1"
    (tmp_path / FIGURES).write_text(observations(observation(value="2")), encoding="utf-8")
    os.utime(tmp_path / FIGURES, ns=(1, 1))  # the same size, and a clock too coarse to tell
    assert first_value(open_store(tmp_path)) == "2"


def test_a_new_file_is_seen(tmp_path):
    write_project(tmp_path)
    before = open_store(tmp_path)
    (tmp_path / "data/catalogue/codes/role.csv").write_text("code,label,plain_label,order\n", encoding="utf-8")
    assert open_store(tmp_path) is not before


def test_an_empty_project_is_findings_not_an_error(tmp_path):
    store = open_store(tmp_path)
    assert {finding.kind.id for finding in store.findings} == {"missing-file"}
    assert store.reports == {}


@pytest.mark.parametrize("ask", ["report", "release"])
def test_an_unknown_report_is_told_the_nearest(tmp_path, ask):
    store = open_store(write_project(tmp_path))
    with pytest.raises(UnknownName, match="The nearest are: york-2016-17"):
        getattr(store, ask)("york-2015-16")
