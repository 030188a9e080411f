"""Findings kept from one run to the next, each list by the name of all that decides it.

What is kept is a finding's kind, place and the words of its facts: all that is ever said of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from macros.datasets.program import program_name
from macros.datasets.whole_file import keep_whole
from macros.model import figure_problems, problems
from macros.model.finding import Finding

Kept = list[Any]  # kind, path, line, facts
FOLDER = ".cache/two-voices/findings"
_KINDS = problems.KINDS | figure_problems.KINDS | figure_problems.DISCLOSURE_KINDS


class KeptFindings:
    """The lists of one `shelf`. Those that nobody asked for in this run are left out when it is kept again."""

    def __init__(self, root: Path, shelf: str) -> None:
        self._file = root / FOLDER / f"{shelf}.json"
        self._held = self._read()
        self._asked: dict[str, list[Kept]] = {}

    def get(self, name: str) -> list[Finding] | None:
        """The list of a name; None where it is not kept."""
        held = self._held.get(name)
        if held is None:
            return None
        try:
            found = [Finding(_KINDS[kind], path, line, facts) for kind, path, line, facts in held]
        except (KeyError, TypeError, ValueError):
            return None
        self._asked[name] = held
        return found

    def put(self, name: str, found: Iterable[Finding]) -> None:
        """Keep a list by its name."""
        self._asked[name] = [
            [one.kind.id, one.path, one.line, {fact: str(value) for fact, value in one.facts.items()}] for one in found
        ]

    def keep(self) -> None:
        """Write what this run asked for, in one step, if it is not what the file holds."""
        if self._asked == self._held:
            return
        self._held = dict(self._asked)
        keep_whole(self._file, json.dumps({"program": program_name(), "lists": self._held}).encode())

    def _read(self) -> dict[str, list[Kept]]:
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
            return dict(kept["lists"]) if kept["program"] == program_name() else {}
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return {}


def named(*parts: object) -> str:
    """A name made from all that decides a list."""
    return sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:32]
