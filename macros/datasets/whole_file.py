"""Writing a file whole or not at all: stopped at any moment, the old file stands."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` at `path` in one step, with the rights the file had."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", suffix=".part", delete=False) as part:
        new = Path(part.name)
    try:
        with new.open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        if path.exists():
            shutil.copymode(path, new)
        else:
            new.chmod(0o666 & ~_umask())
        os.replace(new, path)
    finally:
        new.unlink(missing_ok=True)


def _umask() -> int:
    """Which rights the system takes from a new file; it can be asked only by setting it."""
    now = os.umask(0)
    os.umask(now)
    return now
