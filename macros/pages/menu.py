"""What the templates ask of the menu, found out once for all pages: each page would look through all of them for it.

Where no hook runs (Zensical), the templates do that.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_EDITION = "young-people/"  # the folder whose pages are an edition of their own


class Menu:
    """The menu of one build."""

    def __init__(self, nav: Any) -> None:
        self._editions: dict[str, list[Any]] = {}
        for page in nav.pages:
            if home := _home(page.url):
                self._editions.setdefault(home, []).append(page)
        _note_first(nav.items)

    def edition_of(self, page: Any) -> list[Any]:
        """The pages of the young people's edition that a page belongs to, in the menu's order; none for others."""
        return self._editions.get(_home(page.url), [])


def _home(url: str) -> str:
    before, folder, _ = url.partition(_EDITION)
    return before + folder if folder else ""


def _note_first(items: Iterable[Any]) -> str:
    """Give each section its first page's address, as `first_url`; the one of the first item."""
    found = []
    for item in items:
        if item.is_section:
            item.first_url = _note_first(item.children)
            found.append(item.first_url)
        else:
            found.append(item.url or "")
    return found[0] if found else ""
