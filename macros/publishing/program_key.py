"""A name for the program that builds a site: its own files and the versions of the packages that shape a page."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from macros.datasets.program import packages

PROGRAM = ("macros", "overrides", "docs/assets")  # what a site is built with, and no project brings itself


@lru_cache(maxsize=4)
def program_key(root: Path) -> str:
    """The checksum of the program at `root` and its packages: by content, so that it is the same on every machine."""
    whole = sha256(packages().encode())
    for path in program_files(root):
        whole.update(f"{path.relative_to(root).as_posix()}\0{sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()


def program_files(root: Path) -> list[Path]:
    """The program's files in a fixed order, without what Python compiled."""
    found = (path for name in PROGRAM for path in (root / name).rglob("*"))
    return sorted(path for path in found if path.is_file() and "__pycache__" not in path.parts)
