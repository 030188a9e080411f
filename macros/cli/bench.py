"""`bench`: how long building takes, printed as ratios against a plain site of the same pages."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from macros.errors import ReportsError

FOLDER = "tests/benchmarks"


def bench(root: Path) -> int:
    """Run the benchmarks, which are a program of their own; its exit code."""
    if not (root / FOLDER / "__main__.py").is_file():
        raise ReportsError(f"There are no benchmarks in {FOLDER}.")
    return subprocess.run([sys.executable, "-m", FOLDER.replace("/", ".")], check=False, cwd=root).returncode
