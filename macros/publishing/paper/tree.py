"""Changing a tree of HTML in place: an element that goes leaves the text after it where it stood."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

SVG = "{http://www.w3.org/2000/svg}"


def classes(one: Element) -> set[str]:
    """The classes of an element."""
    return set((one.get("class") or "").split())


def text_of(one: Element) -> str:
    """The words of an element, with single blanks."""
    return " ".join("".join(one.itertext()).split())


def drop(parent: Element, child: Element) -> None:
    """Take an element out with all it holds, but not the text after it."""
    _give(parent, child, child.tail or "")
    parent.remove(child)


def unwrap(parent: Element, child: Element) -> None:
    """Put what an element holds in its place."""
    at = list(parent).index(child)
    inner = list(child)
    _give(parent, child, child.text or "")
    if inner:
        inner[-1].tail = (inner[-1].tail or "") + (child.tail or "")
    else:
        _give(parent, child, child.tail or "")
    parent.remove(child)
    for place, one in enumerate(inner):
        parent.insert(at + place, one)


def _give(parent: Element, child: Element, text: str) -> None:
    """Add text before a child."""
    at = list(parent).index(child)
    if at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def find(root: Element, name: str, wanted: str) -> Element | None:
    """The first element of a name with a class."""
    return next((one for one in root.iter(name) if wanted in classes(one)), None)


def pairs(root: Element) -> Iterator[tuple[Element, Element]]:
    """Every element with its parent, as they stand when asked."""
    return iter([(parent, child) for parent in root.iter() for child in parent])


def make(kind: str, text: str = "", /, *children: Element, **attributes: str) -> Element:
    """An element with text before its children; `class_` loses its underscore."""
    one = Element(kind, {key.rstrip("_"): value for key, value in attributes.items()})
    one.text = text or None
    one.extend(children)
    return one
