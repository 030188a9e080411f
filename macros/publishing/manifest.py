"""`data/manifest.json`: the SHA-256 of every file of a built site, so that anybody can see that none was changed.

Other programs read it: `files` is path → `sha256` and `bytes`, in order of path; `commit` is null where it is not
known.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import file_digest
from pathlib import Path
from typing import Any

from macros.errors import ReportsError

FILE = "data/manifest.json"
ABOUT = "SHA-256 of every file of this site but this one. To compare a folder with it: python -m macros verify <folder>"
_SHA = re.compile(r"[0-9a-f]{64}", re.ASCII)
_NO_FILE = "-"  # where a name leads to no file: nothing has this checksum


class BadManifest(ReportsError):
    """A manifest that is not there, or that says nothing that can be used."""


@dataclass(frozen=True)
class Entry:
    """One file of a site: its SHA-256 in hexadecimal digits, its length in bytes."""

    sha256: str
    size: int


@dataclass(frozen=True)
class Manifest:
    """What a site is made of. `commit` and `address` are empty where they are not known; `day` is the build's."""

    commit: str
    address: str
    day: str
    files: Mapping[str, Entry]


@dataclass(frozen=True)
class Differences:
    """Paths that are not as they should be, each in order."""

    changed: tuple[str, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.changed or self.missing or self.extra)


def write_manifest(site: Path, commit: str, address: str, day: str) -> None:
    """Write the manifest of the site built at `site`: the last of all files."""
    _write(site, Manifest(commit, address, day, entries(site)))


def renew_manifest(site: Path) -> None:
    """Write the manifest again, after a step that added files to a built site. Raises BadManifest without one."""
    _write(site, replace(read_manifest(site), files=entries(site)))


def manifest_text(manifest: Manifest) -> str:
    """A manifest as it is written: the same facts give the same bytes."""
    told = {
        "about": ABOUT,
        "commit": manifest.commit or None,
        "address": manifest.address or None,
        "day": manifest.day,
        "files": {path: {"sha256": one.sha256, "bytes": one.size} for path, one in manifest.files.items()},
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _write(site: Path, manifest: Manifest) -> None:
    (site / FILE).parent.mkdir(exist_ok=True)
    (site / FILE).write_text(manifest_text(manifest), encoding="utf-8", newline="\n")


def read_manifest(site: Path) -> Manifest:
    """The manifest of a site. Raises BadManifest, which says what is wrong with it."""
    path = site / FILE
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BadManifest(f"There is no {FILE} in {site}.", "It is written by `python -m macros build`.") from None
    except (OSError, ValueError, RecursionError) as error:
        raise BadManifest(f"{path} cannot be read ({type(error).__name__}).", "Take it again from the build.") from None
    files = told.get("files") if isinstance(told, dict) else None
    if not isinstance(files, dict) or not all(map(_is_entry, files.items())):
        raise BadManifest(f"{path} is not a list of files with their checksums.", "Take it again from the build.")
    listed = {path: Entry(one["sha256"], one["bytes"]) for path, one in sorted(files.items())}
    return Manifest(_text(told, "commit"), _text(told, "address"), _text(told, "day"), listed)


def _is_entry(pair: tuple[str, Any]) -> bool:
    """Whether a line names a file below the site (a path that leads out of it is none) and its checksum."""
    path, one = pair
    inside = bool(path) and not path.startswith("/") and ".." not in path.split("/")
    return (
        inside
        and isinstance(one, dict)
        and isinstance(one.get("sha256"), str)
        and bool(_SHA.fullmatch(one["sha256"]))
        and isinstance(one.get("bytes"), int)
    )


def _text(told: dict[str, Any], name: str) -> str:
    value = told.get(name)
    return value if isinstance(value, str) else ""


def entries(site: Path) -> dict[str, Entry]:
    """Every file below `site` but the manifest, by its path with forward slashes, in order."""
    return {name: _entry(path) for name, path in sorted(_walk(site)) if name != FILE}


def _walk(site: Path) -> Iterator[tuple[str, Path]]:
    for folder, folders, files in os.walk(site):
        # a link to a folder is nothing that a build makes, so it counts as a file that should not be there
        links = [name for name in folders if Path(folder, name).is_symlink()]
        for name in (*files, *links):
            path = Path(folder, name)
            yield os.fsencode(path.relative_to(site).as_posix()).decode("utf-8", "backslashreplace"), path


def _entry(path: Path) -> Entry:
    if not path.is_file():
        return Entry(_NO_FILE, 0)
    with path.open("rb") as file:
        return Entry(file_digest(file, "sha256").hexdigest(), path.stat().st_size)


def differences(wanted: Mapping[str, Entry], there: Mapping[str, Entry]) -> Differences:
    """What distinguishes the files that are there from those that should be."""
    return Differences(
        changed=tuple(path for path in wanted if path in there and wanted[path].sha256 != there[path].sha256),
        missing=tuple(path for path in wanted if path not in there),
        extra=tuple(path for path in there if path not in wanted),
    )
