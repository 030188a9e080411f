"""The complaints that are tolerated: those that the accessibility statement owns up to, and no others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from macros.datasets.store import open_store

ROOT = Path(__file__).resolve().parents[2]


def not_owned_up_to(complaints: Iterable[str], path: str) -> Iterator[str]:
    """The complaints (`check: sentence`) about a page that data/catalogue/accessibility.csv does not name."""
    rows = open_store(ROOT).catalogue.words.get("accessibility", ())
    known = tuple(row["check"] for row in rows if path.startswith(row["page"]))
    return (one for one in complaints if one.split(":")[0] not in known)
