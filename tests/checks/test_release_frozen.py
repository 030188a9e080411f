"""A published report stands on sealed releases."""

from __future__ import annotations

import pytest

from macros.checks.context import open_context
from macros.checks.release_frozen import release_frozen
from tests.builders import FOLDER, REPORT_FOLDER, assert_plain, release_settings, seal, settings, write_project

RELEASE_YML, REPORT_YML = f"{FOLDER}/release.yml", f"{REPORT_FOLDER}/report.yml"
NEXT = f"{REPORT_FOLDER}/2026-12-01"


def found(root):
    return [(one.kind.id, one.path) for one in release_frozen(open_context(root))]


def test_a_sealed_release_is_well(tmp_path):
    assert found(write_project(tmp_path)) == []


def test_a_published_report_with_an_unsealed_release_stops(tmp_path):
    write_project(tmp_path, {RELEASE_YML: release_settings()})
    (one,) = release_frozen(open_context(tmp_path))
    assert (one.kind.id, one.path, one.severity, one.check) == (
        "release-unsealed", RELEASE_YML, "stops", "release-frozen",
    )  # fmt: skip
    assert_plain(one.message)
    assert "python -m macros release york-2016-17" in one.message


@pytest.mark.parametrize("status", ["draft", "for-panel", "approved"])
def test_a_report_that_is_still_being_made_may_change(tmp_path, status):
    changes = {RELEASE_YML: release_settings(), REPORT_YML: settings(status=status)}
    assert found(write_project(tmp_path, changes)) == []


def test_earlier_releases_are_sealed_too(tmp_path):
    changes = {
        REPORT_YML: settings(release="2026-12-01"),
        RELEASE_YML: release_settings(),
        f"{NEXT}/release.yml": release_settings(date="2026-12-01", observations="[]"),
    }
    seal(write_project(tmp_path, changes), NEXT)
    assert found(tmp_path) == [("release-unsealed", RELEASE_YML)]


def test_a_half_written_seal_is_told_once(tmp_path):
    write_project(tmp_path, {RELEASE_YML: f"{release_settings()}checksums:\n"})
    assert found(tmp_path) == []
    assert [one.kind.id for one in open_context(tmp_path).store.findings] == ["bad-setting"]
