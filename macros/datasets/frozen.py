"""Published means fixed: the checksums of a release's files, kept in its `release.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from macros.model.finding import Finding
from macros.model.problems import KINDS


def checksums(folder: Path) -> dict[str, str]:
    """The SHA-256 of each CSV of a release's folder, by file name."""
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(folder.glob("*.csv"))}


def release_findings(root: Path, folder: str, settings: Mapping[str, Any]) -> list[Finding]:
    """What differs from the checksums in `release.yml`; nothing where none are kept yet (a draft)."""
    kept = settings.get("checksums")
    if not isinstance(kept, dict):
        return []
    there = checksums(root / folder)
    return [
        Finding(KINDS["release-changed"], f"{folder}/{name}", 0, {"why": why})
        for name in sorted({*kept, *there})
        if (why := _difference(kept.get(name), there.get(name)))
    ]


def _difference(kept: str | None, there: str | None) -> str:
    if kept == there:
        return ""
    if there is None:
        return "it is gone"
    return "it was added" if kept is None else "its bytes changed"
