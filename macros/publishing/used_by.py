"""On the page of an indicator: which pages of the site show it. Known only when all pages are built."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from pathlib import Path

from macros.publishing.built_pages import BuiltPage
from macros.publishing.indicator_pages import FOLDER
from macros.render.html import tag

_PLACE = re.compile(r'<div data-used-by="([^"]+)"></div>')
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


def show_uses(site: Path, pages: Iterable[BuiltPage]) -> None:
    """Fill the place for it on each page of an indicator, in the order of the pages' addresses."""
    uses: dict[str, dict[str, None]] = {}
    for page in pages:
        if not page.url.startswith((f"{FOLDER}/", "guide/")):
            for figure in page.figures:
                uses.setdefault(figure.indicator, {})[page.url] = None
    titles: dict[str, str] = {}
    for path in sorted((site / FOLDER).glob("*/index.html")):
        html = path.read_text(encoding="utf-8")
        if _PLACE.search(html):
            filled = _PLACE.sub(lambda found: _list(site, uses.get(found[1], {}), titles), html)
            path.write_text(filled, encoding="utf-8", newline="\n")


def _list(site: Path, urls: Iterable[str], titles: dict[str, str]) -> str:
    items = [tag("li", tag("a", _title(site, url, titles), href=f"../../{url}")) for url in urls]
    return str(tag("h2", "Pages that show it", id="pages") + tag("ul", *items)) if items else ""


def _title(site: Path, url: str, titles: dict[str, str]) -> str:
    """A page's own title, with its report's."""
    if url not in titles:
        path = site / url / "index.html" if url.endswith("/") or not url else site / url
        found = _TITLE.search(path.read_text(encoding="utf-8"))
        titles[url] = unescape(found[1]).strip() if found else url
    return titles[url]
