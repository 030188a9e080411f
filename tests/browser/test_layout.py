"""On a small phone nothing is wider than the screen, and the words in a drawing can be read."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.checker.every import OPEN_ALL
from tests.browser.checker.room import reflow
from tests.browser.complaints import Complaints
from tests.browser.sample import chosen
from tests.browser.site import WIDTHS, Site

SMALLEST_TEXT = 12  # CSS pixels, ACCESSIBILITY.md

# Size on the screen = size in the drawing, times how much the drawing is scaled.
SMALL_TEXT = """smallest => [...document.querySelectorAll("svg text")]
  .filter(t => t.textContent.trim() && t.getBoundingClientRect().height > 0
    && getComputedStyle(t).visibility === "visible")
  .map(t => { const m = t.getScreenCTM();
    return [Math.sqrt(Math.abs(m.a * m.d - m.b * m.c)) * parseFloat(getComputedStyle(t).fontSize), t.textContent]; })
  .filter(([size]) => size < smallest - 0.05)
  .map(([size, text]) => `${size.toFixed(1)} px: ${text}`)"""


def test_nothing_is_wider_than_a_small_phone(page: Page, site: Site) -> None:
    complaints = Complaints()
    page.set_viewport_size({"width": 320, "height": 700})
    for path in chosen(site):
        site.open(page, path)
        for state in ("as it comes", "everything opened"):
            complaints.add(map(str, reflow(page)), f"/{path}, {state}")
            page.evaluate(OPEN_ALL)
    complaints.insist_on_none()


def test_words_in_drawings_are_large_enough(page: Page, site: Site) -> None:
    complaints = Complaints()
    for path in chosen(site):
        site.open(page, path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            complaints.add(page.evaluate(SMALL_TEXT, SMALLEST_TEXT), f"/{path} at {width} px")
    complaints.insist_on_none()
