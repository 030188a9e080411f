"""What files look like from outside: a cheap way to see that one of them has changed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

Signature = tuple[tuple[str, int, int], ...]


def file_signature(folder: Path, endings: tuple[str, ...]) -> Signature:
    """Path, time (nanoseconds) and size (bytes) of every file below a folder with one of these endings, in path order.

    A folder that is not there, or goes while it is read, has none.
    """
    return tuple(sorted(_files(str(folder), endings)))


def _files(folder: str, endings: tuple[str, ...]) -> Iterator[tuple[str, int, int]]:
    try:
        with os.scandir(folder) as entries:
            held = list(entries)
    except OSError:
        return
    for entry in held:
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path, endings)
        elif entry.name.endswith(endings):
            try:
                stat = entry.stat()
            except OSError:  # a link to nothing, or a file an editor has just replaced
                continue
            yield entry.path, stat.st_mtime_ns, stat.st_size
