"""Ids that stand once, and references that lead to one."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.checker.complaint import Complaint, complain
from tests.browser.checker.in_page import ask


def duplicate_ids(page: Page) -> list[Complaint]:
    """An id that stands twice: whatever refers to it finds the wrong one half of the time."""
    return complain("duplicate-id", ask(page, "duplicate-ids"))


def broken_references(page: Page) -> list[Complaint]:
    """A reference by id that leads nowhere. Axe only calls it incomplete."""
    return complain("broken-reference", ask(page, "broken-references"))
