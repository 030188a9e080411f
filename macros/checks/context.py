"""What a check may see: the store and the pages' sources."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from macros.datasets.page_source import DOCS, PageSource, page_signature, read_pages
from macros.datasets.store import Store, open_store
from macros.model.finding import Finding


@dataclass(frozen=True)
class Context:
    """One look at the project. `unread` is what could not be read of its pages."""

    store: Store
    pages: tuple[PageSource, ...]
    unread: tuple[Finding, ...] = ()

    @property
    def report_pages(self) -> tuple[PageSource, ...]:
        """The pages that stand in a report's folder."""
        return tuple(page for page in self.pages if page.path.startswith(f"{DOCS}/reports/"))


def open_context(root: Path) -> Context:
    """The context of the project at `root`; its pages are read again only when one has changed."""
    pages, unread = _pages(root, page_signature(root))
    return Context(open_store(root), pages, unread)


@lru_cache(maxsize=4)
def _pages(root: Path, _signed: object) -> tuple[tuple[PageSource, ...], tuple[Finding, ...]]:
    pages, unread = read_pages(root)
    return tuple(pages), tuple(unread)
