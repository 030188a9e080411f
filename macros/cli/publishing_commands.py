"""The commands for who publishes: how far a report has come, and whether what stands online is what was built."""

from __future__ import annotations

import argparse
from pathlib import Path

from macros.cli.command import SITE, Command, Option


def _verify(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.verify import verify

    return verify(root, root / asked.site)


COMMANDS: tuple[Command, ...] = (
    Command("verify", "prove that a deployed folder is, byte for byte, what the repository builds", _verify, SITE, (
        Option("site", "the folder, or a copy of what the host serves"),
    )),
)  # fmt: skip
