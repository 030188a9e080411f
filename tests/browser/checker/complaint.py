"""What a check says: its own name, so that a test can ask whether the right one spoke, and one sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from playwright.sync_api import Page


class Complaint(NamedTuple):
    """One fault on one page."""

    check: str
    text: str

    def __str__(self) -> str:
        return f"{self.check}: {self.text}"


# A check looks at a loaded page and leaves it as it was.
Check = Callable[[Page], list[Complaint]]


def complain(check: str, sentences: list[str]) -> list[Complaint]:
    """The same check's complaints."""
    return [Complaint(check, sentence) for sentence in sentences]
