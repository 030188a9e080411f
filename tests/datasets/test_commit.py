"""Which commit a build is made from."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from macros.datasets.commit import commit_of, is_clean

needs_git = pytest.mark.skipif(not shutil.which("git"), reason="there is no git")


def _git(root: Path, *words: str) -> str:
    me = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", "-C", str(root), *me, *words], check=True, capture_output=True, text=True).stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    _git(tmp_path, "init", "-q")
    (tmp_path / "data").mkdir()
    (tmp_path / "data/a.csv").write_text("a\n")
    _git(tmp_path, "add", ".")
    _git(tmp_path, "commit", "-q", "-m", "one")
    return tmp_path


@needs_git
def test_a_clean_repository_is_at_its_commit(repository: Path) -> None:
    assert commit_of(repository) == _git(repository, "rev-parse", "HEAD").strip()


@needs_git
@pytest.mark.parametrize("path", ["data/a.csv", "data/new.csv"])
def test_a_change_that_is_not_committed_is_at_none(repository: Path, path: str) -> None:
    (repository / path).write_text("changed\n")
    assert commit_of(repository) == ""
    assert not is_clean(repository)


@needs_git
def test_what_a_build_does_not_read_may_change(repository: Path) -> None:
    (repository / "notes.txt").write_text("mine\n")
    assert commit_of(repository) != ""


def test_a_folder_that_is_no_repository_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert commit_of(tmp_path) == ""


def test_without_git_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert commit_of(tmp_path) == ""
