"""Published means fixed: the checksums of a release's files, kept in its `release.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

from macros.datasets.report_settings import Settings
from macros.datasets.yaml_source import read_settings
from macros.errors import excerpt
from macros.model.finding import Finding
from macros.model.problems import KINDS

FOLDER = "data/reports"
SEAL = re.compile(rb"^checksums:", re.MULTILINE)  # where the author's text ends and the seal begins
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def checksums(folder: Path) -> dict[str, str]:
    """The SHA-256 of each CSV of a release's folder, by file name."""
    files = (path for path in sorted(folder.glob("*.csv")) if path.is_file())
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in files}


def text_checksum(settings: bytes) -> str:
    """The SHA-256 of what the author wrote into `release.yml`: all that stands above the seal."""
    return sha256(SEAL.split(settings, maxsplit=1)[0]).hexdigest()


def release_days(root: Path, report: str) -> list[date]:
    """The days of a report's releases, oldest first: its folders that are named by a day."""
    folders = (path.name for path in (root / FOLDER / report).glob("*") if path.is_dir())
    return sorted(day for name in folders if (day := _day(name)))


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
    return [*_changed_files(folder, kept, there), *_changed_text(root, folder, settings)]


def _changed_files(folder: str, kept: dict[str, str], there: dict[str, str]) -> Iterator[Finding]:
    for name in sorted({*kept, *there}):
        if why := _difference(kept.get(name), there.get(name)):
            yield Finding(KINDS["release-changed"], f"{folder}/{excerpt(name)}", 0, {"why": why})


def _changed_text(root: Path, folder: str, settings: Settings) -> Iterator[Finding]:
    """Whether the author's part of `release.yml` is as it was: it says which files hold the figures."""
    if "text_checksum" not in settings.settings:
        return
    if settings.settings["text_checksum"] != text_checksum((root / folder / "release.yml").read_bytes()):
        why = "what stands above `checksums:` changed"
        yield Finding(KINDS["release-changed"], f"{folder}/release.yml", 0, {"why": why})


def _difference(kept: str | None, there: str | None) -> str:
    if kept == there:
        return ""
    if there is None:
        return "it is gone"
    return "it was added" if kept is None else "its bytes changed"


def is_sealed(root: Path, report: str, day: date) -> bool:
    """Whether a release keeps checksums."""
    settings, findings = read_settings(root, f"{FOLDER}/{report}/{day.isoformat()}/release.yml")
    return not findings and "checksums" in settings


def _day(name: str) -> date | None:
    try:
        return date.fromisoformat(name) if _DAY.fullmatch(name) else None
    except ValueError:
        return None
