"""`preview`: the draft of all reports and what changed since the published site, in a folder of its own.

Built as the public site is, whole or not at all; but a finding does not stop it: it stands on its page.
"""

from __future__ import annotations

import json
from pathlib import Path

from macros.cli.build import Recipe, build
from macros.cli.published_ref import build_ref
from macros.errors import ReportsError

CONFIG = "mkdocs.preview.yml"
PLACE = "preview"
PUBLISHED = "site"  # where `build` puts the public site
TEXT = "changes.md"  # for the comment of a pull request
_DATA = "data/changes.json"


def preview(root: Path, place: Path, against: str = "") -> int:
    """Build the preview at `place`; 0, or 1 when the engine failed.

    `against` is the folder of the published site, or a name that git knows (`origin/main`), of which the public site is
    built apart; left out: site/, if it is there. Raises ReportsError for one that cannot be compared with, and for a
    `place` that is the published site.
    """
    if not (root / CONFIG).is_file():
        raise ReportsError(f"{CONFIG} is missing.", "It says what a preview has; take it back from git.")
    published = _published(root, against)
    _keep_apart(root, place, published)
    variables = {"TWO_VOICES_AGAINST": str(published or ""), "TWO_VOICES_REPORT": ""}
    code = build(root, place, recipe=Recipe("preview", ("-f", CONFIG), variables, stops=False))
    if code == 0:
        _say(place, published is not None)
    return code


def _published(root: Path, against: str) -> Path | None:
    """The folder to compare with; None where nothing was asked for and nothing is there."""
    folder = root / (against or PUBLISHED)
    if folder.is_dir() and any(folder.rglob("*.html")):
        return folder.resolve()
    if not against:
        return None
    if folder.exists():
        raise ReportsError(
            f"{against} holds no web page, so there is nothing to compare with.",
            "Name the folder of the published site, the one with its index.html.",
        )
    return build_ref(root, against)


def _keep_apart(root: Path, place: Path, published: Path | None) -> None:
    """A preview never takes the place of what is published, nor stands inside it."""
    real = place.resolve()
    for folder in filter(None, ((root / PUBLISHED).resolve(), published)):
        if real == folder or real.is_relative_to(folder) or folder.is_relative_to(real):
            raise ReportsError(
                f"{place.name} is or holds the published site, or lies in it; a preview may not touch that.",
                f"Name another folder with --to, or leave it out: {PLACE}/.",
            )


def _say(place: Path, is_compared: bool) -> None:
    """How many pages and figures changed, and where to read it."""
    if not is_compared:
        print(f"There is no published site in {PUBLISHED}/ to compare with; name one with --against.")
        return
    told = json.loads((place / _DATA).read_text(encoding="utf-8"))
    states = [page["state"] for page in told["pages"]]
    numbers = ", ".join(f"{states.count(state)} {state}" for state in ("changed", "new", "gone"))
    print(f"Pages: {numbers}. Figures that changed: {len(told['figures'])}. The text for a pull request: {TEXT}.")
