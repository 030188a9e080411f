"""The real releases: each published one is sealed, and a byte changed in any of their files is found."""

from __future__ import annotations

import shutil

import pytest

from macros.checks.context import open_context
from macros.checks.release_frozen import release_frozen
from macros.datasets.frozen import is_sealed, release_findings
from macros.datasets.report_settings import Settings
from macros.datasets.sealing import release_folder, seal
from macros.datasets.store import open_store
from macros.datasets.yaml_source import read_settings


def test_every_published_release_is_sealed(root):
    assert [finding.message for finding in release_frozen(open_context(root))] == []


def test_no_sealed_release_has_changed(root):
    changed = [one.place for one in open_store(root).findings if one.kind.id == "release-changed"]
    assert changed == []


@pytest.mark.slow
def test_a_byte_changed_in_any_file_of_any_report_is_found(root, tmp_path):
    shutil.copytree(root / "data", tmp_path / "data")
    for report in open_store(root).reports.values():
        folder = release_folder(report)
        if not is_sealed(tmp_path, report.id, report.release):
            seal(tmp_path, report)
        settings, _ = read_settings(tmp_path, f"{folder}/release.yml")
        assert release_findings(tmp_path, folder, Settings("", settings)) == []
        for path in sorted((tmp_path / folder).glob("*.csv")):
            data = path.read_bytes()
            path.write_bytes(data[:-1] + b" \n")
            (found,) = release_findings(tmp_path, folder, Settings("", settings))
            assert (found.kind.id, found.path) == ("release-changed", f"{folder}/{path.name}")
            path.write_bytes(data)
