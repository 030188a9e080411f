"""`clean`: away with what was built and cached. Sources and .venv stay."""

from __future__ import annotations

import shutil
from pathlib import Path

MADE = (
    "site", "preview", "generated", ".build", ".cache",
    ".mypy_cache", ".pytest_cache", ".ruff_cache", ".hypothesis", ".import_linter_cache",
)  # fmt: skip


def clean(root: Path) -> int:
    """Remove each folder of MADE; 0."""
    for name in MADE:
        shutil.rmtree(root / name, ignore_errors=True)
    print("Removed what was built and cached.")
    return 0
