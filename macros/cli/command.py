"""What a command of the command line is: its word, what it does, what it may be told.

Exit codes: 0 clean, 1 something was found, 2 the command was asked wrongly.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from macros.cli import environment

CLEAN, FOUND, MISUSED = 0, 1, 2
SITE, TESTS = environment.Level.SITE, environment.Level.TESTS

Run = Callable[[Path, argparse.Namespace], int]


@dataclass(frozen=True)
class Option:
    """One option of a command: `name` as typed, `help` in plain words, `default` None for a switch.

    A name without dashes is a word that must be given; with a `…` at its end, one or more of them (where there is a
    default, or none), with a `?`, one or none.
    """

    name: str
    help: str
    default: str | int | None = None


@dataclass(frozen=True)
class Command:
    """One word of the command line, and which of the locked packages it needs (None: not any)."""

    name: str
    help: str
    run: Run
    needs: environment.Level | None
    options: tuple[Option, ...] = ()
