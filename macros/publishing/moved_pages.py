"""A page at each old address that leads to the new one: without a script, and on any host.

A server that reads the rules of `host_redirects.py` answers before the page is asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path, PurePosixPath

from macros.datasets.redirects import PATH
from macros.model.finding import Finding
from macros.model.problems import KINDS
from macros.model.redirect import Redirect
from macros.publishing.dead_links import files_of, stands
from macros.render.html import tag


def write_moved_pages(site: Path, moves: Iterable[Redirect], address: str) -> tuple[list[Redirect], list[Finding]]:
    """Write the pages; the moves that were made, and those whose new address is not there or whose old one still is."""
    made, findings, files = [], [], files_of(site)
    for one in moves:
        if why := "".join(_why_not(files, one)):
            facts: dict[str, object] = {"row": one.row, "cell": one.old, "why": why}
            findings.append(Finding(KINDS["redirect-lost"], PATH, one.row, facts))
            continue
        made.append(one)
    for one in made:
        if one.page:
            (site / one.page).parent.mkdir(parents=True, exist_ok=True)
            (site / one.page).write_text(moved_page(one, address), encoding="utf-8", newline="\n")
    return made, findings


def _why_not(files: Collection[str], one: Redirect) -> Iterator[str]:
    if not stands(files, one.target or "index.html"):
        yield f"leads to '{one.new}', which is not in the site"
    elif stands(files, one.old):
        yield "is still the address of a page or file, which nobody would reach any more"


def moved_page(one: Redirect, address: str = "") -> str:
    """The page at the old address, in words that both editions' readers understand."""
    # a page in a folder is one step deeper than its own address says; one without is not
    steps = len(PurePosixPath(one.page).parts) - 1
    link = f"{'../' * steps}{one.new}" or "./"
    canonical = [tag("link", rel="canonical", href=f"{address}{one.target}")] if address else []
    head = [
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content="default-src 'none'"),
        tag("meta", name="viewport", content="width=device-width,initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="robots", content="noindex"),
        tag("meta", http_equiv="refresh", content=f"0; url={link}"),
        *canonical,
        tag("title", "This page has moved"),
    ]
    main = tag("main", tag("h1", "This page has moved"), tag("p", tag("a", "Go to the page", href=link)))
    return f"<!doctype html>\n{tag('html', tag('head', *head), tag('body', main), lang='en-GB')}\n"
