"""Drawings on paper: what a browser takes from a stylesheet and from ARIA, WeasyPrint wants in the drawing itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from macros.publishing.paper.tree import SVG, classes, find, make, pairs, text_of

_VARIABLE = re.compile(r"var\((--[\w-]+)\)")
_DECLARED = re.compile(r"(--[\w-]+)\s*:\s*([^;}]+)")
_PEOPLE = {"tv-better": "--better", "tv-worse": "--worse", "tv-neutral": "--neutral"}
_LETTERS = "Source Sans 3, Liberation Sans, Arial, DejaVu Sans, sans-serif"

Colours = Mapping[str, str]


def colours_of(stylesheet: str) -> Colours:
    """The variables that a stylesheet declares."""
    return {name: value.strip() for name, value in _DECLARED.findall(stylesheet)}


def prepare_drawings(root: Element, colours: Colours) -> None:
    """Give each drawing its colours, its letters and one text that says all it shows."""
    for parent, child in pairs(root):
        if child.tag == f"{SVG}svg":
            _say(child)
            child.set("font-family", _LETTERS)
            mood = next((name for one in (parent, *_around(root, parent)) for name in classes(one) & set(_PEOPLE)), "")
            _paint(child, colours, colours.get(_PEOPLE.get(mood, "--better"), "#000"))


def _around(root: Element, inner: Element) -> list[Element]:
    return [one for one in root.iter("section") if any(held is inner for held in one.iter())]


def _say(drawing: Element) -> None:
    """One title with all words: WeasyPrint's text for a figure is its title alone."""
    told = [text_of(one) for name in ("title", "desc") for one in drawing.findall(f"{SVG}{name}")]
    told = told or [drawing.get("aria-label") or ""]
    for one in [*drawing.findall(f"{SVG}title"), *drawing.findall(f"{SVG}desc")]:
        drawing.remove(one)
    said = ". ".join(part.rstrip(".") for part in told if part)
    drawing.insert(0, make(f"{SVG}title", f"{said}." if said else ""))


def _paint(drawing: Element, colours: Colours, people: str) -> None:
    ink = colours.get("--ink", "#000")
    for one in drawing.iter():
        for name, value in one.attrib.items():
            painted = _VARIABLE.sub(lambda found: colours.get(found[1], ink), value)
            one.set(name, ink if painted == "currentColor" else painted)
        if one.get("paint-order"):  # drawn over the letters, their outline would eat them
            for name in ("stroke", "stroke-width", "stroke-linejoin", "paint-order"):
                one.attrib.pop(name, None)
        if "tv-on" in classes(one):
            one.attrib.update({"fill": people, "stroke": people, "stroke-width": "3"})
        elif "tv-off" in classes(one):
            one.attrib.update({"fill": "none", "stroke": colours.get("--soft", "#555"), "stroke-width": "3"})


def hero_drawing(root: Element) -> Element | None:
    """The drawing beside a page's heading."""
    hero = find(root, "div", "tv-hero")
    return None if hero is None else hero.find(".//img")
