"""Every run of text stands in a language that its letters can belong to."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.checker.complaint import Complaint, complain
from tests.browser.checker.in_page import ask

# Which languages write in which letters; any language not named here writes in Latin ones.
_SCRIPTS = {
    "Arabic": "ar fa ur ps ckb ug sd ku",
    "Hebrew": "he yi",
    "Cyrillic": "ru uk bg sr mk be kk",
    "Greek": "el",
    "Ethiopic": "am ti",
    "Devanagari": "hi ne mr",
    "Bengali": "bn as",
    "Gurmukhi": "pa",
    "Tamil": "ta",
    "Thai": "th",
    "Han": "zh ja",
    "Hangul": "ko",
}


def foreign_letters(page: Page) -> list[Complaint]:
    """Text in another script than its `lang` has, or a page without a language (WCAG 3.1.1, 3.1.2)."""
    return complain("foreign-text", ask(page, "foreign-letters", _SCRIPTS))
