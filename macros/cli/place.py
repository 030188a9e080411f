"""Where a site may be put: a new folder, an empty one, or one that holds a build of ours and nothing else.

What a build puts into a place takes the place of all that is there, so all of it must be known to be ours.
"""

from __future__ import annotations

import os
from pathlib import Path

from macros.errors import ReportsError
from macros.publishing.manifest import FILE, BadManifest, read_manifest

LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})  # left by file managers in any folder they show
_NAMED = 5  # files of others that a message names


def real_place(place: Path) -> Path:
    """The folder to put a site at: `place`, or where it leads as a symbolic link, which stays.

    Raises ReportsError, and changes nothing, for a place whose content is not ours to replace.
    """
    if place.is_symlink() and not place.exists():
        raise ReportsError(
            f"{place} is a symbolic link that leads nowhere ({place.readlink()}).",
            "Make the folder that it names, or remove the link.",
        )
    real = place.resolve()
    if real.exists() and not real.is_dir():
        raise ReportsError(f"{place} is a file, not a folder.", "Name another folder with --to.")
    if os.path.ismount(real):
        raise ReportsError(
            f"{place} is a disk of its own (a mount point), and no folder can take its place.",
            f"Name a folder inside it, with --to {place / 'site'}.",
        )
    if others := not_ours(real):
        more = f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
        raise ReportsError(
            f"{place} holds what no build of this project has put there: {', '.join(others[:_NAMED])}{more}. "
            "A new site would remove it, so nothing was changed.",
            f"Move these files elsewhere, or name another folder with --to. {_older(real)}".strip(),
        )
    return real


def _older(place: Path) -> str:
    """What to do where an older version of this program has built."""
    return "" if (place / FILE).exists() else f"If it is a build of ours without a {FILE}, remove it yourself."


def not_ours(place: Path) -> list[str]:
    """What stands in a folder and not in its manifest, in order. Without a manifest nothing in it is ours."""
    there = [path for path in _files(place) if path.rpartition("/")[2] not in LITTER]
    if not there:
        return []
    try:
        ours = read_manifest(place).files
    except BadManifest:
        return there
    return [path for path in there if path not in ours and path != FILE]


def _files(place: Path) -> list[str]:
    found = []
    for folder, folders, files in os.walk(place):
        links = [name for name in folders if Path(folder, name).is_symlink()]
        found += [Path(folder, name).relative_to(place).as_posix() for name in (*files, *links)]
    return sorted(found)
