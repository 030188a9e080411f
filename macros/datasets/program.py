"""A name for this program as it is now: what it worked out before counts only while it is the same program."""

from __future__ import annotations

import sys
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
PACKAGES = (
    "altair", "Jinja2", "lxml", "Markdown", "MarkupSafe", "mkdocs", "mkdocs-macros-plugin", "mkdocs-material",
    "openpyxl", "pandas", "pymdown-extensions", "Pygments", "PyYAML", "vl-convert-python",
)  # fmt: skip


@lru_cache(maxsize=1)
def program_name() -> str:
    """32 hexadecimal digits made from every Python file of `macros/` and `packages()`, the same on every computer."""
    made = sha256(packages().encode())
    for path in sorted(_PACKAGE.rglob("*.py")):
        made.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return made.hexdigest()[:32]


@lru_cache(maxsize=1)
def packages() -> str:
    """Python and the packages that shape a page, each with its version, a line each."""
    return f"python {sys.version_info[0]}.{sys.version_info[1]}\n" + "".join(
        f"{name} {_version(name)}\n" for name in PACKAGES
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"
