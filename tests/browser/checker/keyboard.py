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
        elif stop["faint"]:
            told.append(
                Complaint("focus-faint", f"its ring has less than 3:1 against what is around it: {stop['say']}")
            )
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
    expected: list[str] = ask(page, "walk-start")
    stops: list[dict[str, Any]] = []
    seen: set[int] = set()
    trap = None
    for _ in range(len(expected) + _SPARE):
        page.keyboard.press("Tab")
        stop = ask(page, "walk-step")
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
