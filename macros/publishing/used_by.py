"""On the page of an indicator: which pages of the site show it. Known only when all pages are built."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import unescape

from macros.publishing.built_pages import BuiltPage
from macros.publishing.indicator_pages import FOLDER
from macros.render.html import tag

_PLACE = re.compile(r'<div data-used-by="([^"]+)"></div>')
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


def with_uses(html: Mapping[str, str], pages: Iterable[BuiltPage]) -> dict[str, str]:
    """The pages of indicators with the place for it filled, in the order of the pages' addresses.

    `html` holds all pages by their address (`reports/x/`), `pages` what they show.
    """
    uses: dict[str, dict[str, None]] = {}
    for page in pages:
        if not page.url.startswith((f"{FOLDER}/", "guide/")):
            for figure in page.figures:
                uses.setdefault(figure.indicator, {})[page.url] = None
    titles: dict[str, str] = {}
    return {
        url: _PLACE.sub(lambda found: _list(html, uses.get(found[1], {}), titles), text)
        for url, text in html.items()
        if url.startswith(f"{FOLDER}/") and _PLACE.search(text)
    }


def _list(html: Mapping[str, str], urls: Iterable[str], titles: dict[str, str]) -> str:
    items = [tag("li", tag("a", _title(html, url, titles), href=f"../../{url}")) for url in urls]
    return str(tag("h2", "Pages that show it", id="pages") + tag("ul", *items)) if items else ""


def _title(html: Mapping[str, str], url: str, titles: dict[str, str]) -> str:
    """A page's own title, with its report's."""
    if url not in titles:
        found = _TITLE.search(html[url])
        titles[url] = unescape(found[1]).strip() if found else url
    return titles[url]
