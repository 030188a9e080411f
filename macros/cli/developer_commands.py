"""The commands for who changes the program."""

from __future__ import annotations

import argparse
from pathlib import Path

from macros.cli.command import TESTS, Command, Option


def _test(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.all_tests import run_all, run_static

    return run_static(root) if asked.static else run_all(root, fast=asked.fast)


def _format(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.all_tests import tidy

    return tidy(root)


def _bench(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.bench import bench

    return bench(root)


def _lock(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.lock import lock

    return lock(root, upgrade=asked.upgrade)


def _clean(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.clean import clean

    return clean(root)


COMMANDS: tuple[Command, ...] = (
    Command("test", "run all tests, with a real browser", _test, TESTS, (
        Option("--fast", "leave out the tests in the browser and the slow ones"),
        Option("--static", "only formatting, types and the floors of macros/"),
    )),
    Command("format", "put the Python files into their usual form", _format, TESTS),
    Command("bench", "measure how long building takes, as ratios", _bench, TESTS),
    Command("lock", "choose and write down the versions of all packages", _lock, TESTS, (
        Option("--upgrade", "take the newest that pyproject.toml allows"),
    )),
    Command("clean", "remove what was built and cached (not .venv)", _clean, None),
)  # fmt: skip
