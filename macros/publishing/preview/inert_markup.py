"""A block of the published site as it may stand in a preview: its words and drawings, and nothing that acts.

The old site may be anybody's folder. Only known elements and attributes are kept: no link, no id, no script.
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from macros.render.svg import KNOWN_ATTRIBUTES, KNOWN_ELEMENTS

_TEXT = frozenset({
    "div", "section", "figure", "figcaption", "p", "span", "strong", "em", "b", "i", "small", "table",
    "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "ul", "ol", "li", "dl", "dt", "dd", "details",
    "summary", "h3", "h4", "h5", "h6", "sup", "sub", "title", "desc",
})  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})  # the page it comes to has its own
_DROPPED = frozenset({
    "script", "style", "iframe", "object", "embed", "form", "input", "button", "select", "textarea", "link",
    "meta", "base", "template", "noscript", "nav", "use", "defs", "clippath", "foreignobject",
})  # fmt: skip
# the wide drawing, too: two stand side by side, each as on a phone
_DROPPED_CLASSES = frozenset({"tv-source", "tv-means", "headerlink", "tv-download", "tv-wide"})
_DRAWING = {name.lower(): name for name in KNOWN_ELEMENTS}
_ATTRIBUTES = {name.lower(): name for name in KNOWN_ATTRIBUTES - {"id", "href", "clip-path"}}
_PLAIN = frozenset({"scope", "colspan", "rowspan"})
_CLASS = re.compile(r"tv-[a-z-]+")
_VALUE = re.compile(r"[^<>\"'&:;\\@]*")  # no address, no entity, no style
_COLOUR = re.compile(r"var\(--[a-z0-9-]+(?:, ?#?[a-z0-9]+)?\)")
_MOST = 400_000  # letters of a block
_MOST_NAME = 150


def inert_markup(html: str, side: str = "") -> str:
    """The block, made harmless; an empty text where nothing can be shown. `side` names what a wide table is of."""
    if len(html) > _MOST:
        return ""
    try:
        root = lxml_html.fragment_fromstring(html, create_parent="div")
    except (etree.LxmlError, ValueError):
        return ""
    for element in list(root.iterdescendants()):
        _tame(element)
    for wide in root.iterfind(".//div[@class='tv-scroll']"):
        _named(wide, side)
    return "".join(lxml_html.tostring(child, encoding="unicode") for child in root)


def _named(wide: Any, side: str) -> None:
    """A table that can be moved sideways: with a name, and reached by keyboard (WCAG 2.1.1)."""
    caption = " ".join(str(next(iter(wide.iter("caption")), wide).text_content()).split())[:_MOST_NAME]
    called = f"{caption} ({side})" if side else caption
    for name, value in (("role", "region"), ("tabindex", "0"), ("aria-label", called)):
        wide.set(name, value)


def _tame(element: Any) -> None:
    if not isinstance(element.tag, str):  # a comment, a processing instruction
        element.drop_tree()
        return
    classes = set((element.get("class") or "").split())
    if element.tag in _DROPPED or classes & _DROPPED_CLASSES or "popover" in element.attrib:
        if element.getparent() is not None:
            element.drop_tree()
        return
    if element.tag in _HEADINGS:
        element.tag = "p"
    if element.tag not in _TEXT and element.tag not in _DRAWING:
        if element.getparent() is not None:
            element.drop_tag()
        return
    kept = dict(_kept(str(name), str(value)) for name, value in element.attrib.items())
    element.attrib.clear()
    for name, value in sorted(kept.items()):
        if name:
            element.set(name, value)


def _kept(name: str, value: str) -> tuple[str, str]:
    """An attribute as it may stay; an empty name for one that may not."""
    name = name.lower()
    if name == "class":
        known = [one for one in value.split() if _CLASS.fullmatch(one)]
        return ("class", " ".join(known)) if known else ("", "")
    if (name, value) in (("role", "img"), ("overflow", "visible")) or name == "aria-label":
        return name, value
    if (name in _PLAIN or name in _ATTRIBUTES) and (_VALUE.fullmatch(value) or _COLOUR.fullmatch(value)):
        return ("", "") if "url(" in value else (_ATTRIBUTES.get(name, name), value)
    return "", ""
