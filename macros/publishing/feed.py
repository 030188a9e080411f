"""`feed.xml`: publications and corrections as an Atom feed (RFC 4287), so that nobody has to come and look."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from macros.datasets.store import Store
from macros.publishing.metadata import LICENCE
from macros.publishing.publications import Event

FILE = "feed.xml"
ATOM = "http://www.w3.org/2005/Atom"
NEVER = date(1970, 1, 1)  # a feed must say when it changed, also one in which nothing has happened yet


def write_feed(store: Store, site: Path, told: Sequence[Event], name: str, address: str) -> None:
    """Write the feed of the site `name`. Its links are whole where the site's `address` is known, else relative."""
    (site / FILE).write_bytes(feed(store, site, told, name, address))


def feed(store: Store, site: Path, told: Sequence[Event], name: str, address: str) -> bytes:
    """The feed as XML; the same events give the same bytes."""
    root = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    root.set("{http://www.w3.org/XML/1998/namespace}lang", "en-GB")
    _text(root, "title", f"{name}: published and corrected")
    _text(root, "id", f"urn:uuid:{uuid5(NAMESPACE_URL, f'two-voices/{name}')}")
    _text(root, "updated", _moment(max((one.day for one in told), default=NEVER)))
    _link(root, "self", f"{address}{FILE}", "application/atom+xml")
    _link(root, "alternate", address or "./", "text/html")
    _text(root, "rights", f"{LICENCE['title']}, {LICENCE['path']}")
    author = etree.SubElement(root, f"{{{ATOM}}}author")
    _text(author, "name", name)
    for one in told:
        _entry(root, store, site, one, address)
    etree.indent(root, " ")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _entry(root: etree._Element, store: Store, site: Path, one: Event, address: str) -> None:
    entry = etree.SubElement(root, f"{{{ATOM}}}entry")
    report = one.report
    _text(entry, "title", one.title)
    _text(entry, "id", one.id)
    _text(entry, "published", _moment(one.day))
    _text(entry, "updated", _moment(one.day))
    author = etree.SubElement(entry, f"{{{ATOM}}}author")
    _text(author, "name", store.catalogue.area(report.council).name)
    etree.SubElement(entry, f"{{{ATOM}}}category", term=one.kind.value)
    _link(entry, "alternate", f"{address}reports/{report.id}/", "text/html", "Formal edition")
    if (site / f"reports/{report.id}/young-people/index.html").is_file():
        young = f"{address}reports/{report.id}/young-people/"
        _link(entry, "related", young, "text/html", "Young people's edition")
    _link(entry, "related", f"{address}data/reports/{report.id}.csv", "text/csv", "Figures")
    if one.earlier:
        _link(entry, "related", f"{address}{one.earlier}", "text/html", "The edition that it replaced")
    _text(entry, "content", "\n".join(one.told)).set("type", "text")


def _text(parent: etree._Element, name: str, text: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{ATOM}}}{name}")
    element.text = text
    return element


def _link(parent: etree._Element, rel: str, href: str, kind: str, title: str = "") -> None:
    link = etree.SubElement(parent, f"{{{ATOM}}}link", rel=rel, href=href, type=kind)
    if title:
        link.set("title", title)


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
