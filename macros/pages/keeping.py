"""Keeping pages from one build to the next, in the engine's own order of events.

An unchanged page goes through the build with its settings alone: no macro, no Markdown and no template runs for it, and
what they made in the build before is put in their place.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, DictLoader

from macros.datasets.page_source import DOCS, FOLDER_META
from macros.datasets.store import Store
from macros.errors import ReportsError
from macros.pages.draft import is_draft, only_report
from macros.pages.kept_pages import (
    TEMPLATE,
    Complaints,
    KeptPage,
    KeptPages,
    base,
    front_matter,
    named,
    settings_of,
    shape,
)
from macros.pages.late import listed

_log = logging.getLogger("mkdocs.two_voices")
_MISTAKE = 'data-macro-error="'


class _Spared:
    """A page in all but one thing: if it is kept, its Markdown is not rendered; a dozen extensions would be set up."""

    def __init__(self, page: Any, kept: Mapping[str, KeptPage]) -> None:
        object.__setattr__(self, "_page", page)
        object.__setattr__(self, "_kept", kept)

    def __getattr__(self, name: str) -> Any:
        return getattr(object.__getattribute__(self, "_page"), name)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(self._page, name, value)

    def render(self, config: Any, files: Any) -> None:
        if self._page.file.src_uri in self._kept:
            self._page.content = ""
        else:
            self._page.render(config, files)


class Keeping:
    """One build: which pages are kept, and what is to be kept of the others."""

    def __init__(self, store: Store, files: Any, config: Any) -> None:
        self._pages = list(files.documentation_pages())
        self._files, self._search = files, _search_of(config)
        self._store, self._folder = store, KeptPages(store.root)
        texts = {file.src_uri: text for file in self._pages if (text := _text(file)) is not None}
        shared = (path for path in sorted(Path(config.docs_dir).rglob(FOLDER_META)) if path.is_file())
        told = settings_of(config, is_draft(), only_report(), [path.read_text("utf-8", "replace") for path in shared])
        self._base = base(store.root, told, shape(texts, (file.src_uri for file in files), store.key))
        self._keys = {path: named(self._base, store.key, path, text) for path, text in texts.items()}
        held = {path: kept for path in texts if (kept := self._folder.get(path)) is not None}
        self.kept = {path: page for path, (key, page) in held.items() if key == self._keys[path]}
        self._perhaps = {path: page for path, (_, page) in held.items() if path not in self.kept}
        self._said: dict[str, str] = {}
        self._new: dict[str, KeptPage] = {}
        self._said_before = 0
        self._searched = 0  # entries of the search index that belong to pages before
        self._complaints = Complaints()
        self._log = logging.getLogger("mkdocs")
        self._log.addHandler(self._complaints)
        for file in self._pages:
            if file.src_uri in self.kept:
                file.content_string = front_matter(texts[file.src_uri])

    def begin(self, page: Any) -> Any:
        """Before a page is read: the page, which will not be rendered if it is kept."""
        self._said_before = self._complaints.count
        return _Spared(page, self.kept)

    def markdown(self, page: Any, markdown: str) -> str:
        """After a page's macros: its Markdown. Nothing, where they said what they said before of other data."""
        path = page.file.src_uri
        if path in self.kept or path not in self._keys:
            return markdown
        meta = json.dumps(page.meta, sort_keys=True, default=str)
        said = self._said[path] = named(self._base, path, meta, markdown)
        held = self._perhaps.pop(path, None)
        if held is None or held.said != said or self._complaints.count != self._said_before:
            return markdown
        if held.listed != self._listed(path, held.html):
            return markdown
        self.kept[path] = held
        self._folder.put(path, self._keys[path], held)
        return ""

    def _listed(self, path: str, html: str) -> str:
        try:
            return named(listed(self._store, html, f"{DOCS}/{path}"))
        except (ReportsError, ValueError):  # the data no longer hold what the page shows
            return ""

    def content(self, page: Any) -> None:
        """After a page's Markdown: tell other pages what they may ask of it."""
        path = page.file.src_uri
        if kept := self.kept.get(path):
            page.title = kept.title
            page.present_anchor_ids = set(kept.anchors)
            page.links_to_anchors = {
                file: links
                for name, links in kept.links.items()
                if (file := self._files.get_file_from_path(name)) is not None
            }
        elif path in self._keys and self._complaints.count == self._said_before:
            links = {file.src_uri: dict(told) for file, told in (page.links_to_anchors or {}).items()}
            self._new[path] = KeptPage(str(page.title), sorted(filter(None, page.present_anchor_ids or ())), links)

    def templates(self, env: Any) -> None:
        """Before pages are put into their templates: a kept page has none."""
        _log.info(f"{len(self.kept)} of {len(self._pages)} pages stand as they were built before.")
        env.loader = ChoiceLoader([DictLoader({TEMPLATE: ""}), env.loader])
        for file in self._pages:
            if file.src_uri in self.kept:
                file.page.meta |= {"template": TEMPLATE, "search": {"exclude": True}}

    def entries(self, page: Any) -> None:
        """After the search has read a page: keep its entries, or give it those of a kept one."""
        path = page.file.src_uri
        held = self._search.entries if self._search is not None else []
        if kept := self.kept.get(path):
            held.extend(kept.search)
        elif path in self._new:
            last = held[self._searched :]  # to look at all of them for each page takes longest in a large site
            self._new[path].search = [one for one in last if one["location"].partition("#")[0] == page.url]
        self._searched = len(held)
        self._said_before = self._complaints.count

    def finished(self, page: Any, html: str, told: str | None = None) -> None:
        """When a page is whole: keep it, if nothing was said of it. `told` is what it lists at its end, if known."""
        path = page.file.src_uri
        new = self._new.pop(path, None)
        is_told = self._log.isEnabledFor(logging.WARNING)  # under --quiet nobody knows what would have been said
        if new and is_told and self._complaints.count == self._said_before and _MISTAKE not in html:
            new.html, new.said = html, self._said[path]
            new.listed = self._listed(path, html) if told is None else named(told)
            self._folder.put(path, self._keys[path], new)

    def end(self) -> None:
        """After the build."""
        self._log.removeHandler(self._complaints)


def _text(file: Any) -> str | None:
    """A page's source; None where it cannot be read, which the engine itself will say."""
    try:
        return str(file.content_string)
    except (OSError, ValueError):
        return None


def _search_of(config: Any) -> Any:
    """The index of Material's search, while there is one."""
    for name in ("search", "material/search"):
        plugin = config.plugins.get(name)
        if plugin is not None:
            return getattr(plugin, "search_index", None)
    return None
