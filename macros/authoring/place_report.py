"""Putting a new report in its place: all of its files and its part of the menu, or nothing."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from macros.datasets.whole_file import write_whole
from macros.errors import BadRequest

MENU = "mkdocs.yml"
_NAV = re.compile(r"^nav:\s*$", re.MULTILINE)
_ENTRY = re.compile(r"^  - (?:\"[^\"]*\"|[^:\n]+):", re.MULTILINE)
_AFTER_REPORTS = ("  - What is measured:", "  - About:")


def place(root: Path, files: Mapping[str, str], menu: str) -> None:
    """Write files whose top folders are not there yet, and add their part to the menu.

    Raises BadRequest when the menu cannot be found; then nothing is written.
    """
    settings = with_menu(_settings(root), menu)
    folders = sorted({"/".join(path.split("/")[:3]) for path in files})  # data/reports/x, docs/reports/x
    made: list[Path] = []
    with tempfile.TemporaryDirectory(dir=root, prefix=".new-report-") as workshop:
        for path, text in files.items():
            target = Path(workshop) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
        try:
            for folder in folders:
                (root / folder).parent.mkdir(parents=True, exist_ok=True)
                (Path(workshop) / folder).rename(root / folder)
                made.append(root / folder)
            write_whole(root / MENU, settings.encode())
        except OSError:
            for folder_made in made:
                shutil.rmtree(folder_made, ignore_errors=True)
            raise


def with_menu(settings: str, menu: str) -> str:
    """The text of mkdocs.yml with a report's part after those of the others. Raises BadRequest without a `nav:`."""
    start = _NAV.search(settings)
    if start is None:
        raise BadRequest(f"{MENU} has no line `nav:`.", f"Add one, and below it:\n{menu}")
    for entry in _ENTRY.finditer(settings, start.end()):
        if entry[0] in _AFTER_REPORTS:
            return settings[: entry.start()] + menu + settings[entry.start() :]
    return settings.rstrip("\n") + "\n" + menu


def _settings(root: Path) -> str:
    try:
        return (root / MENU).read_text(encoding="utf-8")
    except OSError as error:
        raise BadRequest(f"{MENU} cannot be read.", "Take it back from git.") from error
