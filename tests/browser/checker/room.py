"""Room for the words: on a small screen, with wider spacing, with larger letters nothing is lost."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.checker.complaint import Complaint, complain
from tests.browser.checker.in_page import ask, style, width

_SPACING = """*, ::before, ::after { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""  # WCAG 1.4.12, word for word

# What sticks out to the right, outermost first; parts that scroll by themselves may.
TOO_WIDE = """
const screen = document.documentElement.clientWidth;
if (document.documentElement.scrollWidth <= screen) return [];
const scrolls = e => e && e !== document.documentElement && e !== document.body
  && (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
const wide = all("body *").filter(e => e.getBoundingClientRect().right > screen + .5 && !scrolls(e.parentElement));
return [`the page is ${document.documentElement.scrollWidth} px wide on a screen of ${screen} px: ${wide.slice(0, 3).map(say).join("  ")}`];
"""

# Words cut off by their box, words out of their drawing, and words that lie over other words.
_LOST = r"""
const cuts = value => value === "hidden" || value === "clip", found = [];
for (const e of all("body *")) {
  if (e.closest("svg") || !words(e) || !shown(e) || forEarsOnly(e)) continue;
  const style = getComputedStyle(e), more = [e.scrollWidth - e.clientWidth, e.scrollHeight - e.clientHeight];
  if (style.display === "inline" || e.clientWidth === 0) continue;
  if (cuts(style.overflowX) && more[0] > 2 || cuts(style.overflowY) && more[1] > 2) found.push(`its words are cut off: ${say(e)}`);
}
for (const t of all("svg text").filter(t => words(t) && shown(t))) {
  const svg = t.ownerSVGElement, sheet = svg.getBoundingClientRect(), box = t.getBoundingClientRect();
  if (box.left < -1 || box.right > document.documentElement.scrollWidth + 1) found.push(`words of a drawing off the screen: ${words(t)}`);
  else if (cuts(getComputedStyle(svg).overflowX) && (box.left < sheet.left - 2 || box.right > sheet.right + 2 || box.top < sheet.top - 2 || box.bottom > sheet.bottom + 2))
    found.push(`words out of their drawing: ${words(t)}`);
}
const lines = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
for (let node; (node = walk.nextNode());) {
  const e = node.parentElement;
  if (!node.data.trim() || !shown(e) || e.closest("svg, [popover]") || forEarsOnly(e)) continue;
  range.selectNodeContents(node);
  for (const box of range.getClientRects()) if (box.width > 2) lines.push({e, box, text: node.data.trim().slice(0, 40)});
}
const cut = e => { for (let p = e; p && p !== document.body; p = p.parentElement) if (getComputedStyle(p).overflowX !== "visible") return p; return null; };
lines.sort((a, b) => a.box.top - b.box.top);
lines.forEach((a, i) => { for (let j = i + 1; j < lines.length && lines[j].box.top < a.box.bottom; j++) {
  const b = lines[j]; if (a.e === b.e || a.e.contains(b.e) || b.e.contains(a.e) || cut(a.e) !== cut(b.e)) continue;
  const high = Math.min(a.box.bottom, b.box.bottom) - b.box.top, wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
  if (high > .4 * Math.min(a.box.height, b.box.height) && wide > 4 && ![a.e, b.e].some(e => getComputedStyle(e).position === "sticky" || e.closest("caption, tbody th")))
    found.push(`words lie over words: “${a.text}” and “${b.text}”`); } });
return found.slice(0, 6);
"""

# A reader's larger letters: what is set in rem or em follows the root, what is set in pixels does not.
_TWICE = """
const root = document.documentElement; root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`;
"""
_ONCE = 'document.documentElement.style.removeProperty("font-size");'


def reflow(page: Page) -> list[Complaint]:
    """Nothing wider than a screen of 320 px, which is 1280 px at 400% (WCAG 1.4.10)."""
    with width(page, 320):
        return complain("reflow", ask(page, TOO_WIDE))


def spacing(page: Page) -> list[Complaint]:
    """Nothing cut off or covered when a reader spaces the letters (WCAG 1.4.12)."""
    told = []
    for pixels in (320, 1280):
        with width(page, pixels), style(page, _SPACING):
            told += complain("text-spacing", [f"{said} (at {pixels} px)" for said in ask(page, _LOST)])
    return told


def larger_letters(page: Page) -> list[Complaint]:
    """Letters at 200% are all twice as large, none is lost, and one need not scroll sideways (WCAG 1.4.4)."""
    with width(page, 1280):
        ask(page, _TWICE)
        try:
            said = [*ask(page, TOO_WIDE), *ask(page, _LOST)]
        finally:
            ask(page, _ONCE)
    with width(page, 640):
        said += ask(page, TOO_WIDE)
    return complain("larger-letters", said)
