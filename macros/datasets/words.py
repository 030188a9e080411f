"""The word lists of `data/catalogue/words/`: easy words, the project's own additions, and jargon with plainer words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from macros.datasets.catalogue import FOLDER
from macros.datasets.csv_source import read_table

WORDS = f"{FOLDER}/words"


def easy_words(root: Path) -> list[str]:
    """The words that a reader is expected to know: `easy.txt` and `council.txt`, without their comments."""
    return [word for name in ("easy", "council") for word in _listed(root / WORDS / f"{name}.txt")]


def plainer(root: Path) -> Mapping[str, str]:
    """A plainer word for each word of officials, of `plainer.csv`; none when the file is not there."""
    if not (root / WORDS / "plainer.csv").is_file():
        return {}
    table = read_table(root, f"{WORDS}/plainer.csv", ("not", "say"))
    return {row["not"].lower(): row["say"] for row in table.rows}


def _listed(path: Path) -> tuple[str, ...]:
    try:
        changed = path.stat().st_mtime_ns
    except OSError:
        return ()
    return _read(path, changed)


@lru_cache(maxsize=8)
def _read(path: Path, _changed: int) -> tuple[str, ...]:
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))
