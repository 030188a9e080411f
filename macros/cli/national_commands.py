"""The command for a whole nation, in one table like the others."""

from __future__ import annotations

import argparse
from pathlib import Path

from macros.cli.command import TESTS, Command, Option


def _national(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.national.command import Asked, national

    only = tuple(filter(None, (name.strip() for name in asked.only.split(";"))))
    wanted = Asked(
        asked.files, asked.to, asked.workers, asked.scheduler, only, asked.part, asked.date, asked.address,
        listed=asked.list, front=asked.front,
    )  # fmt: skip
    return national(root, wanted)


# what spreads the work is locked with the packages for the tests: who builds one council's site need not have it
COMMANDS: tuple[Command, ...] = (
    Command("national", "build a site for every council from open data, and the pages about all", _national, TESTS, (
        Option("files…", "the CSV files as the Department for Education publishes them"),
        Option("--to", "the folder for all sites", "site-national"),
        Option("--workers", "how many sites are built at the same time on this machine", 2),
        Option("--scheduler", "the address of a Dask scheduler, whose machines do the work (left out: this one)", ""),
        Option("--only", "only these councils, divided by semicolons (left out: all)", ""),
        Option("--part", "a share of the councils for one of several machines: 3/8", ""),
        Option("--front", "the pages about all councils alone, for the sites that stand already"),
        Option("--list", "print the councils' ids and build nothing"),
        Option("--date", "the day of new releases, such as 2026-12-01 (left out: when first read)", ""),
        Option("--address", "the public address of it all, such as https://reports.example.gov.uk/", ""),
    )),
)  # fmt: skip
