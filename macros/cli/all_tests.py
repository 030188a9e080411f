"""`test` and `format`: every step that has to pass before a change is published."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from macros.cli import browser


@dataclass(frozen=True)
class Step:
    """One step: what it looks at, and the words after `python`."""

    about: str
    words: tuple[str, ...]
    is_long: bool = False


STATIC = (
    Step("what the linter says", ("-m", "ruff", "check", "--quiet", "--output-format", "concise")),
    Step(
        "formatting (mend it with: make format)",
        ("-m", "ruff", "format", "--check", "--quiet", "--output-format", "concise"),
    ),
    Step("types", ("-m", "mypy", "--no-error-summary")),
    Step(
        "the floors of macros/", ("-c", "from importlinter.cli import lint_imports_command as go; go()", "--no-cache")
    ),
)
# Two processes: half the time on two cores. Handed out one by one: the two longest go to different ones.
TESTS = Step("the tests", ("-m", "pytest", "-q", "-n", "2", "--dist", "load", "--maxschedchunk", "1"), is_long=True)
FAST = Step("the tests without a browser", (*TESTS.words, "-m", "not browser and not slow"), is_long=True)
TIDY = (
    Step("what can be mended", ("-m", "ruff", "check", "--fix-only", "--quiet")),
    Step("the form", ("-m", "ruff", "format")),
)


def run_static(root: Path) -> int:
    """Everything that needs no test to run; 0 or 1."""
    return _run(root, STATIC)


def run_all(root: Path, *, fast: bool) -> int:
    """Every step, also after one has failed, so that all is known at once; 0 or 1."""
    if not fast:
        print(f"The tests use the browser {browser.ensure()}")
    return _run(root, (*STATIC, FAST if fast else TESTS))


def tidy(root: Path) -> int:
    """Put the Python files into their usual form; 0 or 1."""
    return _run(root, TIDY)


def _run(root: Path, steps: tuple[Step, ...]) -> int:
    failed = [step.about for step in steps if not _passes(root, step)]
    if failed:
        print(f"\nThis did not pass: {'; '.join(failed)}.")
    return int(bool(failed))


def _passes(root: Path, step: Step) -> bool:
    """Run one step; what it prints is shown at once when it is long, else only when it did not pass."""
    print(f"Looking at {step.about} …")
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, *step.words], check=False, cwd=root, env=os.environ | {"NO_COLOR": "1", "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL, stdout=None if step.is_long else subprocess.PIPE,
        stderr=subprocess.STDOUT, encoding="utf-8", errors="replace",
    )  # fmt: skip
    if done.returncode and done.stdout:
        print(done.stdout.rstrip())
    print(f"  {'failed' if done.returncode else 'fine'}, {time.monotonic() - started:.1f} s")
    return done.returncode == 0
