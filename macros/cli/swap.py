"""Put a new folder in the place of an old one, so that there is never a moment without one.

Linux and macOS can exchange two folders in one step. Elsewhere there are two steps, and `recover`
puts the old folder back if a stop came between them.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

_AT_FDCWD = {"linux": -100, "darwin": -2}
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS


def swap_in(new: Path, place: Path) -> None:
    """Make `new` stand at `place`; what stood there is removed after that. Both on one disk."""
    recover(place)
    if not place.exists():
        os.replace(new, place)
        return
    if _exchange(new, place):
        shutil.rmtree(new, ignore_errors=True)
        return
    aside = _aside(place)
    shutil.rmtree(aside, ignore_errors=True)
    os.replace(place, aside)
    os.replace(new, place)
    shutil.rmtree(aside, ignore_errors=True)


def recover(place: Path) -> None:
    """Put back what a stopped swap left aside."""
    aside = _aside(place)
    if aside.exists() and not place.exists():
        os.replace(aside, place)


def _aside(place: Path) -> Path:
    return place.with_name(f".{place.name}.old")


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system or its disk cannot."""
    at = _AT_FDCWD.get(sys.platform)
    if at is None:
        return False
    system = ctypes.CDLL(None, use_errno=True)
    call = getattr(system, "renameat2" if sys.platform == "linux" else "renameatx_np", None)
    if call is None:
        return False
    return bool(call(at, os.fsencode(one), at, os.fsencode(other), ctypes.c_uint(_EXCHANGE)) == 0)
