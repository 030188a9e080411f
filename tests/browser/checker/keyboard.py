"""The way through a page with the Tab key: everything reached, seen, uncovered, in order, and out again."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from playwright.sync_api import Page

from tests.browser.checker.complaint import Complaint
from tests.browser.checker.in_page import ask

_SPARE = 12  # steps more than there are stops before we call it a trap
_AROUND = 8  # pixels around an element in which its ring may be drawn

_START = """
const list = all("a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, iframe, audio[controls], video[controls], [contenteditable=true], [tabindex]")
  .filter(e => !e.disabled && e.tabIndex >= 0 && !e.closest("[inert]") && e.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}))
  .filter(e => e.localName !== "summary" || e.parentElement.querySelector(":scope > summary") === e)
  .filter(e => e.type !== "radio" || e.checked || (!all(`input[type=radio][name="${CSS.escape(e.name)}"]`).some(r => r.checked)
    && document.querySelector(`input[type=radio][name="${CSS.escape(e.name)}"]`) === e));
const look = e => { const s = getComputedStyle(e);
  return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.outlineOffset, s.boxShadow, s.borderColor, s.borderWidth, s.backgroundColor, s.color, s.textDecoration, s.transform].join("|"); };
window.checkerWalk = {list, look, before: new Map(list.map(e => [e, look(e)]))};
document.activeElement?.blur(); scrollTo(0, 0);
return list.map(say);
"""

_STEP = """
const {list, look, before} = window.checkerWalk, e = document.activeElement;
if (!e || e === document.body || e === document.documentElement) return null;
const box = [...e.getClientRects()].find(b => b.width > 0 && b.height > 0) ?? e.getBoundingClientRect();
const on = box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight && box.width >= 3 && box.height >= 3;
const style = getComputedStyle(e), now = look(e);
const outline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1 && (style.outlineStyle === "auto" || rgba(style.outlineColor)[3] > 0);
const points = [...e.getClientRects()].flatMap(b => [[.5, .5], [.05, .1], [.95, .1], [.05, .9], [.95, .9]].map(([x, y]) => [b.left + b.width * x, b.top + b.height * y]))
  .filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
const free = points.some(([x, y]) => { const hit = document.elementFromPoint(x, y); return hit && (e.contains(hit) || hit.contains(e)); });
return {index: list.indexOf(e), say: say(e), on, covered: on && points.length > 0 && !free,
  ring: outline && now !== before.get(e), x: box.x, y: box.y, w: box.width, h: box.height,
  left: box.left + scrollX, right: box.right + scrollX, top: box.top + scrollY, bottom: box.bottom + scrollY,
  fixed: (function pinned(p) { return p && p !== document.body && (["fixed", "sticky"].includes(getComputedStyle(p).position) || pinned(p.parentElement)); })(e) || !!e.closest("[popover]")};
"""


@dataclass
class Walk:
    """What Tab found, stop by stop, and what it never came to."""

    stops: list[dict[str, Any]]
    missed: list[str]
    trap: str | None


def keyboard(page: Page) -> list[Complaint]:
    """The complaints of one walk at the present width (WCAG 2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11)."""
    found = walk(page)
    told = [Complaint("focus-trap", found.trap)] if found.trap else []
    told += [Complaint("focus-unreached", f"Tab never comes to it: {say}") for say in found.missed if not found.trap]
    for stop in found.stops:
        if not stop["on"]:
            told.append(Complaint("focus-off-screen", f"the focus is off the screen: {stop['say']}"))
        elif stop["covered"]:
            told.append(Complaint("focus-covered", f"something lies over what has the focus: {stop['say']}"))
        elif not stop["seen"]:
            told.append(Complaint("focus-invisible", f"one cannot see that it has the focus: {stop['say']}"))
    in_place = [stop for stop in found.stops if stop["on"] and not stop["fixed"]]
    told += [
        Complaint("focus-order", f"after {one['say'][:80]} the focus goes back to {two['say'][:80]}")
        for one, two in pairwise(in_place)
        if _goes_back(one, two)
    ]
    return told


def walk(page: Page) -> Walk:
    """Press Tab from the top of the page until the focus leaves it."""
    page.reload(wait_until="load")
    page.emulate_media(reduced_motion="reduce")
    expected: list[str] = ask(page, _START)
    stops: list[dict[str, Any]] = []
    seen: set[int] = set()
    trap = None
    for _ in range(len(expected) + _SPARE):
        page.keyboard.press("Tab")
        stop = ask(page, _STEP)
        if stop is None:
            break
        if stop["index"] in seen and stop["index"] >= 0:
            around = stop["index"] == stops[0]["index"] and len(stops) > 1  # past the end the browser starts again
            trap = None if around or len(expected) == 1 else f"Tab does not get past it: {stop['say']}"
            break
        seen.add(stop["index"])
        stop["seen"] = stop["ring"] or not stop["on"] or _looks_different(page, stop)
        stops.append(stop)
    page.emulate_media(reduced_motion="null")
    return Walk(stops, [say for index, say in enumerate(expected) if index not in seen], trap)


def _looks_different(page: Page, stop: dict[str, Any]) -> bool:
    """Whether the picture of the element changes when the focus leaves it; the focus is given back."""
    size = page.viewport_size or {"width": 1280, "height": 900}
    left, top = max(0, stop["x"] - _AROUND), max(0, stop["y"] - _AROUND)
    clip = {
        "x": left,
        "y": top,
        "width": max(1, min(stop["w"] + 2 * _AROUND, size["width"] - left)),
        "height": max(1, min(stop["h"] + 2 * _AROUND, size["height"] - top)),
    }
    focused = page.screenshot(clip=clip, caret="hide")  # type: ignore[arg-type]
    page.evaluate("window.checkerFocus = document.activeElement; window.checkerFocus.blur()")
    blurred = page.screenshot(clip=clip, caret="hide")  # type: ignore[arg-type]
    page.evaluate("window.checkerFocus.focus({preventScroll: true})")
    return focused != blurred


def _goes_back(one: dict[str, Any], two: dict[str, Any]) -> bool:
    """Whether the second stands wholly above the first in the same column, or wholly before it in the same row."""
    same_column = min(one["right"], two["right"]) - max(one["left"], two["left"]) > 2
    above = bool(two["bottom"] <= one["top"] + 1)
    overlap = min(one["bottom"], two["bottom"]) - max(one["top"], two["top"])
    same_row = overlap > 0.6 * min(one["bottom"] - one["top"], two["bottom"] - two["top"])
    before = bool(two["right"] <= one["left"] + 1)
    return (same_column and above) or (same_row and before)
