"""`editions`: what readers have seen is kept, and is what it was."""

from __future__ import annotations

from macros.checks.context import open_context
from macros.checks.editions import editions
from tests.builders import RELEASE, assert_plain
from tests.datasets.several_releases import with_releases

SECOND = "2026-11-25"


def found(root, *rows, published=RELEASE):
    findings = editions(open_context(with_releases(root, SECOND, published=published, rows=rows)))
    for finding in findings:
        assert_plain(finding.message)
    return [finding.kind.id for finding in findings]


def test_an_edition_that_readers_have_seen_is_kept(tmp_path):
    assert found(tmp_path) == ["edition-missing"]


def test_what_was_corrected_before_it_was_published_need_not_be(tmp_path):
    assert found(tmp_path, published=SECOND) == []


def test_a_lost_edition_is_explained(tmp_path):
    assert found(tmp_path, f"{RELEASE},,The host had deleted it.") == []


def test_an_archive_that_is_gone(tmp_path):
    assert found(tmp_path, f"{RELEASE},{'a' * 64},") == ["edition-changed"]


def test_a_row_with_a_fault_is_told_alone(tmp_path):
    assert found(tmp_path, f"{RELEASE},,") == ["edition-row"]
