"""In the reader's own few colours nothing vanishes."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.checker.complaint import Complaint, complain
from tests.browser.checker.in_page import ask, system_colours
from tests.browser.checker.svg_contrast import drawings


def vanishes(page: Page) -> list[Complaint]:
    """What is seen in the page's colours and not in the reader's: boxes, marks and words of drawings."""
    before = {box["i"] for box in ask(page, "painted-boxes") if box["own"] != box["around"]}
    with system_colours(page):
        after = ask(page, "painted-boxes")
        said = [
            f"it is gone in the reader's own colours: {box['say']}"
            for box in after
            if box["i"] in before and box["own"] == box["around"] and not box["edge"] and not box["picture"]
        ]
        said += [f"in the reader's own colours {one.text}" for one in drawings(page)]
    return complain("forced-colours", said)
