"""On paper everything is there: nothing can be opened any more, nothing can be scrolled."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.checker.complaint import Complaint, complain
from tests.browser.checker.in_page import ask, paper, width

A4 = 673  # CSS pixels between margins of 16 mm


def lost_on_paper(page: Page) -> list[Complaint]:
    """A table or a closed part that is not printed, or that is cut off at the paper's edge."""
    with width(page, A4), paper(page):
        return complain("print", ask(page, "lost-on-paper"))
