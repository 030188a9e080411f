"""Which pages are looked at closely: each kind of page, each kind of part, and some more that change from day to day.

TWO_VOICES_ALL_PAGES=1 takes every page (before a release). TWO_VOICES_SAMPLE_DAY=739582 repeats the sample of a day.
"""

from __future__ import annotations

import os
import random
import re
from datetime import UTC, datetime
from functools import cache

from tests.browser.site import Site

MORE = 3  # pages beyond what the kinds ask for
_CLASSES = re.compile(r'\bclass="([^"]*)"')
_ALONE = ("", "404.html", "search/")


def day() -> int:
    """The day whose sample is taken, as an ordinal."""
    return int(os.environ.get("TWO_VOICES_SAMPLE_DAY") or datetime.now(tz=UTC).toordinal())


def chosen(site: Site) -> list[str]:
    """The pages of the sample, in a fixed order for a day."""
    if os.environ.get("TWO_VOICES_ALL_PAGES") == "1":
        return site.pages
    order = random.Random(day()).sample(site.pages, len(site.pages))
    parts = {path: _parts(site, path) for path in order}
    taken = list({kind(path): path for path in reversed(order)}.values())
    covered = set().union(*(parts[path] for path in taken))
    while missing := set().union(*parts.values()) - covered:
        best = max(order, key=lambda path: len(parts[path] & missing))
        taken.append(best)
        covered |= parts[best]
    return sorted({*taken, *[path for path in order if path not in taken][:MORE]})


def kind(path: str) -> str:
    """What kind of page an address is: front page, a report's first page, one of its others, in either edition …"""
    if path in _ALONE:
        return path or "front page"
    first, *rest = path.strip("/").split("/")
    if first != "reports":
        return first
    edition = "young-people" if "young-people" in rest else "formal"
    inner = [part for part in rest[1:] if part != "young-people"]
    return f"{edition} {'page' if inner else 'front'}"


@cache
def _parts(site: Site, path: str) -> set[str]:
    """The kinds of parts that stand on a page: our own class names."""
    file = site.folder / path
    html = (file / "index.html" if file.is_dir() else file).read_text(encoding="utf-8")
    return {name for found in _CLASSES.findall(html) for name in found.split() if name.startswith("tv-")}
