"""The folder that the host serves: each writer touches its own part."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.errors import ReportsError
from macros.publishing.pull_requests.branch import (
    AS_IT_IS,
    place_of,
    previews,
    put_preview,
    put_site,
    remove_preview,
)


@pytest.fixture
def branch(tmp_path: Path) -> Path:
    folder = tmp_path / "branch"
    folder.mkdir()
    return folder


def site(tmp_path: Path, name: str, **files: str) -> Path:
    folder = tmp_path / name
    for path, text in {"index.html": name, **files}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def texts(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("number", [0, -1, 10**9])
def test_no_number_of_a_pull_request_has_no_place(number: int) -> None:
    with pytest.raises(ReportsError, match="is not the number of a pull request"):
        place_of(number)


def test_each_pull_request_has_a_folder_and_a_new_one_replaces_the_old(branch: Path, tmp_path: Path) -> None:
    put_preview(branch, 7, site(tmp_path, "first", **{"old.html": "x"}))
    put_preview(branch, 12, site(tmp_path, "other"))
    put_preview(branch, 7, site(tmp_path, "second"))
    assert texts(branch) == {
        AS_IT_IS: "", "previews/pr-7/index.html": "second", "previews/pr-12/index.html": "other",
    }  # fmt: skip
    assert previews(branch) == [7, 12]
    assert remove_preview(branch, 7)
    assert not remove_preview(branch, 7)
    assert previews(branch) == [12]


def test_only_folders_of_pull_requests_are_previews(branch: Path) -> None:
    for name in ("pr-0", "pr-x", "pr-3x", "notes", "pr-5"):
        (branch / "previews" / name).mkdir(parents=True)
    assert previews(branch) == [5]


def test_a_new_site_leaves_previews_and_domain_alone(branch: Path, tmp_path: Path) -> None:
    (branch / "CNAME").write_text("reports.example.gov.uk")
    put_site(branch, site(tmp_path, "old", **{"gone/index.html": "x"}))
    put_preview(branch, 7, site(tmp_path, "draft"))
    put_site(branch, site(tmp_path, "new", **{"about/index.html": "y"}))
    assert texts(branch) == {
        AS_IT_IS: "", "CNAME": "reports.example.gov.uk", "index.html": "new", "about/index.html": "y",
        "previews/pr-7/index.html": "draft",
    }  # fmt: skip


def test_what_is_no_site_changes_nothing(branch: Path, tmp_path: Path) -> None:
    put_site(branch, site(tmp_path, "old"))
    before = texts(branch)
    (tmp_path / "empty").mkdir()
    linked = site(tmp_path, "linked")
    (linked / "x.html").symlink_to("/etc/passwd")
    for bad, why in (
        (tmp_path / "empty", "has no index.html"),
        (site(tmp_path, "clash", **{"previews/index.html": "x"}), "holds 'previews'"),
        (site(tmp_path, "draft", **{"index.html": '<meta name="robots" content="noindex,nofollow">'}), "is a draft"),
        (linked, r"a link in place of a file: x\.html"),
    ):
        with pytest.raises(ReportsError, match=why):
            put_site(branch, bad)
    assert texts(branch) == before
