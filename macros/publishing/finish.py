"""The last step of a build: the built folder is read once, its data written, its pages secured.

A pure function of the folder and the project's data; the engine's hooks and the command line call it.
"""

from __future__ import annotations

import re
from pathlib import Path

from macros import checks
from macros.datasets.store import open_store
from macros.model.finding import Finding
from macros.publishing.built_pages import read_built_pages
from macros.publishing.contract import write_contract, write_downloads
from macros.publishing.security import with_policy

_BLOCK = re.compile(r'data-block="([0-9a-f]+)"')
# Material gives its search dialog no name (axe: aria-dialog-name); reached here also on 404.html
_UNNAMED_DIALOG = re.compile(r'(<div class="md-search" data-md-component="search" role="dialog")(?! aria-label)')


def finish_site(root: Path, site: Path, draft: bool = False) -> list[Finding]:
    """Finish the site built at `site`; every finding of the data and the pages, in order."""
    store = open_store(root)
    pages = list(read_built_pages(root, site))
    findings = [*checks.run(root), *(mistake for page in pages for mistake in page.mistakes)]
    shown = [report for report in store.reports.values() if draft or report.is_published]
    write_contract(store, site, pages, findings, shown)
    names: list[str] = []
    for path in sorted(site.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        names += _BLOCK.findall(html)
        mended = with_policy(_UNNAMED_DIALOG.sub(r'\1 aria-label="Search"', html))
        if mended != html:
            path.write_text(mended, encoding="utf-8", newline="\n")
    write_downloads(root, site, names)
    return findings
