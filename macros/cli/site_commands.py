"""The commands that make a site and look at it."""

from __future__ import annotations

import argparse
from pathlib import Path

from macros.cli import environment
from macros.cli.command import CLEAN, SITE, Command, Option


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


def _preview(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.preview import preview

    return preview(root, root / asked.to, asked.against)


def _check(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.check import check

    return check(root)


def _generate(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.portable import generate

    return generate(root, draft=asked.draft)


def _finish(root: Path, asked: argparse.Namespace) -> int:
    from macros.cli.portable import finish

    return finish(root, root / asked.site, draft=asked.draft)


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
    Command("preview", "build the draft into preview/, with what changed since the published site", _preview, SITE, (
        Option("--to", "another folder than preview", "preview"),
        Option("--against", "the published site: its folder, or a branch of git (left out: site, if there)", ""),
    )),
    Command("check", "say what is wrong with figures, words and duties", _check, SITE),
    Command("generate", "write the pages and settings for another engine, such as Zensical", _generate, SITE, (
        Option("--draft", "also what is not published yet"),
    )),
    Command("finish", "finish the site that another engine built: data, checks, security", _finish, SITE, (
        Option("site", "the folder that the engine built"),
        Option("--draft", "it is a draft: nothing stops it"),
    )),
)  # fmt: skip
