"""The macro `restatements`: what it may tell, and which of its figures it names."""

from __future__ import annotations

import pytest

from macros.datasets.store import open_store
from macros.pages.draft import DRAFT
from macros.pages.list_macros import restatements
from macros.pages.page_context import PageContext
from macros.pages.placing import _asked
from tests.builders import REPORT, observation, observations, release_settings, settings, write_project
from tests.datasets.test_revisions import WHY, corrected

OTHER = "york-2015-16"


def page_of(root, edition: str = "formal") -> PageContext:
    return PageContext(open_store(root), "reports/x/index.md", {"report": REPORT, "edition": edition})


def two_reports(root, status: str):
    folder = f"data/reports/{OTHER}"
    row = observation(period="2015-16", value="84", source="Table 3")
    changes = {
        f"{folder}/report.yml": settings(id=OTHER, period="2015-16", status=status, short_title="The report before"),
        f"{folder}/2026-11-21/release.yml": release_settings(report=OTHER),
        f"{folder}/2026-11-21/figures.csv": observations(row),
    }
    return write_project(root, changes)


def test_a_revision_is_told_with_the_figure_in_force(tmp_path):
    block = restatements(page_of(corrected(tmp_path, [observation()], [observation(value="65")])))
    assert "was 67%, now 65%" in block.html
    assert WHY in block.html
    assert [(mark.value, mark.release, mark.shown) for mark in block.figures] == [("65", "2026-12-01", "65%")]


def test_nothing_changed_is_said(tmp_path):
    block = restatements(page_of(write_project(tmp_path)))
    assert "Nothing has changed." in block.html
    assert block.figures == ()


def test_another_report_is_named(tmp_path):
    block = restatements(page_of(two_reports(tmp_path, "published")))
    assert "this report prints 85% (Table 5); The report before printed 84% (Table 3)." in block.html
    assert sorted(mark.report for mark in block.figures) == [OTHER, REPORT]


@pytest.mark.parametrize(("draft", "told"), [("", False), ("1", True)])
def test_a_report_that_is_not_published_is_told_in_drafts_alone(tmp_path, monkeypatch, draft, told):
    monkeypatch.setenv(DRAFT, draft)
    block = restatements(page_of(two_reports(tmp_path, "draft")))
    assert ("84%" in block.html) is told
    assert bool(block.figures) is told


def test_a_block_of_a_draft_is_never_taken_for_the_public_one(tmp_path, monkeypatch):
    page = page_of(write_project(tmp_path))
    names = set()
    for draft in ("", "1"):
        monkeypatch.setenv(DRAFT, draft)
        names.add(_asked(page, "restatements", (), {}))
    assert len(names) == 2
