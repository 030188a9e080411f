"""Where a site may be put, and where it may not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from macros.cli import place as placing
from macros.errors import ReportsError
from macros.publishing.manifest import write_manifest
from tests.builders import assert_plain


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A place that holds a build of ours."""
    made = tmp_path / "site"
    made.mkdir()
    (made / "index.html").write_text("a page", encoding="utf-8")
    write_manifest(made, "", "", "2026-11-28")
    return made


def _said(place: Path) -> str:
    with pytest.raises(ReportsError) as refused:
        placing.real_place(place)
    assert_plain(str(refused.value))
    return str(refused.value)


def test_a_build_of_ours_may_be_replaced(place: Path) -> None:
    assert placing.real_place(place) == place.resolve()


def test_a_new_or_empty_place_may_be_taken(tmp_path: Path) -> None:
    assert placing.real_place(tmp_path / "new") == (tmp_path / "new").resolve()
    (tmp_path / "empty").mkdir()
    assert placing.real_place(tmp_path / "empty") == (tmp_path / "empty").resolve()


@pytest.mark.parametrize("name", [".htaccess", "deep/down/minutes.docx", ".well-known/acme"])
def test_a_file_of_somebody_else_is_named(place: Path, name: str) -> None:
    (place / name).parent.mkdir(parents=True, exist_ok=True)
    (place / name).write_text("not ours", encoding="utf-8")
    assert name in _said(place)


def test_what_file_managers_leave_is_nobodys(place: Path) -> None:
    (place / ".DS_Store").write_bytes(b"\0")
    assert placing.real_place(place) == place.resolve()


@pytest.mark.parametrize("manifest", ["", "[]", '{"files": {"../index.html": {"sha256": "", "bytes": 0}}}'])
def test_a_folder_without_a_manifest_that_holds_is_not_ours(place: Path, manifest: str) -> None:
    (place / "data/manifest.json").write_text(manifest, encoding="utf-8")
    assert "index.html" in _said(place)


def test_many_files_are_not_all_named(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number:02}.docx").touch()
    assert "04.docx and 25 more." in _said(tmp_path)


def test_a_file_is_no_place(place: Path) -> None:
    assert "is a file, not a folder" in _said(place / "index.html")


def test_a_link_into_nowhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").symlink_to(tmp_path / "gone")
    assert "leads nowhere" in _said(tmp_path / "site")


def test_a_link_inside_the_place_is_not_ours(place: Path, tmp_path: Path) -> None:
    (place / "uploads").symlink_to(tmp_path, target_is_directory=True)
    assert "uploads" in _said(place)


def test_a_mount_point_is_refused(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) == place.resolve())
    said = _said(place)
    assert "mount point" in said
    assert str(place / "site") in said
