"""An edition as one file: a report's pages as they were published, with all that they show and hand out.

The archive is a ZIP whose paths are those of the site, so links inside the edition hold when it is unpacked at another
place. The same files give the same bytes. It is read with suspicion: it lies in a repository for years.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from posixpath import normpath

from macros.errors import BadRequest
from macros.publishing.feed import FILE as FEED
from macros.publishing.led_to import led_to, led_to_by_style
from macros.publishing.manifest import Manifest

RECORD = "edition.json"  # of which site, built when and from what; the checksum of each file
MOST = 500_000_000  # bytes unpacked: a hundred times the largest report
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest a ZIP can hold: the day of packing is no part of an edition
_BROKEN = (
    zipfile.BadZipFile, zlib.error, ValueError, KeyError, TypeError, OSError, RuntimeError, NotImplementedError,
)  # fmt: skip
_RELEASE = re.compile(r"^[^,\r\n]*,(\d{4}-\d{2}-\d{2}),", re.MULTILINE)


@dataclass(frozen=True)
class Archive:
    """An archive's files by their path, and what its record says of it."""

    files: Mapping[str, bytes]
    record: Mapping[str, object]

    @property
    def pages(self) -> list[str]:
        """The paths of its pages."""
        return [path for path in self.files if path.endswith(".html")]


def release_in(site: Path, report: str) -> str:
    """The release of a report that a built site shows; empty when it does not show the report."""
    try:
        text = (site / f"data/reports/{report}.csv").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""
    found = _RELEASE.search(text.partition("\n")[2])
    return found[1] if found else ""


def pack(site: Path, manifest: Manifest, report: str, release: str) -> bytes:
    """The archive of a report's edition in the site at `site`, which is as its `manifest` says."""
    paths = sorted(_of_edition(site, manifest, report))
    record = {
        "report": report,
        "release": release,
        "built": manifest.day,
        "commit": manifest.commit or None,
        "address": manifest.address or None,
        "files": {path: manifest.files[path].sha256 for path in paths},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path, data in [
            (RECORD, (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode()),
            *((path, (site / path).read_bytes()) for path in paths),
        ]:
            entry = zipfile.ZipInfo(path, _FIRST_DAY)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            packed.writestr(entry, data)
    return out.getvalue()


def _of_edition(site: Path, manifest: Manifest, report: str) -> set[str]:
    """The report's own files, and those that these name, as far as they are no pages of others."""
    # the feed is that of today wherever it stands
    own = (f"reports/{report}/", f"data/reports/{report}/", f"data/reports/{report}.")
    found = {path for path in manifest.files if path.startswith(own)}
    new = set(found)
    while new:
        named = {target for path in new for target in _named(site, path)}
        new = {path for path in named if path in manifest.files and not path.endswith(".html") and path != FEED} - found
        found |= new
    return found


def _named(site: Path, path: str) -> Iterator[str]:
    if path.endswith(".html"):
        yield from led_to(path.removesuffix("index.html"), (site / path).read_text(encoding="utf-8"))
    elif path.endswith(".css"):
        yield from led_to_by_style(path, (site / path).read_text(encoding="utf-8"))


def unpack(data: bytes, called: str) -> Archive:
    """The files of an archive. Raises BadRequest, which says what is wrong, for one that `pack` did not make."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            entries = packed.infolist()
            if sum(entry.file_size for entry in entries) > MOST:
                raise BadRequest(f"{called} is too large to be an edition.", "Take it back from git.")
            files = {entry.filename: packed.read(entry) for entry in entries if not entry.is_dir()}
        record = json.loads(files.pop(RECORD))
        listed = dict(record["files"])
    except _BROKEN as error:
        raise BadRequest(
            f"{called} is no archive of an edition ({type(error).__name__}).", "Take it back from git."
        ) from None
    if any(not _is_inside(path) for path in files):
        raise BadRequest(f"{called} holds a file that would lie outside the site.", "Take it back from git.")
    if listed != {path: sha256(content).hexdigest() for path, content in files.items()}:
        raise BadRequest(f"{called} holds other files than its record says.", "Take it back from git.")
    return Archive(files, record)


def _is_inside(path: str) -> bool:
    return bool(path) and "\\" not in path and not path.startswith(("/", "..")) and normpath(path) == path
