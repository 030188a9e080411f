"""The last step of a build: the built folder is read once, its data written, its pages secured.

A pure function of the folder and the project's data; the engine's hooks and the command line call it.
"""

from __future__ import annotations

from pathlib import Path

from macros import checks
from macros.datasets.store import open_store
from macros.model.finding import Finding
from macros.publishing.built_pages import BuiltPage, read_built_page
from macros.publishing.contract import write_contract, write_downloads, write_findings
from macros.publishing.dead_links import dead_links
from macros.publishing.security import with_policy
from macros.publishing.theme_markup import mended


def finish_site(root: Path, site: Path, draft: bool = False) -> list[Finding]:
    """Finish the site built at `site`; every finding of the data and the pages, in order."""
    store = open_store(root)
    pages = [_finish_page(root, site, path) for path in sorted(site.rglob("*.html"))]
    shown = [report for report in store.reports.values() if draft or report.is_published]
    write_contract(store, site, pages, shown)
    write_downloads(root, site, (name for page in pages for name in page.blocks))
    findings = [*checks.run(root), *(mistake for page in pages for mistake in page.mistakes), *_dead_links(site)]
    write_findings(site, findings)
    return findings


def _dead_links(site: Path) -> list[Finding]:
    """The links of all pages that lead to nothing in the site, now that all of it is written."""
    pages = sorted(site.rglob("*.html"))
    urls = [path.relative_to(site).as_posix().removesuffix("index.html") for path in pages]
    return [
        one for path, url in zip(pages, urls, strict=True) for one in dead_links(site, url, path.read_text("utf-8"))
    ]


def _finish_page(root: Path, site: Path, path: Path) -> BuiltPage:
    """Mend the theme's markup and give a page its security policy; what it shows."""
    html = mended(path.read_text(encoding="utf-8"))
    path.write_text(with_policy(html), encoding="utf-8", newline="\n")
    return read_built_page(root, path.relative_to(site).as_posix().removesuffix("index.html"), html)
