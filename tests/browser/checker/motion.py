"""Nothing moves without end for a reader who asked for stillness."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.checker.complaint import Complaint, complain
from tests.browser.checker.in_page import ask

_LATER = 250  # milliseconds between two looks
_LOOKS = 4  # a page that is still filling itself comes to rest


def endless(page: Page) -> list[Complaint]:
    """Motion that does not stop under prefers-reduced-motion (WCAG 2.2.2), also where a script makes it."""
    page.emulate_media(reduced_motion="reduce")
    try:
        said: list[str] = ask(page, "endless-motion")
        if not said:
            pictures = [page.screenshot()]
            while len(pictures) < _LOOKS and pictures[-2:-1] != pictures[-1:]:
                page.wait_for_timeout(_LATER)
                pictures.append(page.screenshot())
            said = [] if pictures[-2] == pictures[-1] else ["the picture of the page changes while nobody touches it"]
        return complain("endless-motion", said)
    finally:
        page.emulate_media(reduced_motion="null")
