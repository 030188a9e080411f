"""The words of links, fields and headings do what they are for."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.checker.complaint import Complaint, complain
from tests.browser.checker.in_page import ask

_EMPTY_WORDS = (
    "click here", "click", "here", "this", "this link", "this page", "link", "more", "read more", "find out more",
    "learn more", "see more", "details", "go", "download", "page", "continue reading",
)  # fmt: skip


def empty_links(page: Page) -> list[Complaint]:
    """A link whose words tell nothing out of their sentence (WCAG 2.4.4)."""
    return complain("click-here", ask(page, "empty-links", list(_EMPTY_WORDS)))


def placeholders(page: Page) -> list[Complaint]:
    """A field with a placeholder in place of a label (WCAG 3.3.2). Axe takes it for a name."""
    return complain("placeholder-as-label", ask(page, "placeholders"))


def fake_headings(page: Page) -> list[Complaint]:
    """A heading made of bold type: it is in no list of headings (WCAG 1.3.1, failure F2)."""
    return complain("fake-heading", ask(page, "fake-headings"))
