"""What one taps is large enough for a finger."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.checker.complaint import Complaint, complain
from tests.browser.checker.in_page import ask, width

LEAST, YOUNG_PEOPLE = 24, 44  # CSS pixels: WCAG 2.5.8 (AA) and 2.5.5 (AAA)


def small_targets(page: Page) -> list[Complaint]:
    """A target of less than 24 px, or 44 px on a page for young people, on a phone and on a desk."""
    least = YOUNG_PEOPLE if "young-people" in page.url else LEAST
    told = []
    for pixels in (320, 1280):
        with width(page, pixels):
            told += complain("target-size", [f"{said} (at {pixels} px)" for said in ask(page, "small-targets", least)])
    return told
