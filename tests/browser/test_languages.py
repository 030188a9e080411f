"""A page that runs from right to left, in a real browser: it does, at the width of a phone, and the numbers do not."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import BrowserContext

from tests.browser.web_server import serving
from tests.builders import build
from tests.pages.test_languages_site import CODE, PLACE, write


def test_the_page_runs_from_right_to_left(new_context: BrowserContext, tmp_path: Path) -> None:
    built = build(write(tmp_path))
    page = new_context.new_page()
    page.set_viewport_size({"width": 320, "height": 700})
    with serving(built.site, "/") as address:
        page.goto(f"{address}{PLACE}/{CODE}/")
        assert page.evaluate("getComputedStyle(document.documentElement).direction") == "rtl"
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        heading = page.locator("h1").bounding_box()
        assert heading is not None
        assert heading["x"] + heading["width"] > 280  # it begins on the right
        figure = page.locator("bdi .tv-figure").first
        assert figure.inner_text() == "67%"
        listed = page.locator(".tv-figures")
        assert listed.evaluate("one => getComputedStyle(one).direction") == "ltr"
        assert listed.evaluate("one => one.lang") == "en-GB"
