"""The public site of another commit, built apart, for a preview to be compared with.

Its files are taken out of git into a folder of their own; the working folder and git's own records stay as they are.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tarfile
from contextlib import suppress
from pathlib import Path

from macros.errors import ReportsError

WORKSHOP = ".build"
_KEPT = "published-"  # and the commit: built once
_CACHE = ".cache"


def build_ref(root: Path, name: str) -> Path:
    """The folder with the public site of the commit that git calls `name`. Raises ReportsError when there is none."""
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").decode().strip()
    if not commit:
        raise ReportsError(
            f"{name} is neither a folder nor a commit that git knows.",
            "Name the folder of the published site, or a branch such as origin/main.",
        )
    workshop = root / WORKSHOP
    place = workshop / f"{_KEPT}{commit[:12]}"
    if any(place.rglob("*.html")):
        return place
    workshop.mkdir(exist_ok=True)
    for old in workshop.glob(f"{_KEPT}*"):
        shutil.rmtree(old, ignore_errors=True)
    sources = workshop / f"sources-{os.getpid()}"
    try:
        _take_out(root, commit, sources)
        _build(root, sources, place, name)
    finally:
        shutil.rmtree(sources, ignore_errors=True)
    return place


def _take_out(root: Path, commit: str, folder: Path) -> None:
    packed = _git(root, "archive", "--format=tar", commit)
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")


def _build(root: Path, sources: Path, place: Path, name: str) -> None:
    """Run that commit's own program on that commit's own files; drawings made before are not made again."""
    print(f"Building the public site of {name}, to compare with …")
    (root / _CACHE).mkdir(exist_ok=True)
    with suppress(OSError):  # Windows without the right to do so: it only takes longer
        (sources / _CACHE).symlink_to(root / _CACHE, target_is_directory=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TWO_VOICES_")}
    words = [sys.executable, "-m", "macros", "build", "--to", str(place)]
    done = subprocess.run(
        words, check=False, cwd=sources, env=kept | {"TWO_VOICES_NO_SETUP": "1", "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace", stdin=subprocess.DEVNULL,
    )  # fmt: skip
    if done.returncode:
        raise ReportsError(
            f"The public site of {name} could not be built, so there is nothing to compare with. It said: "
            f"{' '.join(done.stdout.split()[-60:])}",
            "Name a folder with a site built before, or a commit whose site can be built.",
        )


def _git(root: Path, *words: str) -> bytes:
    """What git answers; nothing when it cannot."""
    try:
        done = subprocess.run(["git", "-C", str(root), *words], check=False, capture_output=True, timeout=120)
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return done.stdout if done.returncode == 0 else b""
