"""Built sites kept by what they were made from, so that what did not change is not built again.

An entry names the files of a site with the checksum of each; the files lie beside it under their checksums, so that
what many sites share is kept once. Everything is written whole or not at all, and looked at again before it is used: an
entry that is half-written, or was changed by anyone, counts as not there.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath

from macros.datasets.whole_file import keep_whole

ENTRIES, OBJECTS = "entries", "objects"


def input_key(files: Mapping[str, bytes], *others: str) -> str:
    """The name of a result: a checksum of all it is made from. `others` are the program, its packages, settings."""
    whole = sha256()
    for text in others:
        whole.update(f"{len(text)}:{text}".encode())
    for path in sorted(files):
        whole.update(f"{path}\0{sha256(files[path]).hexdigest()}\n".encode())
    return whole.hexdigest()


class ResultStore:
    """The results kept in a folder. Several programs may use it at once: nothing that stands is ever changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, key: str, files: Mapping[str, bytes]) -> None:
        """Keep the files of a result; its entry is written last. Raises OSError where the disk refuses."""
        names = {}
        for path in sorted(files):
            names[path] = sha256(files[path]).hexdigest()
            place = self._object(names[path])
            if not _holds(place, names[path]):
                keep_whole(place, files[path])
        told = json.dumps(names, indent=0).encode()
        keep_whole(self._entry(key), sha256(told).hexdigest().encode() + b"\n" + told)

    def files(self, key: str) -> dict[str, bytes] | None:
        """The files of a result, each as it was kept; None where it is not there or anything of it is not whole."""
        names = self._names(key)
        if names is None:
            return None
        found = {}
        for path, checksum in names.items():
            content = _read(self._object(checksum))
            if content is None or sha256(content).hexdigest() != checksum:
                self._object(checksum).unlink(missing_ok=True)  # a spoiled one would be taken for the right one again
                return None
            found[path] = content
        return found

    def _names(self, key: str) -> dict[str, str] | None:
        kept = _read(self._entry(key))
        checksum, _, told = (kept or b"").partition(b"\n")
        if not told or sha256(told).hexdigest().encode() != checksum:
            return None
        names = dict(json.loads(told))
        return names if all(_is_inside(path) for path in names) else None

    def _entry(self, key: str) -> Path:
        return self.folder / ENTRIES / f"{key}.json"

    def _object(self, checksum: str) -> Path:
        return self.folder / OBJECTS / checksum[:2] / checksum


def write_site(files: Mapping[str, bytes], place: Path) -> None:
    """Write a site into a new folder. Raises ValueError for a path that leads out of it."""
    made: set[Path] = set()
    for path, content in files.items():
        if not _is_inside(path):
            raise ValueError(f"'{path}' leads out of the site.")
        file = place / path
        if file.parent not in made:
            file.parent.mkdir(parents=True, exist_ok=True)
            made.add(file.parent)
        file.write_bytes(content)


def stands_already(files: Mapping[str, bytes], place: Path) -> bool:
    """Whether just these files with just these bytes stand in a folder."""
    there = (
        {path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file()} if place.is_dir() else set()
    )
    return there == set(files) and all(_read(place / path) == content for path, content in files.items())


def _is_inside(path: str) -> bool:
    parts = PurePosixPath(path)
    return bool(path) and not parts.is_absolute() and ".." not in parts.parts and "\\" not in path


def _holds(place: Path, checksum: str) -> bool:
    content = _read(place)
    return content is not None and sha256(content).hexdigest() == checksum


def _read(place: Path) -> bytes | None:
    try:
        return place.read_bytes()
    except OSError:
        return None
