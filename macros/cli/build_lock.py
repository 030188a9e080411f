"""One build at a time for one place. The system itself lets go of the lock when its process ends, however it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO

from macros.errors import ReportsError

_FAR = 1 << 30  # Windows forbids reading what is locked, so a byte is locked where the file holds nothing


@contextmanager
def one_build(workshop: Path, place: Path) -> Iterator[None]:
    """Hold the lock of `place`. Raises ReportsError, which says who holds it, when another build does."""
    workshop.mkdir(parents=True, exist_ok=True)
    path = workshop / f"{place.name}.lock"
    with path.open("a+", encoding="utf-8") as file:
        if not _take(file):
            file.seek(0)
            who = file.read(200).strip() or "another process"
            raise ReportsError(
                f"Another build is making the site for {place} just now ({who}).",
                "Wait until it has ended, or stop it; nothing was changed.",
            )
        file.seek(0)
        file.truncate()
        file.write(f"process {os.getpid()}, since {datetime.now().astimezone():%H:%M on %d %B %Y}\n")
        file.flush()
        try:
            yield
        finally:
            file.seek(0)
            file.truncate()


def _take(file: IO[str]) -> bool:
    """Lock an open file; False when another process has. A disk that knows no locks has none: builds keep apart."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(_FAR)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True
    return True
