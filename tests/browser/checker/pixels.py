"""The colours a page really shows: the picture of the page, read inside the browser, point by point."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

from playwright.sync_api import Page

from tests.browser.checker.in_page import ask, style

# Letters out of the way, so that what is left is what they lie on.
_NO_LETTERS = "svg text, [data-checked-text] { visibility: hidden !important }"

_EDGE = 6  # pixels around a box that belong to its picture
_APART = 300  # pixels of page between two boxes that are worth a picture each


Box = dict[str, Any]
Colour = tuple[float, float, float]
Shares = list[tuple[list[int], float]]


def colours(page: Page, boxes: list[Box]) -> list[Shares]:
    """The commonest colours in each box of the page, letters left out, with the share of each, commonest first."""
    found: dict[int, Shares] = {}
    with style(page, _NO_LETTERS):
        for band in _bands(boxes):
            found |= _read(page, [boxes[number] for number in band], band)
    return [found[number] for number in range(len(boxes))]


def _bands(boxes: list[Box]) -> list[list[int]]:
    """The numbers of the boxes, in groups that lie near one another down the page."""
    bands: list[list[int]] = []
    end = float("-inf")
    for number in sorted(range(len(boxes)), key=lambda one: boxes[one]["y"]):
        if boxes[number]["y"] > end + _APART:
            bands.append([])
        bands[-1].append(number)
        end = max(end, boxes[number]["y"] + boxes[number]["h"])
    return bands


def _read(page: Page, boxes: list[Box], numbers: list[int]) -> dict[int, Shares]:
    left, top = (max(0, min(box[side] for box in boxes) - _EDGE) for side in ("x", "y"))
    right, bottom = (max(box[side] + box[size] for box in boxes) + _EDGE for side, size in (("x", "w"), ("y", "h")))
    left, top = int(left), int(top)
    clip: Any = {"x": left, "y": top, "width": int(right - left) + 1, "height": int(bottom - top) + 1}
    picture = page.screenshot(full_page=True, clip=clip, scale="css", animations="disabled")
    moved = [{**box, "x": box["x"] - left, "y": box["y"] - top} for box in boxes]
    answer: list[Shares] = ask(page, "read-colours", {"picture": b64encode(picture).decode(), "boxes": moved})
    return dict(zip(numbers, answer, strict=True))


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, each 0 to 255 (WCAG 2.2, “relative luminance”)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def blend(colour: list[float], under: list[int]) -> Colour:
    """A colour of red, green, blue and opacity, laid on another."""
    red, green, blue = (part * colour[3] + below * (1 - colour[3]) for part, below in zip(colour, under, strict=False))
    return red, green, blue


def _luminance(colour: Colour) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (c / 255 for c in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
