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


def drawings(page: Page) -> list[Complaint]:
    """Words and marks of drawings against what the picture of the page shows around them."""
    texts: list[dict[str, Any]] = ask(page, "drawn-words")
    marks: list[dict[str, Any]] = [{**mark, "ring": _RING} for mark in ask(page, "drawn-marks")]
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
