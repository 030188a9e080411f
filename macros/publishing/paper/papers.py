"""The papers of a built site: the formal edition as `report.pdf`, the young people's as `booklet.pdf`.

Made only when asked for, of what the site already holds. Needs WeasyPrint and, below it, Pango.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from posixpath import normpath
from xml.etree.ElementTree import Element

from macros.datasets.store import Store
from macros.errors import ReportsError
from macros.model.report import Report
from macros.publishing.paper.content import section_of
from macros.publishing.paper.document import Cover, pdf_of, whole
from macros.publishing.paper.drawings import colours_of
from macros.publishing.paper.links import Place
from macros.publishing.paper.tree import find
from macros.render.html import tag
from macros.wording import periods

_NEXT = re.compile(r'<a\b[^>]*\brel="next"[^>]*\bhref="([^"]*)"')
_CANONICAL = re.compile(r'<link\s+rel="canonical"\s+href="([^"]*)"')
_STYLES = "assets/report-pdf.css", "assets/booklet-pdf.css"
_MOST = 500  # pages of an edition: a circle of links must end
_BELOW = {"report.pdf": "</h1>", "booklet.pdf": '<div class="tv-wrap tv-text">'}  # what a link to a paper stands after


@dataclass(frozen=True)
class Made:
    """A paper that was written: `path` from the site's root, `size` in bytes."""

    path: str
    size: int


def why_not() -> str:
    """Why no PDF can be made here, as a sentence; empty when it can."""
    try:
        import weasyprint  # noqa: F401  # only whether it can be had
    except ImportError:
        return "WeasyPrint is not installed here."
    except OSError:
        return "WeasyPrint is installed, but Pango, the library below it that sets letters, is not."
    return ""


def write_papers(store: Store, site: Path) -> Iterator[Made]:
    """Write both papers of every report of a built site, and link them from their start pages."""
    for report in store.reports.values():
        for url, name in (
            (f"reports/{report.id}/", "report.pdf"),
            (f"reports/{report.id}/young-people/", "booklet.pdf"),
        ):
            if (site / url / "index.html").is_file():
                yield _write(store, report, site, url, name)


def _write(store: Store, report: Report, site: Path, url: str, name: str) -> Made:
    booklet = name == "booklet.pdf"
    stylesheet = (site / _STYLES[booklet]).read_text(encoding="utf-8")
    html = {one: (site / one / "index.html").read_text(encoding="utf-8") for one in edition_pages(site, url)}
    place = Place({one: number for number, one in enumerate(html, 1)}, _address(url, html[url]))
    colours = colours_of(stylesheet)
    sections = [section_of(text, one, site, place, colours, booklet=booklet) for one, text in html.items()]
    cover = _booklet_cover(store, report, sections) if booklet else _report_cover(store, report, place.site)
    content = pdf_of(whole(cover, sections), stylesheet)
    (site / url / name).write_bytes(content)
    _link(site / url / "index.html", name, len(content), booklet=booklet)
    return Made(f"{url}{name}", len(content))


def edition_pages(site: Path, start: str) -> list[str]:
    """The addresses of an edition's pages in the order of the menu: each page links the next one."""
    found = [start]
    while len(found) < _MOST:
        led = _NEXT.search((site / found[-1] / "index.html").read_text(encoding="utf-8"))
        if led is None:
            return found
        url = f"{normpath(found[-1] + unescape(led[1]))}/"
        if url in found or not url.startswith(start) or not (site / url / "index.html").is_file():
            return found
        found.append(url)
    raise ReportsError(f"{start} has more than {_MOST} pages.", "Does a page link itself as the next one?")


def _address(url: str, html: str) -> str:
    """The website's own address, if it was told."""
    found = _CANONICAL.search(html)
    whole_address = unescape(found[1]) if found else ""
    return whole_address.removesuffix(url) if whole_address.endswith(url) else ""


def _report_cover(store: Store, report: Report, address: str) -> Cover:
    council, release = store.catalogue.area(report.council).name, store.release(report.id)
    facts = [
        ("Council", council),
        ("Period", f"{periods.day(report.period.start)} to {periods.day(report.period.end)}"),
        ("Status", report.status.value.replace("-", " ").capitalize()),
        ("Figures", f"release of {periods.day(release.date)}"),
        ("Source of the figures", f"{council}, {report.printed_title}"),
        ("Licence", "Open Government Licence v3.0"),
    ]
    if address:
        facts.append(("Website", f"{address}reports/{report.id}/"))
    return Cover(report.title, facts, "Contents", release.date.isoformat())


def _booklet_cover(store: Store, report: Report, sections: list[Element]) -> Cover:
    council, release = store.catalogue.area(report.council).name, store.release(report.id)
    facts = [
        ("", f"For {report.young_people} in {store.catalogue.area(report.council).short_name}"),
        ("", f"{periods.day(report.period.start)} to {periods.day(report.period.end)}"),
    ]
    if report.was_printed:
        told = f"This is an example, made from the printed report of {council}. The council did not make this booklet."
        facts.append(("", told))
    return Cover(report.young_people_title, facts, "What is inside", release.date.isoformat(), _first_drawing(sections))


def _first_drawing(sections: list[Element]) -> str:
    for section in sections:
        one = find(section, "div", "drawing")
        found = re.search(r"url\('([^']*)'\)", one.get("style") or "") if one is not None else None
        if found:
            return found[1]
    return ""


def _link(page: Path, name: str, size: int, *, booklet: bool) -> None:
    """The link to a paper below the heading of its edition's start page, with its type and size."""
    said = "This report as a booklet to print" if booklet else "This report as a paper"
    link = tag("a", f"{said} (PDF, {max(1, round(size / 1000))} kB)", href=name, class_="tv-pill" if booklet else None)
    html = page.read_text(encoding="utf-8")
    before, place, after = html.partition(_BELOW[name])
    if place and f'href="{name}"' not in html:
        line = tag("p", link, class_="tv-paper")
        page.write_text(f"{before}{place}{line}{after}", encoding="utf-8", newline="\n")
