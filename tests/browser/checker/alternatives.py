"""Pictures say what they show: no file name for an alternative, no graphic without a name."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.checker.complaint import Complaint, complain
from tests.browser.checker.in_page import ask


def file_names(page: Page) -> list[Complaint]:
    """An alternative that is the name of the file (WCAG 1.1.1, failure F30)."""
    return complain("file-name-as-alt", ask(page, "file-names"))


def nameless_graphics(page: Page) -> list[Complaint]:
    """A drawing with neither a name nor the mark that it is there for looks alone (WCAG 1.1.1)."""
    return complain("nameless-graphic", ask(page, "nameless"))
