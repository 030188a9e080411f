"""The commands, in one table. Each prepares what it needs, then does one thing.

Exit codes: 0 clean, 1 something was found, 2 the command was asked wrongly. Nothing but the standard
library is imported before the environment is known to be there.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.cli import environment
from macros.errors import ReportsError

ROOT = Path(__file__).resolve().parents[2]
CLEAN, FOUND, MISUSED = 0, 1, 2

Run = Callable[[Path, argparse.Namespace], int]


@dataclass(frozen=True)
class Option:
    """One option of a command: `name` as typed, `help` in plain words, `default` None for a switch.

    A name without dashes is a word that must be given; with a `…` at its end, one or more of them.
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


def _setup(root: Path, asked: argparse.Namespace) -> int:
    level = environment.Level.TESTS if asked.tests else environment.Level.SITE
    environment.ensure(root, level)
    print("Everything is set up.")
    return CLEAN


def _site(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.serve import serve

    return serve(root, asked.port, asked.report)


def _build(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.build import build

    return build(root, root / asked.to, with_papers=asked.pdf)


def _check(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.check import check

    return check(root)


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


def _release(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.release import release

    return release(root, asked.report)


def _correct(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.release import correct

    return correct(root, asked.report, asked.reason, asked.date)


def _new_report(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.new_report import Asked, new_report

    words = (asked.council, asked.period, asked.name, asked.nation)
    return new_report(root, Asked(*words, addendum=asked.addendum, pages=asked.pages))


def _start(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.new_report import start

    return start(root, asked.council, asked.name, asked.nation, asked.to)


def _suppress(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.suppress import suppress

    return suppress(root, asked.raw, asked.suppressed)


def _translations(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.translations import translations

    return translations(root)


def _workbook(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.figures import workbook

    return workbook(root, asked.report, asked.to)


def _import(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.figures import import_figures

    return import_figures(root, asked.report, asked.file, asked.mapping, suppress=asked.suppress)


def _comparators(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.comparators import comparators

    return comparators(
        root, asked.files, council=asked.council, neighbours=asked.neighbours, source=asked.source, day=asked.date
    )


def _clean(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.clean import clean

    return clean(root)


SITE, TESTS = environment.Level.SITE, environment.Level.TESTS
COMMANDS: tuple[Command, ...] = (
    Command("setup", "install what the site needs, into .venv", _setup, None, (
        Option("--tests", "also what the tests need"),
    )),
    Command("site", "build the draft, show it in the browser, and again after each change", _site, SITE, (
        Option("--port", "the port on this computer", 8000),
        Option("--report", "build this report alone: an edit shows at once", ""),
    )),
    Command("build", "build the public site into site/, or say why it cannot be published", _build, SITE, (
        Option("--to", "another folder than site", "site"),
        Option("--pdf", "also each report as a PDF, both editions (needs Pango; takes minutes)"),
    )),
    Command("check", "say what is wrong with figures, words and duties", _check, SITE),
    Command("new-report", "begin a council's next report, as a draft that builds at once", _new_report, SITE, (
        Option("council", "the council's id or name, such as leeds"),
        Option("period", "2017-18, 2017-18 Q1 or 2017 (in quotation marks where there is a blank)"),
        Option("--name", "the name of a council that data/catalogue/areas.csv does not have", ""),
        Option("--nation", "its nation, such as wales (left out: england)", ""),
        Option("--addendum", "the report adds a quarter to an annual one"),
        Option("--pages", "only these sections, such as timeliness,participation (left out: all)", ""),
    )),
    Command("start", "make a council's own site in another folder, without the sample reports", _start, SITE, (
        Option("council", "the council's id or name, such as leeds"),
        Option("--to", "the folder of the new site, such as ../leeds", ""),
        Option("--name", "the name of a council that data/catalogue/areas.csv does not have", ""),
        Option("--nation", "its nation, such as wales (left out: england)", ""),
    )),
    Command("release", "seal the figures of a report: from then on they do not change", _release, SITE, (
        Option("report", "the report's folder, such as york-2016-17"),
    )),
    Command("correct", "begin a new release of a sealed report, to correct a figure in it", _correct, SITE, (
        Option("report", "the report's folder, such as york-2016-17"),
        Option("--reason", "why, in a sentence for readers (needed)", ""),
        Option("--date", "the day of the new release, such as 2026-12-01 (left out: today)", ""),
    )),
    Command("workbook", "write an Excel workbook in which the figures of a report are filled in", _workbook, SITE, (
        Option("report", "the report's folder, such as york-2016-17"),
        Option("--to", "the file to write (left out: beside the project's folder)", ""),
    )),
    Command("import", "read figures from a workbook or an export into a report's draft release", _import, SITE, (
        Option("report", "the report's folder, such as york-2016-17"),
        Option("file", "the workbook (.xlsx) or export (.csv), outside the project's folder"),
        Option("--mapping", "how to read an export: the name of a file in data/catalogue/mappings/", ""),
        Option("--suppress", "hide small counts, and what they could be worked out from"),
    )),
    Command("comparators", "read open data of other areas, to hold figures against", _comparators, SITE, (
        Option("files…", "the CSV files as the Department for Education publishes them"),
        Option("--council", "only this council, its region, England and its neighbours (left out: all)", ""),
        Option("--neighbours", "a text file with the names of councils like it, one a line", ""),
        Option("--source", "the folder in data/comparators/", "dfe-cla"),
        Option("--date", "the day of the release, such as 2026-12-01 (left out: today)", ""),
    )),
    Command("suppress", "hide the small counts of raw figures, before they come into the project", _suppress, SITE, (
        Option("raw", "the CSV file with the raw figures, outside the project's folder"),
        Option("suppressed", "the CSV file to write; it must not be there yet"),
    )),
    Command("translations", "list the translated summaries, and which of them are out of date", _translations, SITE),
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
        word.add_argument(option.name.removesuffix("…"), help=option.help, nargs="+")
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
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130
