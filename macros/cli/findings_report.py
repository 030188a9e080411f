"""Findings as text: grouped by check, what stops the public build first, each with its file and line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from macros.model.finding import Finding, Severity

FILE = "data/findings.json"  # written by the engine's hooks into the built site, also when it fails
WARNINGS_SHOWN = 3  # of a check; what stops is always shown in full


@dataclass(frozen=True)
class Reported:
    """A finding as `data/findings.json` has it: `line` counts from 1, 0 is the whole file."""

    check: str
    severity: str
    path: str
    line: int
    message: str
    help: str

    @property
    def stops(self) -> bool:
        """Whether the public build fails on it."""
        return self.severity != Severity.WARNS  # fails closed: an unknown word stops, too

    @property
    def of_data(self) -> bool:
        """Whether it is about the data; a page often only repeats what is wrong there, so these come first."""
        return self.path.startswith("data/")

    @property
    def place(self) -> str:
        """`path:line`, or the path alone."""
        return f"{self.path}:{self.line}" if self.line else self.path


def reported(finding: Finding) -> Reported:
    """A finding of a check, ready to print."""
    return Reported(finding.check, finding.severity, finding.path, finding.line, finding.message, finding.help)


def read(path: Path) -> list[Reported]:
    """The findings a build wrote; none when it came to no file. Unknown columns are left out."""
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    names = Reported.__dataclass_fields__
    return [Reported(**{name: row[name] for name in names}) for row in rows]


def text(findings: Iterable[Reported]) -> str:
    """What people read: a heading for each check, a line for each finding, the sum at the end."""
    ordered = sorted(findings, key=lambda f: (not f.stops, not f.of_data, f.check, f.path, f.line))
    parts = []
    for (stops, _, check), group in groupby(ordered, key=lambda f: (f.stops, f.of_data, f.check)):
        rows = list(group)
        weight = "stops the public build" if stops else "a warning"
        parts.append(f"{check} ({weight}). How to mend it: docs/{rows[0].help}")
        shown = rows if stops else rows[:WARNINGS_SHOWN]
        parts += [f"  {row.place}: {row.message}" for row in shown]
        if len(shown) < len(rows):
            parts.append(
                f"  … and {len(rows) - len(shown)} more like these; data/findings.json of the site has them all."
            )
        parts.append("")
    return "\n".join([*parts, _sum(ordered)])


def _sum(findings: list[Reported]) -> str:
    stopping = sum(finding.stops for finding in findings)
    stops = _count(stopping, "finding stops", "findings stop")
    both = f"{stops} the public build; {_count(len(findings) - stopping, 'warning', 'warnings')}."
    return both[0].upper() + both[1:]


def _count(number: int, one: str, many: str) -> str:
    return f"{number or 'no'} {one if number == 1 else many}"
