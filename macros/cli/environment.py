"""The project's own Python environment in .venv: made, filled from the lock file, and found again.

Standard library only: it runs before anything is installed. A stamp in .venv says which lock was
installed, so that the second run has nothing to do.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from macros.cli import system_packages
from macros.errors import ReportsError

STAMP = "two-voices.json"
PIP = ("-m", "pip", "--disable-pip-version-check", "--no-input", "-qq")


class Level(StrEnum):
    """How much is installed; the value is the lock file's name."""

    SITE = "requirements.lock"
    TESTS = "requirements-dev.lock"


def is_left_alone() -> bool:
    """Whether the user looks after the environment (TWO_VOICES_NO_SETUP=1), as a container may."""
    return os.environ.get("TWO_VOICES_NO_SETUP", "") not in ("", "0")


def python_of(root: Path) -> Path:
    """The interpreter of .venv, whether or not it exists yet."""
    return root / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def is_running(python: Path) -> bool:
    """Whether this process is that environment's."""
    return Path(sys.prefix).resolve() == python.parents[1].resolve()


def run_again(python: Path, words: Sequence[str]) -> int:
    """The same command in the project's environment; its exit code."""
    command = [str(python), "-m", "macros", *words]
    if os.name != "nt":
        os.execv(command[0], command)  # noqa: S606  (our own interpreter: signals and exit code pass through)
    return subprocess.run(command, check=False).returncode


def ensure(root: Path, level: Level) -> Path:
    """Make .venv hold what the lock file says; its interpreter. Under 0.1 s when it already does."""
    python, stamp = python_of(root), root / ".venv" / STAMP
    kept = _read(stamp)
    if kept.get("level") == Level.TESTS:
        level = Level.TESTS  # who once ran the tests keeps what they need
    wanted = {"level": str(level), "lock": _digest(root / level), "folder": str(root)}
    if python.exists() and kept == wanted | {"python": str(python.resolve())}:
        return python
    print("Setting up the project's Python environment in .venv (the first time: a minute or two) …")
    stamp.unlink(missing_ok=True)
    _make(python, kept)
    _install(python, root, level)
    stamp.write_text(json.dumps(wanted | {"python": str(python.resolve())}, indent=1), encoding="utf-8")
    return python


def _read(stamp: Path) -> dict[str, str]:
    try:
        return dict(json.loads(stamp.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return {}


def _digest(lock: Path) -> str:
    try:
        return hashlib.sha256(lock.read_bytes()).hexdigest()
    except OSError as error:
        raise ReportsError(f"{lock.name} is missing.", "Take it back from git: git checkout -- " + lock.name) from error


def _make(python: Path, kept: dict[str, str]) -> None:
    """Make .venv unless a sound one is there. An older interpreter's, or half of one, is made anew."""
    same = kept.get("python", str(python.resolve())) == str(python.resolve())
    if python.exists() and same and _succeeds([str(python), "-m", "pip", "--version"]):
        return
    if importlib.util.find_spec("ensurepip") is None:
        _get_ensurepip()
    base = getattr(sys, "_base_executable", sys.executable)
    made = subprocess.run(
        [base, "-m", "venv", "--clear", str(python.parents[1])], check=False, capture_output=True, text=True
    )
    if made.returncode:
        raise ReportsError(f"Python could not make .venv: {(made.stdout + made.stderr).strip()}")


def _get_ensurepip() -> None:
    """Debian and Ubuntu keep the part of venv that brings pip in a package of its own."""
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if not system_packages.install([package], "to make a Python environment"):
        raise ReportsError(
            "This Python cannot make an environment: its 'ensurepip' is missing.",
            f"On Debian or Ubuntu: sudo apt-get install {package}. Then run the same command again.",
        )


def _install(python: Path, root: Path, level: Level) -> None:
    lock = [str(python), *PIP, "install", "--require-hashes", "--no-deps", "-r", str(root / level)]
    project = [str(python), *PIP, "install", "--no-deps", "--no-build-isolation", "--no-index", "-e", str(root)]
    for command in (lock, project):
        if subprocess.run(command, check=False, cwd=root, stdin=subprocess.DEVNULL).returncode:
            raise ReportsError(
                f"Installing the packages of {level} failed; the reason stands above.",
                "Is the computer on the network? Then run the same command again: it goes on where it stopped.",
            )


def _succeeds(command: list[str]) -> bool:
    return subprocess.run(command, check=False, capture_output=True).returncode == 0
