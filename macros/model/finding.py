"""A finding: what a check reports. It holds facts; words and severity belong to its kind."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from macros.errors import QUOTED, excerpt

# facts that repeat an author's text, of which a little will do; any other is a list or a sentence of our own
_QUOTES = frozenset({"cell", "column", "setting", "indicator", "near", "source"})
_SENTENCE = 2_000  # letters


class Severity(StrEnum):
    """Whether the public build fails."""

    STOPS = "stops"
    WARNS = "warns"


@dataclass(frozen=True)
class Kind:
    """One kind of problem, declared once: its check, severity, and the sentence with {facts}."""

    id: str
    check: str
    severity: Severity
    template: str

    @property
    def help(self) -> str:
        """The guide page with "When it occurs" and "How to fix"."""
        return f"guide/checks/{self.check}.md"


@dataclass(frozen=True)
class Finding:
    """A problem at a place. `path` is relative to the project, `line` counts from 1 (0: whole file)."""

    kind: Kind
    path: str
    line: int
    facts: dict[str, object] = field(default_factory=dict, hash=False)

    @property
    def check(self) -> str:
        """The check that reports it."""
        return self.kind.check

    @property
    def severity(self) -> Severity:
        """Whether it stops the public build."""
        return self.kind.severity

    @property
    def help(self) -> str:
        """The page that says how to mend it."""
        return self.kind.help

    @property
    def message(self) -> str:
        """What is wrong and how to mend it, in plain English and never at great length."""
        told = {name: excerpt(str(fact), _most(name)) for name, fact in self.facts.items()}
        return self.kind.template.format(**told).strip()

    @property
    def place(self) -> str:
        """`path:line`, or the path alone."""
        return f"{self.path}:{self.line}" if self.line else self.path


def _most(name: str) -> int:
    """How many letters of a fact a message repeats."""
    return QUOTED if name in _QUOTES else _SENTENCE
