"""The words of a drawing, as SVG. Their places are ours, so Vega draws without them: it measures every text that it is
given, which took more than half of a drawing's time and placed nothing."""

from __future__ import annotations

from lxml import etree

from macros.render.drawing.scene import Align, Scene, Text
from macros.render.svg import NOT_XML
from macros.render.theme import INK, PAPER, Look, Weight

SVG = "http://www.w3.org/2000/svg"
_ANCHORS = {"left": "start", "center": "middle", "right": "end"}
_HALO = {"stroke": PAPER, "stroke-width": "4"}


def elements(scene: Scene, look: Look) -> list[etree._Element]:
    """Texts and tick labels, those that are written alike together; their places are from the plot's corner."""
    ticks = [
        Text(-8, scene.height * (1 - tick / scene.scale.top) + look.small * 0.36, text, "right", size=look.small)
        for tick, text in scene.ticks
        if text
    ]
    groups: dict[tuple[Align, Weight, int, bool], list[Text]] = {}
    for text in (*ticks, *scene.texts):
        groups.setdefault((text.align, text.weight, text.size or look.letters, text.halo), []).append(text)
    return [_element(text, look) for texts in groups.values() for text in texts]


def _element(text: Text, look: Look) -> etree._Element:
    written = {
        "text-anchor": _ANCHORS[text.align],
        "transform": f"translate({text.x:g},{text.y:g})",
        "font-size": f"{text.size or look.letters}px",
        "font-weight": str(text.weight),
        "fill": INK,
    }
    element = etree.Element(f"{{{SVG}}}text", written | (_HALO if text.halo else {}))
    element.text = NOT_XML.sub(" ", text.text)
    return element
