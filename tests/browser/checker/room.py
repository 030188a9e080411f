"""Room for the words: on a small screen, with wider spacing, with larger letters nothing is lost."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.checker.complaint import Complaint, complain
from tests.browser.checker.in_page import ask, style, width

# WCAG 1.4.12, word for word.
_SPACING = """
*, ::before, ::after { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }
"""


def reflow(page: Page) -> list[Complaint]:
    """Nothing wider than a screen of 320 px, which is 1280 px at 400% (WCAG 1.4.10)."""
    with width(page, 320):
        return complain("reflow", ask(page, "too-wide"))


def spacing(page: Page) -> list[Complaint]:
    """Nothing cut off or covered when a reader spaces the letters (WCAG 1.4.12)."""
    told = []
    for pixels in (320, 1280):
        with width(page, pixels), style(page, _SPACING):
            told += complain("text-spacing", [f"{said} (at {pixels} px)" for said in ask(page, "lost-words")])
    return told


def larger_letters(page: Page) -> list[Complaint]:
    """Letters at 200%: none is lost, and one need not scroll sideways (WCAG 1.4.4)."""
    with width(page, 1280):
        root = page.locator("html").element_handle()
        page.evaluate("root => { root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px` }", root)
        try:
            said = [*ask(page, "too-wide"), *ask(page, "lost-words")]
        finally:
            page.evaluate("root => root.style.removeProperty('font-size')", root)
    with width(page, 640):
        said += ask(page, "too-wide")
    return complain("larger-letters", said)
