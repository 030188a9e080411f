"""`lock`: the exact version and hashes of every package, written where no address of an index appears."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from macros.cli.environment import Level
from macros.errors import ReportsError

# The tests run against the very versions that the site is built with.
EXTRAS: dict[Level, tuple[str, ...]] = {
    Level.SITE: (),
    Level.TESTS: ("--extra", "dev", "--constraint", Level.SITE),
}
HEADING = (
    "# Every package, its version and its hashes, for all systems. Made by: make lock\n"
    "# Names no index: pip takes the packages from wherever it is set up to.\n"
)


def lock(root: Path, *, upgrade: bool) -> int:
    """Write both lock files; versions already chosen stay unless `upgrade`. 0, or an error."""
    for level, extras in EXTRAS.items():
        words = [
            sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", *extras, "--universal", "--generate-hashes",
            "--fork-strategy", "fewest",  # the same versions, so the same pages, under every Python
            "--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links", "--quiet",
            "--output-file", level, *(["--upgrade"] if upgrade else []),
        ]  # fmt: skip
        if subprocess.run(words, check=False, cwd=root).returncode:
            raise ReportsError(f"{level} could not be made; the reason stands above.")
        path = root / level
        path.write_text(HEADING + path.read_text(encoding="utf-8"), encoding="utf-8", newline="\n")
        print(f"Wrote {level}.")
    return 0
