"""What the browser tests found wrong: each fault once, with the places it stands in.

A fault of the template is on every page at every width; six lines for each page would bury the others.
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest

PLACES_SHOWN = 4


class Complaints:
    """Faults in the order they were met."""

    def __init__(self) -> None:
        self._places: dict[str, dict[str, None]] = {}  # in order, each place once

    def add(self, faults: Iterable[str], place: str) -> None:
        """Note some faults of one page in one state."""
        for fault in faults:
            self._places.setdefault(fault, {})[place] = None

    def insist_on_none(self) -> None:
        """Fail, with all of them, if there is any."""
        if self._places:
            pytest.fail(f"{len(self._places)} faults:\n{self}", pytrace=False)

    def __str__(self) -> str:
        return "\n".join(f"- {fault}\n    on {_shown(list(places))}" for fault, places in self._places.items())


def _shown(places: list[str]) -> str:
    more = len(places) - PLACES_SHOWN
    return "; ".join(places[:PLACES_SHOWN]) + (f"; and {more} more" if more > 0 else "")
