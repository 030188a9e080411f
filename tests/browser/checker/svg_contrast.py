"""Words and marks of drawings stand out from what they lie on. Axe looks into no drawing."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from tests.browser.checker.complaint import Complaint, complain
from tests.browser.checker.in_page import ask
from tests.browser.checker.pixels import Shares, blend, colours, contrast

_WORDS_LEAST, _LARGE_LEAST, _MARKS_LEAST = 4.5, 3.0, 3.0  # WCAG 1.4.3 and 1.4.11
_RING = 2  # pixels from a mark's edge to what it must stand out from
_COUNTS = 0.12  # a colour under less than this share of a word is a line that crosses it

_PAINT = """
const faded = e => { let rest = 1; for (; e && e !== document.documentElement; e = e.parentElement) rest *= +getComputedStyle(e).opacity; return rest; };
const paint = (e, name) => { const style = getComputedStyle(e), value = style[name];
  if (value === "none" || (name === "stroke" && parseFloat(style.strokeWidth) === 0)) return null;
  if (value.startsWith("url")) return "pattern";
  const colour = rgba(value); colour[3] *= faded(e) * parseFloat(style[`${name}Opacity`] ?? 1); return colour; };
const place = e => { const b = e.getBoundingClientRect(); return {x: b.x + scrollX, y: b.y + scrollY, w: b.width, h: b.height}; };
"""

# A halo is what the letters stand out from: a stroke of the paper's colour, painted first.
_TEXTS = f"""{_PAINT}
return all("svg text").filter(e => words(e) && shown(e) && !e.querySelector("tspan")).concat(all("svg tspan").filter(e => words(e) && shown(e)))
  .map(e => {{ const style = getComputedStyle(e), size = parseFloat(style.fontSize), m = e.getScreenCTM(), scale = Math.sqrt(Math.abs(m.a * m.d - m.b * m.c));
    const halo = style.paintOrder.startsWith("stroke") && parseFloat(style.strokeWidth) >= 2 ? paint(e, "stroke") : null;
    return {{...place(e), text: words(e), fill: paint(e, "fill"), halo,
      large: size * scale >= 24 || (size * scale >= 18.66 && parseInt(style.fontWeight) >= 700)}}; }})
  .filter(t => Array.isArray(t.fill));
"""

# Not marks: a line of the grid, the paper, the track on which another mark lies, and a drawing for looks alone.
_MARKS = f"""{_PAINT}
const shapes = "rect, path, circle, ellipse, line, polyline, polygon";
return all("svg").filter(svg => !svg.parentElement.closest("svg") && shown(svg)).flatMap(svg => {{
  const sheet = svg.getBoundingClientRect(), control = svg.closest("a, button, summary");
  if ((svg.closest("[aria-hidden=true]") && !svg.closest("td, .tv-picture")) || (control && words(control))) return [];
  const marks = all(shapes, svg).filter(e => !e.closest("defs, clipPath, mask, pattern, marker, symbol") && shown(e)
    || e.matches("line, path") && getComputedStyle(e).visibility === "visible" && e.getBoundingClientRect().width + e.getBoundingClientRect().height > 2);
  const boxes = new Map(marks.map(e => [e, e.getBoundingClientRect()]));
  const rule = e => {{ const b = boxes.get(e); return Math.min(b.width, b.height) <= 1.5 && (b.width > sheet.width * .55 || b.height > sheet.height * .45); }};
  const paper = e => {{ const b = boxes.get(e); return b.width * b.height > sheet.width * sheet.height * .9; }};
  const under = e => {{ const b = boxes.get(e); return marks.some(o => {{ const c = boxes.get(o);
    return o !== e && !rule(o) && e.compareDocumentPosition(o) & 4 && c.width < b.width && c.left >= b.left - 1 && c.right <= b.right + 1
      && c.top >= b.top - 1 && c.bottom <= b.bottom + 1 && c.height >= b.height * .9; }}); }};
  return marks.filter(e => !rule(e) && !paper(e) && !under(e))
    .map(e => ({{...place(e), say: say(e), fill: paint(e, "fill"), stroke: paint(e, "stroke"), line: e.localName === "line" || e.localName === "polyline"}}))
    .filter(m => (m.fill || m.stroke) && m.fill !== "pattern" && Math.max(m.w, m.h) >= 3);
}});
"""


def drawings(page: Page) -> list[Complaint]:
    """Words and marks of drawings against what the picture of the page shows around them."""
    texts: list[dict[str, Any]] = ask(page, _TEXTS)
    marks: list[dict[str, Any]] = [{**mark, "ring": _RING} for mark in ask(page, _MARKS)]
    found = colours(page, [*texts, *marks])
    words = [said for text, under in zip(texts, found, strict=False) if (said := _word(text, under))]
    shapes = [said for mark, around in zip(marks, found[len(texts) :], strict=True) if (said := _mark(mark, around))]
    return complain("svg-text-contrast", words) + complain("mark-contrast", shapes)


def _word(text: dict[str, Any], under: Shares) -> str | None:
    """Words of less than 4.5:1 (3:1 if large) against what lies under them."""
    grounds = [ground for ground, share in under if share >= _COUNTS]
    if text["halo"] and grounds:
        grounds = [[int(part) for part in blend(text["halo"], grounds[0])]]
    least = _LARGE_LEAST if text["large"] else _WORDS_LEAST
    worst = min((contrast(blend(text["fill"], ground), _three(ground)) for ground in grounds), default=21.0)
    return f"“{text['text']}” in a drawing has a contrast of {worst:.2f}, not {least}" if worst < least - 0.01 else None


def _mark(mark: dict[str, Any], around: Shares) -> str | None:
    """A bar, point, line or icon of less than 3:1 against what is around it, in fill and outline alike."""
    if not around:
        return None
    paints = [paint for paint in (mark["fill"], mark["stroke"]) if isinstance(paint, list) and paint[3] > 0]
    own = [blend(paint, around[0][0]) for paint in paints]
    others = [ground for ground, _ in around if all(_differ(ground, colour) for colour in own)]
    best = max((contrast(colour, _three(others[0])) for colour in own), default=1.0) if others else 1.0
    if best >= _MARKS_LEAST - 0.01:
        return None
    return f"a mark of {best:.2f} against what is around it, not {_MARKS_LEAST}: {mark['say']}"


def _three(colour: list[int]) -> tuple[float, float, float]:
    return colour[0], colour[1], colour[2]


def _differ(ground: list[int], colour: tuple[float, float, float]) -> bool:
    return sum(abs(one - other) for one, other in zip(ground, colour, strict=True)) > 6
