"""The content of a built page on paper: without menus and buttons, everything open, one size of each chart."""

from __future__ import annotations

import base64
import re
from pathlib import Path, PurePosixPath
from xml.etree.ElementTree import Element

from macros.publishing.paper.drawings import Colours, hero_drawing, prepare_drawings
from macros.publishing.paper.links import Place, prepare_links
from macros.publishing.paper.tree import SVG, classes, drop, find, make, pairs, text_of, unwrap

_GONE = {
    "headerlink", "tv-narrow", "tv-download", "tv-pager", "tv-line", "tv-next", "tv-bar-cell", "tv-paper", "tv-level",
    "tv-page-words", "tv-tool", "tv-reading-bar", "tv-pair-bar", "tv-letters",
}  # fmt: skip
_GONE_FROM_BOOKLET = {"tv-data", "tv-figures", "tv-source"}
_KEPT_ATTRIBUTES = {"id", "class", "href", "alt", "src", "scope", "colspan", "rowspan", "lang", "dir", "start", "style",
                    "download", "datetime"}  # fmt: skip
_HEADING = re.compile("h[1-6]")
_BAR_NOTE = re.compile(r"Bar: this year\..*?target\.\s*|Bar: this year\. Ring: last year\.\s*")
_SMALLER, _SMALLEST, _SIDEWAYS = 8, 12, 14  # columns from which a table has smaller letters, or a page on its side
_SHORT = 14  # rows of a table that is not cut by the end of a page
_KINDS = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}


def section_of(html: str, url: str, site: Path, place: Place, colours: Colours, *, booklet: bool) -> Element:
    """The section that a page at `url` becomes."""
    import tinyhtml5

    page = tinyhtml5.parse(html, namespace_html_elements=False)
    content = page.find(".//main") if booklet else page.find(".//article")
    if content is None:
        content = page.find(".//body")
    if content is None:
        content = make("div")
    drawing = hero_drawing(content)
    _leave_out(content, booklet=booklet)
    _open(content)
    _words(content, booklet=booklet)
    _levels(content)
    _tables(content)
    prepare_drawings(content, colours)
    prepare_links(content, url, place)
    _images(content, url, site)
    if booklet:
        _hero(content, drawing)
    for one in content.iter():
        if not str(one.tag).startswith(SVG):
            for name in [name for name in one.attrib if name not in _KEPT_ATTRIBUTES]:
                del one.attrib[name]
    number = place.sections[url]
    hue = f" hue-{(number - 1) % 4 + 1}" if booklet else ""
    section = make("section", "", class_=f"section{hue}", id=f"s{number}")
    section.text = content.text
    section.extend(content)
    return section


def _leave_out(content: Element, *, booklet: bool) -> None:
    gone = _GONE | (_GONE_FROM_BOOKLET if booklet else set())
    for parent, child in pairs(content):
        is_element = isinstance(child.tag, str)
        if not is_element or child.tag in ("script", "style", "nav", "input", "label") or classes(child) & gone:
            drop(parent, child)
    for parent, child in pairs(content):
        if "tv-doors" in classes(child):  # the ways on, which the contents say
            before = list(parent)[list(parent).index(child) - 1]
            if before.tag == "h2":
                drop(parent, before)
            drop(parent, child)
    keeps_help = text_of(first) if (first := content.find(".//h1")) is not None else ""
    for parent, child in pairs(content):
        if booklet and "tv-who" in classes(child) and "talk to" not in keeps_help.casefold():
            drop(parent, child)  # once, on its own page: not at the end of every one


def _open(content: Element) -> None:
    """What a reader opens on a screen lies open."""
    for _, child in pairs(content):
        if child.tag == "details":
            child.tag = "div"
    for parent, child in pairs(content):
        if child.tag == "summary":
            if any(str(one.tag) in ("h2", "h3") for one in child):
                unwrap(parent, child)
            else:
                child.tag, child.attrib = "p", {"class": "summary"}


def _levels(content: Element) -> None:
    """No level of headings is left out (PDF/UA-1, ISO 14289-1, 7.4.2)."""
    before = 0
    for one in content.iter():
        if _HEADING.fullmatch(str(one.tag)):
            before = min(int(one.tag[1:]), before + 1)
            one.tag = f"h{before}"


def _words(content: Element, *, booklet: bool) -> None:
    """A word that is explained in place: the word stays, what it means stands at the end of the section."""
    meant: dict[str, Element] = {}
    for parent, child in pairs(content):
        if child.tag == "button":
            child.tag, child.attrib = "span", {"class": "word"}
        elif "tv-means" in classes(child):
            tail, child.tail = child.tail, None
            meant.setdefault(text_of(child), child)
            child.tail = tail
            drop(parent, child)
    if meant:
        lines = [make("p", "", *one, class_="meaning") for one in meant.values()]
        heading = make("h2", "What the words mean" if booklet else "Words explained")
        content.append(make("div", "", heading, *lines, class_="words"))


def _tables(content: Element) -> None:
    for parent, child in pairs(content):
        if "tv-scroll" in classes(child):
            _fit(parent, child)
        if "tv-shorthand" in classes(child) and child.text:
            child.text = _BAR_NOTE.sub("", child.text)
        if child.tag == "figure":
            _keep_together(child)
    for table in content.iter("table"):
        head, row = table.find("thead/tr"), table.find("tbody/tr")
        if "tv-headlines" in classes(table) and head is not None and row is not None and len(head) == len(row) + 1:
            head.remove(head[-1])  # the column of bars, which repeat the figures beside them


def _fit(parent: Element, box: Element) -> None:
    """Give a table the room it needs: smaller letters, then a page on its side."""
    rows = [row for table in box.findall("table") for row in table.iter("tr")]
    columns = max((len(row) for row in rows), default=0)
    size = "smallest" if columns >= _SMALLEST else "smaller" if columns >= _SMALLER else "usual"
    box.attrib = {"class": f"tv-scroll {size}{' short' if len(rows) <= _SHORT else ''}"}
    if columns >= _SIDEWAYS:
        parent.set("class", f"{parent.get('class') or ''} sideways")


def _keep_together(chart: Element) -> None:
    """What a chart shows and its drawing stand on one page."""
    first = [one for one in chart if one.tag == "figcaption" or "tv-svg" in classes(one)]
    for one in first:
        chart.remove(one)
    chart.insert(0, make("div", "", *first, class_="together"))


def _images(content: Element, url: str, site: Path) -> None:
    for parent, child in pairs(content):
        if child.tag != "img":
            continue
        told, data = (child.get("alt") or "").strip(), _data(child.get("src") or "", url, site)
        if not data:
            drop(parent, child)
        elif told:
            child.set("src", data)
        else:  # a drawing that says nothing is no figure to a screen reader: it becomes a background
            child.tag, child.attrib = "div", {"class": "drawing", "style": f"background-image:url('{data}')"}


def _data(source: str, url: str, site: Path) -> str:
    """An image file of the site as part of the page; empty for what is not one."""
    path = (site / url / source).resolve()
    kind = _KINDS.get(PurePosixPath(source).suffix.lower())
    if kind is None or not path.is_relative_to(site.resolve()) or not path.is_file():
        return ""
    return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}"


def _hero(content: Element, drawing: Element | None) -> None:
    """The heading on its band, the drawing before it, so that it can stand at its right."""
    band = find(content, "div", "tv-hero")
    inner = None if band is None else band.find("div")
    if band is None or inner is None:
        return
    if drawing is not None and drawing in list(inner):
        inner.remove(drawing)
        drawing.tail = None
        inner.insert(0, drawing)
