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


def keep_whole(path: Path, content: bytes) -> None:
    """Put what can be made again into a cache in one step; its folder is made where there is none.

    Who reads at the same moment, in another thread, process or machine, sees the old file, the new one or none. Unlike
    `write_whole` it does not wait for the disk: after a failure of the power a kept file may be damaged.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".part-{os.urandom(8).hex()}")
    try:
        with part.open("xb") as out:
            out.write(content)
        os.replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _umask() -> int:
    """Which rights the system takes from a new file; it can be asked only by setting it."""
    now = os.umask(0)
    os.umask(now)
    return now
