"""A chart's words agree with its numbers, and no series is told by its colour alone."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Page

from tests.browser.checker.complaint import Complaint, complain
from tests.browser.checker.in_page import ask

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")

_CHARTS = """
return all("figure").filter(f => f.querySelector("svg[role=img]") && f.querySelector("table, a[href$='.csv']")).map(f => ({
  alt: all("svg[role=img]", f).map(s => [s.ariaLabel, ...all(":scope > title, :scope > desc", s).map(t => t.textContent)].join(" ")).join(" "),
  said: all("figcaption, caption, svg text", f).map(c => c.textContent).join(" "),
  numbers: all("table", f).map(t => [...t.rows].map(row => [...row.cells].map(c => c.textContent).join(" ")).join(" ")).join(" "),
  csv: [...f.querySelectorAll("a[href$='.csv']")].map(a => a.href)}));
"""

# A direct label: words with letters whose nearest mark by far is of that series. A small square is a key.
_COLOUR_ALONE = r"""
const shapes = "rect, path, circle, ellipse, polyline, polygon, line";
const grey = c => Math.max(...c.slice(0, 3)) - Math.min(...c.slice(0, 3)) < 16;
const gap = (a, b) => Math.hypot(Math.max(a.left - b.right, b.left - a.right, 0), Math.max(a.top - b.bottom, b.top - a.bottom, 0));
return all("svg[role=img]").filter(shown).flatMap(svg => {
  const series = new Map();
  for (const e of all(shapes, svg)) {
    if (e.closest("defs, clipPath, pattern")) continue;
    const s = getComputedStyle(e), box = e.getBoundingClientRect(), filled = s.fill !== "none" && e.localName !== "line" && e.localName !== "polyline";
    const colour = filled ? s.fill : s.stroke; if (colour === "none" || colour.startsWith("url") || Math.max(box.width, box.height) <= 20) continue;
    const value = rgba(colour); if (value[3] === 0 || grey(value)) continue;
    const shape = [filled, s.strokeDasharray, e.localName].join();
    const key = value.slice(0, 3).join(); if (!series.has(key)) series.set(key, {boxes: [], shapes: new Set(), say: say(e)});
    series.get(key).boxes.push(box); series.get(key).shapes.add(shape);
  }
  if (series.size < 2) return [];
  const labels = all("text", svg).filter(t => /\p{L}{2,}/u.test(words(t))).map(t => t.getBoundingClientRect());
  const near = (label, one) => Math.min(...one.boxes.map(box => gap(label, box)));
  const list = [...series.values()], told = one => labels.some(label => { const own = near(label, one);
    return own <= 40 && list.every(other => other === one || near(label, other) > own + 4); });
  const unlike = one => list.every(other => other === one || [...one.shapes].every(s => !other.shapes.has(s)));
  return list.filter(one => !told(one) && !unlike(one)).slice(0, 1).map(one => `only its colour tells which series it is: ${one.say}`);
});
"""


def numbers_in_words(page: Page) -> list[Complaint]:
    """A number in a chart's alternative that stands neither in its table, its CSV file nor the drawing."""
    charts: list[dict[str, Any]] = ask(page, _CHARTS)
    said = []
    for chart in charts:
        files = [page.context.request.get(url) for url in chart["csv"]]
        known = _numbers(" ".join([chart["numbers"], chart["said"], *(file.text() for file in files if file.ok)]))
        said += [f"{number} in “{chart['alt'].strip()[:90]}” is not in its table" for number in sorted(_numbers(chart["alt"]) - known)]
    return complain("alt-number", said)


def _numbers(text: str) -> set[str]:
    return {found.replace(",", "") for found in _NUMBER.findall(text)}


def colour_alone(page: Page) -> list[Complaint]:
    """Two series that differ in colour and in nothing else (WCAG 1.4.1)."""
    return complain("colour-alone", ask(page, _COLOUR_ALONE))
