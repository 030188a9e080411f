"""Which pages are looked at closely: each kind of page, each kind of part, and some more that change from day to day.

TWO_VOICES_ALL_PAGES=1 takes every page (before a release). TWO_VOICES_SAMPLE_DAY=739582 repeats the sample of a day.
"""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime
from functools import cache

from tests.browser.site import Site

MORE = 4  # pages beyond what the kinds ask for: they go round, so that each page has its day
_CLASSES = re.compile(r'\bclass="([^"]*)"')
_ALONE = ("", "404.html", "search/")


def day() -> int:
    """The day whose sample is taken, as an ordinal."""
    return int(os.environ.get("TWO_VOICES_SAMPLE_DAY") or datetime.now(tz=UTC).toordinal())


def chosen(site: Site) -> list[str]:
    """The pages of the sample, in a fixed order for a day."""
    if os.environ.get("TWO_VOICES_ALL_PAGES") == "1":
        return site.pages
    start = day() * MORE
    order = [site.pages[(start + number) % len(site.pages)] for number in range(len(site.pages))]
    taken = order[:MORE]
    taken += {kind(path): path for path in reversed(order) if kind(path) not in map(kind, taken)}.values()
    covered = set().union(*(_parts(site, path) for path in taken))
    while missing := set().union(*(_parts(site, path) for path in order)) - covered:
        best = max(order, key=lambda path: len(_parts(site, path) & missing))
        taken.append(best)
        covered |= _parts(site, best)
    return sorted(set(taken))


@cache
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
def _parts(site: Site, path: str) -> frozenset[str]:
    """The kinds of parts that stand on a page: our own class names."""
    file = site.folder / path
    html = (file / "index.html" if file.is_dir() else file).read_text(encoding="utf-8")
    return frozenset(name for found in _CLASSES.findall(html) for name in found.split() if name.startswith("tv-"))
