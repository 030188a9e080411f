"""`sitemap.xml` and `robots.txt`: which pages search engines may list.

MkDocs writes a site map with the day of the build at every page, which is no page's. Ours says when a report's pages
last changed, and nothing where that is not known.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from lxml import etree

from macros.datasets.store import Store
from macros.model.report import Report
from macros.publishing.publications import last_changed

FILE = "sitemap.xml"
ROBOTS = "robots.txt"
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NO_INDEX = re.compile(r'<meta\s+name="robots"\s+content="[^"]*noindex', re.IGNORECASE)
_REPORT = re.compile(r"reports/([^/]+)/")
_INDICATOR = re.compile(r"indicators/([^/]+)/")


def write_sitemap(site: Path, urls: Iterable[tuple[str, date | None]], address: str) -> None:
    """Write the site map of these pages; without the site's address there is none, because its links must be whole."""
    if not address:
        for name in (FILE, f"{FILE}.gz"):
            (site / name).unlink(missing_ok=True)
        (site / ROBOTS).write_text("User-agent: *\nAllow: /\n", encoding="utf-8", newline="\n")
        return
    root = etree.Element(f"{{{_SPACE}}}urlset", nsmap={None: _SPACE})
    for url, changed in urls:
        page = etree.SubElement(root, f"{{{_SPACE}}}url")
        etree.SubElement(page, f"{{{_SPACE}}}loc").text = f"{address}{url}"
        if changed:
            etree.SubElement(page, f"{{{_SPACE}}}lastmod").text = changed.isoformat()
    etree.indent(root, " ")
    text = etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"
    (site / FILE).write_bytes(text)
    (site / f"{FILE}.gz").write_bytes(gzip.compress(text, mtime=0))
    robots = f"User-agent: *\nAllow: /\nSitemap: {address}{FILE}\n"
    (site / ROBOTS).write_text(robots, encoding="utf-8", newline="\n")


def listed(store: Store, reports: Iterable[Report], html: Mapping[str, str]) -> list[tuple[str, date | None]]:
    """The pages that may be listed, by address, with the day of their last change; `html` by the page's address."""
    changed = {report.id: last_changed(store, report) for report in reports if report.id in store.releases}
    return [
        (url, _changed(store, changed, url))
        for url, text in sorted(html.items())
        if (not url or url.endswith("/")) and not _NO_INDEX.search(text)
    ]


def _changed(store: Store, changed: Mapping[str, date], url: str) -> date | None:
    """When a page last changed: a report's pages with it, an indicator's with the last report that has it."""
    if found := _REPORT.match(url):
        return changed.get(found[1])
    if found := _INDICATOR.fullmatch(url):
        having = (day for report, day in changed.items() if found[1] in store.release(report).by_indicator)
        return max(having, default=None)
    return max(changed.values(), default=None) if not url else None
