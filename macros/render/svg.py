"""SVG made fit to stand in a page: only known elements and attributes, our own name and description, no size."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

_NS = "http://www.w3.org/2000/svg"
KNOWN_ELEMENTS = frozenset({"svg", "g", "path", "text", "tspan", "rect", "line", "circle", "defs", "clipPath", "use"})
_NUMBERS = {"viewBox", "d", "transform", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "width", "height"}
_PAINT = {"fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "opacity"}
_LETTERS = {"font-family", "font-size", "font-weight", "font-style", "text-anchor", "paint-order"}
KNOWN_ATTRIBUTES = (
    _NUMBERS | _PAINT | _LETTERS | {"id", "href", "clip-path", "stroke-linecap", "stroke-linejoin", "rx", "ry"}
)
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
_LOCAL_REFERENCE = re.compile(r"url\((['\"]?)#([^)'\"]+)\1\)")
_FORBIDDEN = re.compile(r"url\((?!['\"]?#)|javascript:", re.IGNORECASE)
NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)


def clean(svg: str, texts: Iterable[etree._Element] = ()) -> str:
    """Vega's SVG without roles, `aria-*`, classes, size, empty groups and needless digits; `texts` stand in its plot,
    over all else."""
    root = etree.fromstring(svg.encode(), _PARSER)
    for text in texts:
        root[0].append(text)
    return _written(_cleaned(root))


def dress(svg: str, uid: str, title: str, desc: str) -> str:
    """A cleaned `<svg role="img">` named by `title` and described by `desc`. `uid` keeps ids apart on one page."""
    root = _cleaned(etree.fromstring(svg.encode(), _PARSER))
    for element in root.iter():
        _rename(element, uid)
    for number, (name, text) in enumerate((("title", title), ("desc", desc))):
        named = etree.Element(f"{{{_NS}}}{name}", id=f"tv-{uid}-{name}")
        named.text = NOT_XML.sub(" ", text)
        root.insert(number, named)
    root.set("overflow", "visible")  # a reader's wider letters run over the edge and are not cut off (WCAG 1.4.12)
    root.set("role", "img")
    root.set("aria-labelledby", f"tv-{uid}-title tv-{uid}-desc")
    return _written(root)


def _cleaned(root: etree._Element) -> etree._Element:
    for element in list(root.iter()):
        _clean_element(element)
    for attribute in ("width", "height"):
        root.attrib.pop(attribute, "")
    _unwrap_groups(root)
    etree.cleanup_namespaces(root)
    return root


def _written(root: etree._Element) -> str:
    return etree.tostring(root, encoding="unicode")


def _clean_element(element: etree._Element) -> None:
    name = etree.QName(element)
    parent = element.getparent()
    if name.namespace != _NS or name.localname not in KNOWN_ELEMENTS:
        if parent is None:
            raise ValueError("A drawing that is not SVG.")
        parent.remove(element)
        return
    for attribute, value in list(element.attrib.items()):
        kept = _attribute(str(attribute), str(value))
        del element.attrib[attribute]
        if kept is not None:
            element.set(etree.QName(attribute).localname, kept)
    if name.localname == "text" and element.get("stroke"):
        element.set("paint-order", "stroke")  # the halo behind the letters, not over them
        element.set("stroke-linejoin", "round")


def _attribute(name: str, value: str) -> str | None:
    """The attribute's value, with digits that show; None where the attribute is not wanted."""
    local = etree.QName(name).localname
    if local not in KNOWN_ATTRIBUTES or _FORBIDDEN.search(value):
        return None
    if local == "href" and not value.startswith("#"):
        return None
    if (local, value) in _USELESS:
        return None
    return _LONG_NUMBER.sub(_short, value) if local in _NUMBERS else value


def _short(number: re.Match[str]) -> str:
    return f"{round(float(number[0]), 1) + 0:g}"


def _unwrap_groups(root: etree._Element) -> None:
    """Take out what shows nothing: groups without attributes, and shapes and groups without content."""
    for element in reversed(list(root.iter())):
        parent = element.getparent()
        if parent is None:
            continue
        name = etree.QName(element).localname
        if name == "path" and (not element.get("d") or _unseen(element)):
            parent.remove(element)
        elif name == "g" and (len(element) == 0 or not set(element.attrib) - {"fill"}):
            place = parent.index(element)
            for child in reversed(list(element)):
                parent.insert(place, child)
            parent.remove(element)


def _unseen(path: etree._Element) -> bool:
    return path.get("fill") in ("none", None) and path.get("stroke") in ("none", None)


def _rename(element: etree._Element, uid: str) -> None:
    """Ids and references to them, made unique to one drawing."""
    for attribute, value in list(element.attrib.items()):
        name, text = str(attribute), str(value)
        if name == "id":
            element.set(name, f"tv-{uid}-{text}")
        elif name == "href":
            element.set(name, f"#tv-{uid}-{text[1:]}")
        elif "url(" in text:
            element.set(name, _LOCAL_REFERENCE.sub(rf"url(#tv-{uid}-\2)", text))
