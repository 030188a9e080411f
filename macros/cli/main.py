"""The command line. Each command prepares what it needs, then does one thing.

Nothing but the standard library is imported before the environment is known to be there.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from macros.cli import (
    author_commands,
    developer_commands,
    environment,
    host_commands,
    national_commands,
    publishing_commands,
    site_commands,
)
from macros.cli.command import FOUND, TESTS, Command, Option
from macros.cli.disk import refused
from macros.errors import ReportsError

ROOT = Path(__file__).resolve().parents[2]
COMMANDS: tuple[Command, ...] = (
    *site_commands.COMMANDS,
    *author_commands.COMMANDS,
    *publishing_commands.COMMANDS,
    *host_commands.COMMANDS,
    *national_commands.COMMANDS,
    *developer_commands.COMMANDS,
)


def parser() -> argparse.ArgumentParser:
    """The command line of the table above."""
    made = argparse.ArgumentParser(prog="python -m macros", description="Two Voices: what would you like to do?")
    words = made.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        word = words.add_parser(command.name, help=command.help, description=command.help)
        word.set_defaults(chosen=command)
        for option in command.options:
            _add(word, option)
    return made


def _add(word: argparse.ArgumentParser, option: Option) -> None:
    if option.name.endswith("…"):
        some = "+" if option.default is None else "*"
        word.add_argument(option.name.removesuffix("…"), help=option.help, nargs=some)
    elif option.name.endswith("?"):
        word.add_argument(option.name.removesuffix("?"), help=option.help, nargs="?", default="")
    elif not option.name.startswith("-"):
        word.add_argument(option.name, help=option.help)
    elif option.default is None:
        word.add_argument(option.name, help=option.help, action="store_true")
    else:
        word.add_argument(option.name, help=option.help, default=option.default, type=type(option.default))


def main(words: Sequence[str], root: Path = ROOT) -> int:
    """Run one command; its exit code."""
    for stream in (sys.stdout, sys.stderr):  # council laptops: a code page without a "…"
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace", line_buffering=True)
    asked = parser().parse_args(words)
    os.chdir(root)
    command: Command = asked.chosen
    try:
        if command.needs is not None and not environment.is_left_alone():
            # what makes PDFs is locked with the packages for the tests: who builds without them need not have it
            python = environment.ensure(root, TESTS if getattr(asked, "pdf", False) else command.needs)
            if not environment.is_running(python):
                return environment.run_again(python, words)
        return command.run(root, asked)
    except ReportsError as error:
        print(error, file=sys.stderr)
        return FOUND
    except OSError as error:
        if not (said := refused(error)):
            raise
        print(said, file=sys.stderr)
        return FOUND
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130
