"""The last step of a build: the built folder is read once, its data written, its pages secured.

A pure function of the folder and the project's data; the engine's hooks and the command line call it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from macros import checks
from macros.datasets.redirects import read_redirects
from macros.datasets.store import open_store
from macros.model.finding import Finding
from macros.publishing.author_remarks import without_remarks
from macros.publishing.built_pages import read_built_page
from macros.publishing.comment_kit.kit import kit_pages, with_kit, write_kit_files
from macros.publishing.comment_kit.sheet import write_sheets
from macros.publishing.contract import write_contract, write_downloads, write_findings
from macros.publishing.dataset_markup import with_dataset
from macros.publishing.dead_links import dead_links, files_of
from macros.publishing.earlier_editions import TO_ROOT, write_earlier_editions
from macros.publishing.feed import feed, write_feed
from macros.publishing.host_headers import write_headers
from macros.publishing.host_redirects import pairs
from macros.publishing.moved_pages import write_moved_pages
from macros.publishing.publications import events
from macros.publishing.ready import fill_ready_pages
from macros.publishing.security import with_policy
from macros.publishing.sitemap import listed, write_sitemap
from macros.publishing.stray_files import stray_files
from macros.publishing.theme_markup import mended
from macros.publishing.used_by import with_uses

# what only a finished site shows: nobody has said these findings before
FOUND_LAST = frozenset({"dead-link", "redirect-lost", "stray-file"})


@dataclass(frozen=True)
class Build:
    """What is built, and for whom: whether it is a draft, what the site is called, and where it will stand, if that is
    known. `served` is the report that `make site` shows to its author alone, again after each edit (empty: all reports;
    None: a build that is not served). `share` may have other processes do a part of the work."""

    draft: bool = False
    name: str = ""
    address: str = ""
    served: str | None = None
    share: checks.Share = checks.alone


def finish_site(root: Path, site: Path, build: Build) -> list[Finding]:
    """Finish the site built at `site`; every finding of the data and the pages, in order."""
    store = open_store(root)
    shown = [report for report in store.reports.values() if build.draft or report.is_published]
    below = f"reports/{build.served}/" if build.served else ""
    read = ((_url(site, path), path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html")))
    html = {url: with_dataset(store, shown, url, mended(without_remarks(text))) for url, text in read}
    kits = kit_pages(store) if build.draft else {}
    pages = [read_built_page(root, url, text) for url, text in html.items()]
    html |= with_uses(html, pages)
    for url, text in html.items():
        whole = with_policy(with_kit(store, url, text, kits), served=build.served is not None)
        _file(site, url).write_text(whole, encoding="utf-8", newline="\n")
    if build.draft:
        write_kit_files(site)
        write_sheets(store, site)
    write_contract(store, site, pages, shown)
    public = [report for report in shown if report.is_published]
    happened = events(store, public)
    write_feed(store, site, happened, build.name, build.address)
    todays = feed(store, site, happened, build.name, build.address or TO_ROOT)
    earlier = [] if build.served else write_earlier_editions(store, site, public, todays)
    if not build.draft:
        write_sitemap(site, listed(store, shown, html), build.address)
    write_downloads(root, site, (name for page in pages for name in page.blocks))
    found = [*checks.run(root), *checks.run_on_pages(root, html, build.share)]
    findings = [one for one in found if build.draft or not checks.tells_of_unpublished(store, one)]
    moved, unmoved = write_moved_pages(site, read_redirects(root)[0], build.address)
    write_headers(site, [*html.values(), *earlier], pairs(moved, build.address), draft=build.draft)
    strays = [] if build.served else stray_files(root, site, html)  # of one report alone the others' pages lead to more
    mistakes = (mistake for page in pages for mistake in page.mistakes)
    findings += [*strays, *unmoved, *mistakes, *_dead_links(site, html, below)]
    fill_ready_pages(store, site, findings)
    write_findings(site, findings)
    return findings


def _dead_links(site: Path, html: Mapping[str, str], below: str) -> list[Finding]:
    """The links of all pages that lead to nothing in the site, now that all of it is written. Only those to addresses
    `below` count: a report built alone leads to much that is not there."""
    files = files_of(site)
    return [one for url, text in html.items() for one in dead_links(files, url, text, below)]


def _url(site: Path, path: Path) -> str:
    return path.relative_to(site).as_posix().removesuffix("index.html")


def _file(site: Path, url: str) -> Path:
    return site / (f"{url}index.html" if url.endswith("/") or not url else url)
