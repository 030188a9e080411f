"""MkDocs as a program that we start, and what it prints put into plain words."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from macros.errors import ReportsError

_LINE = re.compile(r"^(INFO|WARNING|ERROR|CRITICAL|DEBUG)\s+-\s\s?(.*)$")
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")

# What MkDocs says most, and how we say it. Its other sentences stand as they are.
_PLAIN = (
    (
        re.compile(r"^Doc file '(.+?)' contains a link '(.+?)', but the target .*?is not found.*?(Did you mean.*)?$"),
        r"docs/\1: the link to '\2' leads to no page. \3",
    ),
    (
        re.compile(r"^Doc file '(.+?)' contains a link '(.+?)', but .*does not contain an anchor '#(.+?)'.*$"),
        r"docs/\1: the link to '\2' leads to no heading '\3' on that page.",
    ),
    (
        re.compile(r"^A reference to '(.+?)' is included in the 'nav' configuration, which is not found.*$"),
        r"mkdocs.yml: the navigation (nav) names '\1', and there is no such page.",
    ),
    (
        re.compile(r"^Config value '(.+?)': (.*)$", re.DOTALL),
        r"mkdocs.yml: the setting '\1' is wrong. \2",
    ),
    (
        re.compile(
            r"^\[macros\] - ERROR # _Macro Rendering Error_\s+_File_: `(.+?)`\s+_(\w+)_: (.*?)\n```.*$", re.DOTALL
        ),
        r"docs/\1: a macro failed (\2: \3). This is a fault of the program, not of the page.",
    ),
)
_SUMMARIES = re.compile(r"^(?:Aborted|Build error)\b")


def command(root: Path, *words: str) -> list[str]:
    """The command line of MkDocs; the module way, so that it finds macros/ without an install."""
    if not (root / "mkdocs.yml").is_file():
        raise ReportsError("mkdocs.yml is missing.", "It says what the site is made of; take it back from git.")
    return [sys.executable, "-m", "mkdocs", *words]


def variables(**ours: str) -> dict[str, str]:
    """The environment of the child: ours added, its banner hidden, its lines not folded."""
    kept = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    return kept | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"} | ours


def problems(log: str) -> list[str]:
    """The warnings and errors of a log, in plain words, each once, in order."""
    found: list[str] = []
    for level, message in _records(log):
        if level in ("WARNING", "ERROR", "CRITICAL"):
            found.append(plain(message))
    return list(dict.fromkeys(found))


def cause(log: str) -> str:
    """The first error of a failed program. The last one often only says that another came before."""
    found = re.search(r"^\s*((?:\w+\.)*\w*(?:Error|Exception|Exit)\b.*)$", _COLOUR.sub("", log), re.MULTILINE)
    return found[1] if found else ""


def plain(message: str) -> str:
    """One sentence of MkDocs in our words."""
    for pattern, ours in _PLAIN:
        if pattern.match(message):
            return pattern.sub(ours, message).strip()
    return message.strip()


def _records(log: str) -> list[tuple[str, str]]:
    """Level and message of each record; a line without a level goes on with the one before."""
    records: list[tuple[str, str]] = []
    for line in _COLOUR.sub("", log).splitlines():
        if match := _LINE.match(line):
            records.append((match[1], match[2]))
        elif records and line.strip() and not _SUMMARIES.match(line):
            level, message = records[-1]
            records[-1] = (level, f"{message}\n{line}")
    return records
