"""The commands for who publishes: how far a report has come, and whether what stands online is what was built."""

from __future__ import annotations

import argparse
from pathlib import Path

from macros.cli.command import SITE, Command, Option


def _status(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.status import status

    return status(root, asked.report, asked.step, asked.by, asked.date)


def _keep(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.keep import keep

    return keep(root, asked.report, root / asked.site)


def _verify(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.verify import verify

    return verify(root, root / asked.site)


COMMANDS: tuple[Command, ...] = (
    Command("status", "show how far a report has come, or move it on", _status, SITE, (
        Option("report", "the report's folder, such as york-2016-17"),
        Option("step?", "draft, for-panel, approved or published (left out: show them all)"),
        Option("--by", "who approved it, such as “Corporate Parenting Board”; several with ; between them", ""),
        Option("--date", "the day, such as 2027-06-14 (left out: today)", ""),
    )),
    Command("keep", "keep the edition that is public, before a correction takes its place", _keep, SITE, (
        Option("report", "the report's folder, such as york-2016-17"),
        Option("--site", "the folder as it was published", "site"),
    )),
    Command("verify", "prove that a deployed folder is, byte for byte, what the repository builds", _verify, SITE, (
        Option("site", "the folder, or a copy of what the host serves"),
    )),
)  # fmt: skip
