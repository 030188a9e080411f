"""SVG made fit to stand in a page: only known elements and attributes, our own name and description, no size."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape

from lxml import etree

_NS = "http://www.w3.org/2000/svg"
KNOWN_ELEMENTS = frozenset({"svg", "g", "path", "text", "tspan", "rect", "line", "circle"})
_NUMBERS = {"viewBox", "d", "transform", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "width", "height"}
_PAINT = {"fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "opacity"}
_LETTERS = {"font-family", "font-size", "font-weight", "font-style", "text-anchor", "paint-order"}
KNOWN_ATTRIBUTES = frozenset(_NUMBERS | _PAINT | _LETTERS | {"stroke-linecap", "stroke-linejoin", "rx", "ry"})
_TAGS = frozenset(f"{{{_NS}}}{name}" for name in KNOWN_ELEMENTS)
_USELESS = frozenset(  # what a browser does anyway; the letters are the page's, whatever Vega measured with
    {
        ("fill-opacity", "1"),
        ("font-family", "monospace"),
        ("opacity", "1"),
        ("stroke-dasharray", "1,0"),
        ("text-anchor", "start"),
        ("transform", "translate(0,0)"),
    }
)
_LONG_NUMBER = re.compile(r"-?\d*\.\d{2,}(?:e-?\d+)?|-?\d+(?:\.\d+)?e-?\d+")
_FORBIDDEN = re.compile(r"url\(|javascript:", re.IGNORECASE)
NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)


def clean(svg: str, texts: Iterable[etree._Element] = ()) -> str:
    """Vega's SVG without roles, `aria-*`, classes, ids, size, empty groups and needless digits; `texts` stand in its
    plot, over all else. Raises ValueError for what is no SVG."""
    root = etree.fromstring(svg.encode(), _PARSER)
    for text in texts:
        root[0].append(text)
    for element in list(root.iter()):
        _clean_element(element)
    for attribute in ("width", "height"):
        root.attrib.pop(attribute, "")
    _unwrap_groups(root)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="unicode")


def dress(cleaned: str, uid: str, title: str, desc: str) -> str:
    """A drawing as `clean` leaves it as an image named by `title` and described by `desc`. `uid` keeps the ids of
    these apart on one page."""
    opening, _, drawn = cleaned.partition(">")
    told = (
        f'<{name} id="tv-{uid}-{name}">{escape(NOT_XML.sub(" ", text))}</{name}>'
        for name, text in (("title", title), ("desc", desc))
    )
    # a reader's wider letters run over the edge and are not cut off (WCAG 1.4.12)
    named = f'overflow="visible" role="img" aria-labelledby="tv-{uid}-title tv-{uid}-desc"'
    return f"{opening} {named}>{''.join(told)}{drawn}"


def _clean_element(element: etree._Element) -> None:
    parent = element.getparent()
    if element.tag not in _TAGS:
        if parent is None:
            raise ValueError("A drawing that is not SVG.")
        parent.remove(element)
        return
    given = element.attrib.items()
    kept = [(str(name), value) for name, text in given if (value := _attribute(str(name), str(text))) is not None]
    if str(element.tag).endswith("}text") and any(name == "stroke" for name, _ in kept):
        # the halo behind the letters, not over them
        kept += [("paint-order", "stroke"), ("stroke-linejoin", "round")]
    if kept != given:
        element.attrib.clear()
        element.attrib.update(kept)


def _attribute(name: str, value: str) -> str | None:
    """The attribute's value, with digits that show; None where the attribute is not wanted."""
    if name not in KNOWN_ATTRIBUTES or (name, value) in _USELESS or _FORBIDDEN.search(value):
        return None
    return _LONG_NUMBER.sub(_short, value) if name in _NUMBERS else value


def _short(number: re.Match[str]) -> str:
    return f"{round(float(number[0]), 1) + 0:g}"


def _unwrap_groups(root: etree._Element) -> None:
    """Take out what shows nothing: groups without attributes, and shapes and groups without content."""
    for element in reversed(list(root.iter(f"{{{_NS}}}path", f"{{{_NS}}}g"))):
        parent = element.getparent()
        if parent is None:
            continue
        if str(element.tag).endswith("}path"):
            if not element.get("d") or _unseen(element):
                parent.remove(element)
        elif len(element) == 0 or not set(element.attrib) - {"fill"}:
            place = parent.index(element)
            for child in reversed(list(element)):
                parent.insert(place, child)
            parent.remove(element)


def _unseen(path: etree._Element) -> bool:
    return path.get("fill") in ("none", None) and path.get("stroke") in ("none", None)
