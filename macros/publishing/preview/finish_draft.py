"""The last step of a draft, after the step that every build has: what makes a built folder a draft's.

A function of the folder, of what the checks found and, in a preview, of the published site.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from macros.datasets.store import open_store
from macros.model.finding import Finding
from macros.model.report import Edition
from macros.publishing.preview.change_files import write_change_files
from macros.publishing.preview.change_words import WORDS, page_counts
from macros.publishing.preview.comparison import Changes, PageChange, PageState, compare, edition_of
from macros.publishing.preview.draft_frame import NO_INDEX, at_the_end, at_the_top, framed
from macros.publishing.preview.marked_page import marked_page
from macros.publishing.preview.page_findings import findings_box, findings_by_page, way_up
from macros.publishing.preview.published_site import SiteFolder
from macros.publishing.preview.search_engines import keep_out
from macros.publishing.preview.what_changed import PAGE, fill, page_for
from macros.render.html import tag

SWITCH = "tv-edit-on"  # the name by which the stylesheet knows whether marks are wanted


def finish_draft(root: Path, site: Path, findings: Sequence[Finding], published: Path | None = None) -> None:
    """Make the built site at `site` a draft's: banner, `noindex`, findings on their pages.

    Where it has pages "What changed" (a preview), these tell what differs from the site at `published`.
    """
    store = open_store(root)
    draft = SiteFolder(site)
    urls = _urls(site)
    own = frozenset(url for url in urls if url.endswith(f"{PAGE}/"))
    changes = Changes(is_compared=False)
    if own:
        changes = compare(store, SiteFolder(published) if published is not None else None, draft)
        write_change_files(store, site, changes, findings)
    of_readers = [url for url in urls if not url.startswith("guide/")]
    concerned = findings_by_page(store, findings, draft, of_readers)
    # of a report that is all new, no page need say so
    by_url = {one.url: one for one in changes.pages if one.report not in changes.new_reports}
    for url, path in urls.items():
        html = path.read_text(encoding="utf-8")
        if NO_INDEX in html:  # finished before
            continue
        more = page_for(url, own)
        box = str(findings_box(site, url, concerned[url])) if url in concerned else ""
        if url in own:
            html = fill(store, html, url, changes, draft)
        elif edition_of(url) is Edition.YOUNG_PEOPLE:
            html = at_the_end(_with_changes(html, by_url.get(url), f"{way_up(url)}/{more}"), box)
        else:
            html = _with_changes(html, by_url.get(url), f"{way_up(url)}/{more}", box)
        path.write_text(framed(html, url, "" if url in own else more), encoding="utf-8", newline="\n")
    keep_out(site)


def _urls(site: Path) -> dict[str, Path]:
    return {path.relative_to(site).as_posix().removesuffix("index.html"): path for path in sorted(site.rglob("*.html"))}


def _with_changes(html: str, change: PageChange | None, more: str, below: str = "") -> str:
    """A page with its marks, and under its heading what they are, a box that takes them away, and what goes `below`."""
    if change is None:
        return at_the_top(html, below)
    words = WORDS[change.edition]
    if change.state is PageState.NEW:
        return at_the_top(
            html, str(tag("div", tag("p", words.new_page), class_="tv-edit-sum", data_silent=True)) + below
        )
    marked = marked_page(html, change, more)
    said = words.guarded if change.is_guarded else page_counts(change, words)
    parts = [tag("p", tag("strong", words.on_this_page), " ", said, " ", tag("a", words.all_changes, href=more))]
    if marked != html:
        box = tag("input", type="checkbox", id=SWITCH, checked=change.edition is Edition.FORMAL)
        parts.append(tag("p", tag("label", box, f" {words.switch}")))
    return at_the_top(marked, str(tag("div", *parts, class_="tv-edit-sum", data_silent=True)) + below)
