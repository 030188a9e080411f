"""The branch that a host such as GitHub Pages serves, changed in one step.

It always holds one commit without a past: a site is made of the project, so its history is the project's. The step is a
push that the host takes only while the branch is what we read (a lease). If somebody came before, all is done again.
"""

from __future__ import annotations

import base64
import os
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from macros.errors import ReportsError

BRANCH = "gh-pages"
TRIES = 6
_AUTHOR = {"NAME": "Two Voices", "EMAIL": "two-voices@users.noreply.invalid"}


@dataclass(frozen=True)
class Remote:
    """Where the branch is: any address that git knows. `token` is for one that asks who we are."""

    address: str
    token: str = field(default="", repr=False)

    def variables(self) -> dict[str, str]:
        """What git is told by its environment, where no other process reads it as it would a command line."""
        told = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        told |= {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in _AUTHOR.items()}
        told |= {"GIT_TERMINAL_PROMPT": "0", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        if self.token:
            letters = base64.b64encode(f"x-access-token:{self.token}".encode()).decode()
            told |= {
                "GIT_CONFIG_COUNT": "1",
                "GIT_CONFIG_KEY_0": f"http.{self.address}.extraheader",
                "GIT_CONFIG_VALUE_0": f"Authorization: Basic {letters}",
            }
        return told


def change(remote: Remote, act: Callable[[Path], str], branch: str = BRANCH) -> bool:
    """Let `act` change the branch's files in a folder and say what it did; whether anything changed.

    `act` is called again when another push came between. Raises ReportsError when the host does not take it.
    """
    why = ""
    for _ in range(TRIES):
        with tempfile.TemporaryDirectory(prefix="two-voices-") as place:
            folder = Path(place)
            before = _read(remote, folder, branch)
            told = act(folder)
            _git(remote, folder, "add", "--all", "--force", ".")
            tree = _git(remote, folder, "write-tree")
            if not before and not _git(remote, folder, "ls-files"):
                return False
            if before and tree == _git(remote, folder, "rev-parse", f"{before}^{{tree}}"):
                return False
            commit = _git(remote, folder, "commit-tree", tree, "-m", told)
            lease = f"--force-with-lease=refs/heads/{branch}:{before}"
            pushed = _run(remote, folder, "push", "--quiet", lease, remote.address, f"{commit}:refs/heads/{branch}")
            if pushed.returncode == 0:
                return True
            why = pushed.stderr.strip()
            if "stale info" not in why and "rejected" not in why and "cannot lock ref" not in why:
                break
    raise ReportsError(f"The branch {branch} could not be pushed. git says: {_last(why)}")


def _read(remote: Remote, folder: Path, branch: str) -> str:
    """Put the branch's files into a new folder; the commit they are of, empty for a branch that is not there yet."""
    _git(remote, folder, "init", "--quiet")
    _git(remote, folder, "config", "core.autocrlf", "false")
    listed = _git(remote, folder, "ls-remote", remote.address, f"refs/heads/{branch}")
    if not listed:
        return ""
    _git(remote, folder, "fetch", "--quiet", "--depth", "1", "--no-tags", remote.address, f"refs/heads/{branch}")
    commit = _git(remote, folder, "rev-parse", "FETCH_HEAD")
    _git(remote, folder, "-c", "core.symlinks=false", "checkout", "--quiet", "--detach", commit)
    return commit


def _git(remote: Remote, folder: Path, *words: str) -> str:
    done = _run(remote, folder, *words)
    if done.returncode:
        raise ReportsError(f"git could not do '{words[0]}'. It says: {_last(done.stderr)}")
    return done.stdout.strip()


def _run(remote: Remote, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            ["git", "-c", "core.hooksPath=", *words], check=False, cwd=folder, env=remote.variables(),
            capture_output=True, encoding="utf-8", errors="replace", stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except OSError as error:
        raise ReportsError("git is not installed.", "Install git, then run the same command again.") from error


def _last(text: str) -> str:
    return text.strip().splitlines()[-1] if text.strip() else "nothing"
