"""Tables that can be read by ear: named rows and columns, one row of headings, nothing merged."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.checker.complaint import Complaint, complain
from tests.browser.checker.in_page import ask


def without_headers(page: Page) -> list[Complaint]:
    """A table without `th`, or a `th` without `scope` (WCAG 1.3.1, failures F90 and F91)."""
    return complain("table-headers", ask(page, "no-headers"))


def merged_headers(page: Page) -> list[Complaint]:
    """Headings over several columns: screen readers give them to the wrong cells (ACCESSIBILITY.md section 5)."""
    return complain("merged-headers", ask(page, "merged-headers"))
