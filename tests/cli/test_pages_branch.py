"""The branch that a host serves: one commit, one step, nobody's work lost."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.cli import pages_branch
from macros.cli.pages_branch import BRANCH, Remote, change
from macros.errors import ReportsError


def git(place: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=place, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet", "--bare", "host.git")
    return tmp_path / "host.git"


def files(bare: Path) -> set[str]:
    return set(git(bare, "ls-tree", "-r", "--name-only", BRANCH).splitlines())


def write(name: str, text: str = "x") -> Callable[[Path], str]:
    def act(folder: Path) -> str:
        (folder / name).write_text(text, encoding="utf-8")
        return f"Wrote {name}"

    return act


def test_no_repository_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ReportsError, match="git could not do 'ls-remote'"):
        change(Remote(str(tmp_path / "nowhere.git")), write("a"))


def test_a_host_that_says_no_is_a_sentence(bare: Path) -> None:
    hook = bare / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho this branch is protected >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    with pytest.raises(ReportsError, match="could not be pushed"):
        change(Remote(str(bare)), write("a"))
    assert git(bare, "branch") == ""


def test_the_branch_holds_one_commit_of_ours_without_a_past(bare: Path) -> None:
    assert change(Remote(str(bare)), write("a"))
    assert change(Remote(str(bare)), write("b"))
    assert not change(Remote(str(bare)), write("b"))  # the same again is no change
    assert files(bare) == {"a", "b"}
    assert git(bare, "log", "--format=%an: %s", BRANCH) == "Two Voices: Wrote b"


def test_nothing_makes_no_branch(bare: Path) -> None:
    assert not change(Remote(str(bare)), lambda folder: "nothing")
    assert git(bare, "branch") == ""


def test_files_that_git_would_ignore_are_put_online(bare: Path) -> None:
    def act(folder: Path) -> str:
        (folder / ".gitignore").write_text("*.csv\n")
        (folder / "figures.csv").write_bytes(b"a\r\nb\n")
        return "x"

    change(Remote(str(bare)), act)
    assert "figures.csv" in files(bare)
    shown = subprocess.run(["git", "show", f"{BRANCH}:figures.csv"], cwd=bare, check=True, capture_output=True).stdout
    assert shown == b"a\r\nb\n"


def test_another_push_in_between_is_not_lost(bare: Path) -> None:
    change(Remote(str(bare)), write("first"))
    times = 0

    def act(folder: Path) -> str:
        nonlocal times
        times += 1
        if times < 3:  # somebody else is faster, twice
            change(Remote(str(bare)), write(f"other-{times}"))
        return write("mine")(folder)

    assert change(Remote(str(bare)), act)
    assert times == 3
    assert files(bare) == {"first", "other-1", "other-2", "mine"}


def test_whoever_is_never_in_time_gives_up(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages_branch, "TRIES", 2)
    numbers = iter(range(9))

    def act(folder: Path) -> str:
        change(Remote(str(bare)), write(f"other-{next(numbers)}"))
        return write("mine")(folder)

    with pytest.raises(ReportsError, match="could not be pushed"):
        change(Remote(str(bare)), act)
    assert "mine" not in files(bare)


@pytest.mark.slow
def test_many_at_once_are_all_there(bare: Path) -> None:
    numbers = range(4)
    threads = [threading.Thread(target=change, args=(Remote(str(bare)), write(f"pr-{number}"))) for number in numbers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert files(bare) == {f"pr-{number}" for number in numbers}


def test_the_token_is_in_no_command_line_and_for_one_host_alone() -> None:
    told = Remote("https://github.com/council/two-voices.git", "a-secret").variables()
    assert told["GIT_CONFIG_KEY_0"] == "http.https://github.com/council/two-voices.git.extraheader"
    assert "a-secret" not in told["GIT_CONFIG_VALUE_0"]
    assert told["GIT_TERMINAL_PROMPT"] == "0"
    assert "a-secret" not in repr(Remote("x", "a-secret"))


def test_git_of_the_job_is_not_asked(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nowhere")
    assert change(Remote(str(bare)), write("a"))
