"""`editions`: what readers have seen is kept, and is what it was."""

from __future__ import annotations

from macros.checks.context import open_context
from macros.checks.editions import editions
from macros.datasets.editions import list_path
from tests.builders import (
    RELEASE,
    REPORT,
    REPORT_FOLDER,
    assert_plain,
    figures,
    release_settings,
    seal,
    settings,
    write_project,
)

SECOND = "2026-11-25"


def found(root, rows="", published=RELEASE):
    folder = f"{REPORT_FOLDER}/{SECOND}"
    changes = {
        f"{REPORT_FOLDER}/report.yml": settings(release=SECOND, dates=f"{{published: {published}}}"),
        f"{folder}/release.yml": release_settings(date=SECOND),
        f"{folder}/figures.csv": figures(),
    }
    changes |= {list_path(REPORT): f"release,sha256,why\n{rows}"} if rows else {}
    findings = editions(open_context(seal(write_project(root, changes), folder)))
    for finding in findings:
        assert_plain(finding.message)
    return [finding.kind.id for finding in findings]


def test_an_edition_that_readers_have_seen_is_kept(tmp_path):
    assert found(tmp_path) == ["edition-missing"]


def test_what_was_corrected_before_it_was_published_need_not_be(tmp_path):
    assert found(tmp_path, published=SECOND) == []


def test_a_lost_edition_is_explained(tmp_path):
    assert found(tmp_path, f"{RELEASE},,The host had deleted it.\n") == []


def test_an_archive_that_is_gone(tmp_path):
    assert found(tmp_path, f"{RELEASE},{'a' * 64},\n") == ["edition-changed"]


def test_a_row_with_a_fault_is_told_alone(tmp_path):
    assert found(tmp_path, f"{RELEASE},,\n") == ["edition-row"]
