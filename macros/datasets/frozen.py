"""Published means fixed: the checksums of a release's files, kept in its `release.yml`."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from macros.datasets.report_settings import Settings
from macros.errors import excerpt
from macros.model.finding import Finding
from macros.model.problems import KINDS


def checksums(folder: Path) -> dict[str, str]:
    """The SHA-256 of each CSV of a release's folder, by file name."""
    files = (path for path in sorted(folder.glob("*.csv")) if path.is_file())
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in files}


def release_findings(root: Path, folder: str, settings: Settings) -> list[Finding]:
    """What differs from the checksums in `release.yml`; nothing where it keeps none yet (a draft).

    Checksums that are there but are not `file: checksum` are refused: a release must not thaw by a slip.
    """
    if "checksums" not in settings.settings:
        return []
    kept = settings.settings["checksums"]
    if not isinstance(kept, dict) or not all(isinstance(text, str) for pair in kept.items() for text in pair):
        settings.refuse("checksums", "Below it stands a line `file: checksum` for each CSV of the release.")
        return []
    there = checksums(root / folder)
    return [
        Finding(KINDS["release-changed"], f"{folder}/{excerpt(name)}", 0, {"why": why})
        for name in sorted({*kept, *there})
        if (why := _difference(kept.get(name), there.get(name)))
    ]


def _difference(kept: str | None, there: str | None) -> str:
    if kept == there:
        return ""
    if there is None:
        return "it is gone"
    return "it was added" if kept is None else "its bytes changed"
