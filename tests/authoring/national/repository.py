"""The repository of this project with open data of councils that do not exist: what sites of a nation are made from."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from pathlib import Path

from macros.authoring.national.council_site import Shared, read_shared
from macros.datasets.open_data import read_open_data
from macros.datasets.store import open_store
from tests.cli.national.made_up import NAMES, published

ROOT = Path(__file__).resolve().parents[3]
DAY = date(2026, 11, 28)


def shared(folder: Path, names: Iterable[str] = NAMES, changed: str = "") -> Shared:
    """What all sites share; every release is of one day."""
    data = read_open_data(ROOT, open_store(ROOT).catalogue, [published(folder / "cla.csv", names, changed)])
    return read_shared(ROOT, data, lambda _checksum: DAY)


@lru_cache(maxsize=1)
def catalogue_size() -> int:
    """How many indicators the repository's catalogue has."""
    return len(open_store(ROOT).catalogue.indicators)
