"""A preview that somebody else's machine built, unpacked: a stranger wrote it, so nothing in it is trusted.

All or nothing: one file that has no place in a site, and none of it is used. Standard library only.
"""

from __future__ import annotations

import re
import stat
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from macros.errors import ReportsError, excerpt

# what a site is made of; on any other file a host or a browser could act in a way that nobody looked at
TYPES = frozenset({
    ".atom", ".css", ".csv", ".gz", ".html", ".ico", ".jpeg", ".jpg", ".js", ".json", ".map", ".md", ".pdf", ".png",
    ".svg", ".txt", ".webp", ".woff2", ".xlsx", ".xml",
})  # fmt: skip
LEFT_OUT = ("_headers", "_redirects", "hosting/")  # rules for servers: they hold for the public site alone
_PART = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._~+-]{0,199}")  # begins with no dot: no .git, no .htaccess
_CHUNK = 1 << 16


class RefusedPreview(ReportsError):
    """A preview that is not put online."""


@dataclass(frozen=True)
class Limits:
    """The most that a preview may hold; `unpacked` and `packed` in bytes. Our five reports: 430 files, 18 MB."""

    files: int = 20_000
    unpacked: int = 200_000_000
    packed: int = 100_000_000
    depth: int = 12


def unpack(archive: Path, folder: Path, limits: Limits = Limits()) -> list[str]:
    """Unpack a zip file into a new `folder`; its paths in order. Raises RefusedPreview."""
    if archive.stat().st_size > limits.packed:
        raise RefusedPreview(f"The preview is larger than {limits.packed:,} bytes, packed.")
    try:
        with zipfile.ZipFile(archive) as opened:
            members = _wanted(opened.infolist(), limits)
            folder.mkdir(parents=True)
            left = limits.unpacked
            for member in members:
                left -= _write(opened, member, folder, left, limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise RefusedPreview(f"The preview cannot be unpacked: {excerpt(str(error))}") from error
    paths = [member.filename for member in members]
    if "index.html" not in paths:
        raise RefusedPreview("The preview has no index.html: it is not a site.")
    return paths


def _wanted(members: list[zipfile.ZipInfo], limits: Limits) -> list[zipfile.ZipInfo]:
    """The files to write, each looked at by its name and kind before the first is written."""
    if len(members) > limits.files:
        raise RefusedPreview(f"The preview holds more than {limits.files:,} files.")
    files = [one for one in members if not one.is_dir()]
    for member in files:
        if why := _fault(member, limits.depth):
            raise RefusedPreview(f"The preview holds '{excerpt(member.orig_filename)}': {why}.")
    folded = [one.filename.casefold() for one in files]
    if len(set(folded)) < len(folded):
        raise RefusedPreview("The preview holds two files of the same name.")
    return [one for one in files if not one.filename.startswith(LEFT_OUT)]


def _fault(member: zipfile.ZipInfo, depth: int) -> str:
    """Why a file has no place in a site; nothing when it has."""
    kind = stat.S_IFMT(member.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        return "it is a link or a device, not a file"
    if member.flag_bits & 1:
        return "it is encrypted"
    # zipfile cuts a name at a NUL and turns a backslash around, so the name as it was written is looked at
    parts = member.orig_filename.split("/")
    if len(parts) > depth or not all(_PART.fullmatch(part) for part in parts):
        return "a path in a site has plain names, each a folder further in"
    if member.filename.startswith(LEFT_OUT):
        return ""
    return "" if PurePosixPath(parts[-1]).suffix.lower() in TYPES else "a site holds no file of this type"


def _write(opened: zipfile.ZipFile, member: zipfile.ZipInfo, folder: Path, left: int, limits: Limits) -> int:
    """Write one file; its true length in bytes, which the archive may lie about."""
    target = folder / member.filename
    target.parent.mkdir(parents=True, exist_ok=True)
    length = 0
    with opened.open(member) as source, target.open("xb") as out:
        while chunk := source.read(_CHUNK):
            length += len(chunk)
            if length > left:
                raise RefusedPreview(f"The preview is larger than {limits.unpacked:,} bytes, unpacked.")
            out.write(chunk)
    return length
