"""A name for the program that builds a site: its own files and the versions of the packages that shape a page."""

from __future__ import annotations

import sys
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PROGRAM = ("macros", "overrides", "docs/assets")  # what a site is built with, and no project brings itself
PACKAGES = (
    "altair", "Jinja2", "lxml", "Markdown", "MarkupSafe", "mkdocs", "mkdocs-macros-plugin", "mkdocs-material",
    "openpyxl", "pandas", "pymdown-extensions", "Pygments", "PyYAML", "vl-convert-python",
)  # fmt: skip


@lru_cache(maxsize=4)
def program_key(root: Path) -> str:
    """The checksum of the program at `root` and its packages: by content, so that it is the same on every machine."""
    whole = sha256(f"python {sys.version_info[0]}.{sys.version_info[1]}\n".encode())
    for name in PACKAGES:
        whole.update(f"{name} {_version(name)}\n".encode())
    for path in program_files(root):
        whole.update(f"{path.relative_to(root).as_posix()}\0{sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()


def program_files(root: Path) -> list[Path]:
    """The program's files in a fixed order, without what Python compiled."""
    found = (path for name in PROGRAM for path in (root / name).rglob("*"))
    return sorted(path for path in found if path.is_file() and "__pycache__" not in path.parts)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"
