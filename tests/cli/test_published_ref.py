"""The public site of another commit: built apart, once, by its own program; nothing else is touched."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from macros.cli.published_ref import build_ref
from macros.errors import ReportsError
from tests.builders import assert_plain

# a program of that commit, as small as can be: it builds its own words into the place it is told
PROGRAM = """
import os, pathlib, sys
place = pathlib.Path(sys.argv[sys.argv.index("--to") + 1])
place.mkdir(parents=True)
(place / "index.html").write_text(pathlib.Path("words.txt").read_text() + os.environ.get("TWO_VOICES_DRAFT", ""))
pathlib.Path(".cache/used").touch()
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    if not shutil.which("git"):
        pytest.skip("there is no git")
    (tmp_path / "macros").mkdir()
    (tmp_path / "macros/__main__.py").write_text(PROGRAM, encoding="utf-8")
    (tmp_path / "words.txt").write_text("then", encoding="utf-8")
    _git(tmp_path, "init", "-q")
    _git(tmp_path, "add", "-A")
    _git(tmp_path, "commit", "-qm", "x")
    (tmp_path / "words.txt").write_text("now", encoding="utf-8")
    return tmp_path


def _git(root: Path, *words: str) -> None:
    who = {f"GIT_{role}_{what}": "nobody@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    subprocess.run(["git", "-C", str(root), *words], check=True, env=os.environ | who)


def test_the_site_of_a_commit_is_built_from_that_commit(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TWO_VOICES_DRAFT", "1")  # never a draft, whatever the caller builds
    place = build_ref(project, "HEAD")
    assert (place / "index.html").read_text(encoding="utf-8") == "then"
    assert (project / "words.txt").read_text(encoding="utf-8") == "now"
    assert (project / ".cache/used").is_file()  # drawings made before are shared
    assert [path.name for path in (project / ".build").iterdir()] == [place.name]


def test_it_is_built_once(project: Path) -> None:
    place = build_ref(project, "HEAD")
    (place / "index.html").write_text("kept", encoding="utf-8")
    assert build_ref(project, "HEAD") == place
    assert (place / "index.html").read_text(encoding="utf-8") == "kept"
    _git(project, "commit", "-qam", "y")
    later = build_ref(project, "HEAD")
    assert (later / "index.html").read_text(encoding="utf-8") == "now"
    assert not place.exists()


@pytest.mark.parametrize("name", ["nothing", "--help", "HEAD:words.txt", "", "a b"])
def test_a_name_that_is_no_commit_is_refused(project: Path, name: str) -> None:
    with pytest.raises(ReportsError) as refused:
        build_ref(project, name)
    assert_plain(str(refused.value))


def test_a_commit_that_cannot_be_built_says_why(project: Path) -> None:
    (project / "macros/__main__.py").write_text("raise SystemExit('The sums are wrong.')", encoding="utf-8")
    _git(project, "commit", "-qam", "z")
    with pytest.raises(ReportsError, match="The sums are wrong") as refused:
        build_ref(project, "HEAD")
    assert str(project) not in str(refused.value)
    assert not list((project / ".build").iterdir())
