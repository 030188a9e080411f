"""The folder that the host serves: the public site at its root, one folder below `previews/` for each pull request.

Nobody else's files are touched: a new public site leaves the previews alone, a preview only its own folder.
Standard library only.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from macros.errors import ReportsError

PREVIEWS = "previews"
_FOLDER = re.compile(r"pr-([1-9][0-9]{0,8})")
_NO_INDEX = re.compile(rb"<meta[^>]*\bnoindex\b", re.IGNORECASE)  # stands on each page of a draft
KEPT = frozenset({".git", PREVIEWS, "CNAME"})  # CNAME: the host's own note of the domain
AS_IT_IS = ".nojekyll"  # tells GitHub Pages to serve files as they are, names with an underscore, too


def place_of(number: int) -> str:
    """The folder of a pull request's preview, from the root of the host: `previews/pr-12`."""
    if _FOLDER.fullmatch(f"pr-{number}") is None:
        raise ReportsError(f"{number} is not the number of a pull request.")
    return f"{PREVIEWS}/pr-{number}"


def previews(branch: Path) -> list[int]:
    """The pull requests that have a preview, by number."""
    names = (path.name for path in (branch / PREVIEWS).glob("pr-*"))
    return sorted(int(found[1]) for name in names if (found := _FOLDER.fullmatch(name)))


def put_preview(branch: Path, number: int, built: Path) -> None:
    """Put a built preview in the place of the one before."""
    place = branch / place_of(number)
    shutil.rmtree(place, ignore_errors=True)
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(built, place)
    (branch / AS_IT_IS).touch()


def remove_preview(branch: Path, number: int) -> bool:
    """Remove a preview; whether there was one."""
    place = branch / place_of(number)
    was_there = place.is_dir()
    if was_there:
        shutil.rmtree(place)
    return was_there


def put_site(branch: Path, site: Path) -> None:
    """Put a built public site in the place of the one before. Raises ReportsError for what is no such site."""
    if not (site / "index.html").is_file():
        raise ReportsError(f"{site} is not a built site: it has no index.html.", "Build it first: make build.")
    if _NO_INDEX.search((site / "index.html").read_bytes()):
        raise ReportsError(
            f"{site} is a draft: it asks search engines to stay out.", "Build the public one: make build."
        )
    if clash := [name for name in sorted(KEPT) if (site / name).exists()]:
        raise ReportsError(f"The built site holds '{clash[0]}', which the host keeps for itself.", "Rename that page.")
    if links := [path for path in sorted(site.rglob("*")) if path.is_symlink()]:
        raise ReportsError(f"The built site holds a link in place of a file: {links[0].relative_to(site)}.")
    for old in branch.iterdir():
        if old.name not in KEPT:
            shutil.rmtree(old) if old.is_dir() else old.unlink()
    shutil.copytree(site, branch, dirs_exist_ok=True)
    (branch / AS_IT_IS).touch()
