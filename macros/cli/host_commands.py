"""The commands that a host's workflows start: see docs/guide/publish/workflows.md."""

from __future__ import annotations

import argparse
from pathlib import Path

from macros.cli.command import Command, Option


def _deploy(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.pull_requests import deploy_site

    return deploy_site(root, asked.site)


def _previews(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.pull_requests import update_previews

    return update_previews()


def _announce(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.pull_requests import Announcement, announce

    return announce(root, Announcement(asked.site, asked.address, asked.commit, asked.on))


COMMANDS: tuple[Command, ...] = (
    Command("deploy", "put a built site on the branch that GitHub Pages serves (a workflow does it)", _deploy, None, (
        Option("site", "the folder of the built public site"),
    )),
    Command("previews", "put a pull request's preview online, remove those of closed ones (a workflow does it)",
            _previews, None),
    Command("announce", "print the comment for a pull request: link, findings, what changed", _announce, None, (
        Option("site", "the folder of the built preview"),
        Option("--address", "where the preview will be seen", ""),
        Option("--commit", "the commit it is made of", ""),
        Option("--on", "write it as the one comment of the pull request, on: gitlab, azure", ""),
    )),
)  # fmt: skip
