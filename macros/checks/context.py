"""What a check may see: the store, the pages' sources and, after a build, their words as readers meet them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from macros.datasets.page_source import DOCS, PageSource, page_url, read_pages
from macros.datasets.store import Store, open_store
from macros.model.finding import Finding
from macros.render.rendered_page import RenderedPage, read_rendered_page


@dataclass(frozen=True)
class Context:
    """One look at the project. `unread` is what could not be read of its pages; `built` is empty before a build.

    `html` holds the built pages as they are, by the path of their source.
    """

    store: Store
    pages: tuple[PageSource, ...]
    unread: tuple[Finding, ...] = ()
    built: tuple[tuple[PageSource, RenderedPage], ...] = ()
    html: Mapping[str, str] = field(default_factory=dict)

    @property
    def report_pages(self) -> tuple[PageSource, ...]:
        """The pages that stand in a report's folder."""
        return tuple(page for page in self.pages if page.path.startswith(f"{DOCS}/reports/"))


def open_context(root: Path) -> Context:
    """The context of the project at `root`; its pages are read again only when one has changed."""
    pages, unread = read_pages(root)
    return Context(open_store(root), tuple(pages), tuple(unread))


def with_built_pages(context: Context, html: Mapping[str, str]) -> Context:
    """The context with what was built of its pages: `html` by the page's place in the site (`reports/x/`)."""
    sources = {page_url(page.path): page for page in context.pages}
    built = ((sources[url], read_rendered_page(text)) for url, text in html.items() if url in sources)
    whole = {sources[url].path: text for url, text in html.items() if url in sources}
    return replace(context, built=tuple(built), html=whole)
