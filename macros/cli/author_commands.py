"""The commands for who writes a report: its pages, its figures, its releases."""

from __future__ import annotations

import argparse
from pathlib import Path

from macros.cli.command import SITE, Command, Option


def _new_report(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.new_report import Asked, new_report

    words = (asked.council, asked.period, asked.name, asked.nation)
    return new_report(root, Asked(*words, addendum=asked.addendum, pages=asked.pages))


def _start(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.new_report import start

    return start(root, asked.council, asked.name, asked.nation, asked.to)


def _release(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.release import release

    return release(root, asked.report)


def _correct(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.release import correct

    return correct(root, asked.report, asked.reason, asked.date)


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


def _comments(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.comments import comments

    return comments(root, asked.do, asked.report, asked.files)


def _suppress(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.suppress import suppress

    return suppress(root, asked.raw, asked.suppressed)


def _translations(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.translations import translations

    return translations(root)


COMMANDS: tuple[Command, ...] = (
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
    Command("comments", "take in what young people said about a draft, answer it, sum it up", _comments, SITE, (
        Option("do", "import, answer or summary"),
        Option("report", "the report's folder, such as leeds-2026-27"),
        Option("files…", "to import: files saved on a draft, or tables typed from paper (.csv)", ""),
    )),
    Command("suppress", "hide the small counts of raw figures, before they come into the project", _suppress, SITE, (
        Option("raw", "the CSV file with the raw figures, outside the project's folder"),
        Option("suppressed", "the CSV file to write; it must not be there yet"),
    )),
    Command("translations", "list the translated summaries, and which of them are out of date", _translations, SITE),
)  # fmt: skip
