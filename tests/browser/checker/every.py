"""All checks, in two groups: those that look at the page as it is, and those that change how it is shown."""

from __future__ import annotations

from typing import Literal

from playwright.sync_api import Page

from tests.browser.checker.alternatives import file_names, nameless_graphics
from tests.browser.checker.axe import axe
from tests.browser.checker.chart_facts import colour_alone, numbers_in_words
from tests.browser.checker.clicks import mouse_only
from tests.browser.checker.complaint import Check, Complaint
from tests.browser.checker.forced_colours import vanishes
from tests.browser.checker.identifiers import broken_references, duplicate_ids
from tests.browser.checker.in_page import scheme, width
from tests.browser.checker.keyboard import keyboard
from tests.browser.checker.labels import empty_links, fake_headings, placeholders
from tests.browser.checker.languages import foreign_letters
from tests.browser.checker.motion import endless
from tests.browser.checker.printing import lost_on_paper
from tests.browser.checker.reading import hard_words
from tests.browser.checker.room import larger_letters, reflow, spacing
from tests.browser.checker.script_off import lost_without_script
from tests.browser.checker.svg_contrast import drawings
from tests.browser.checker.table_headers import merged_headers, without_headers
from tests.browser.checker.targets import small_targets

MARKUP: tuple[Check, ...] = (
    file_names, nameless_graphics, duplicate_ids, broken_references, empty_links, placeholders, fake_headings,
    without_headers, merged_headers, foreign_letters, mouse_only, numbers_in_words, colour_alone, hard_words,
)  # fmt: skip
COLOURS: tuple[Check, ...] = (axe, drawings)
CLOSED: tuple[Check, ...] = (endless, lost_on_paper, lost_without_script)
OPENED: tuple[Check, ...] = (reflow, spacing, larger_letters, small_targets, vanishes)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# In the text; a menu or a panel at the top opens over the text and is looked at by itself.
OPEN_ALL = "document.querySelectorAll('main details').forEach(part => { part.open = true })"
_PANELS = "body > details, body > :not(main) details:not(main details)"


def everything(page: Page) -> list[Complaint]:
    """What every check says of a page: as it comes, all parts opened, in light and dark, by keyboard at two widths."""
    told = [one for check in (*MARKUP, *CLOSED) for one in check(page)]
    page.evaluate(OPEN_ALL)
    told += [one for check in OPENED for one in check(page)]
    told += _in_light_and_dark(page, COLOURS)
    for panel in page.locator(_PANELS).all():
        panel.evaluate("part => { part.open = true }")
        told += [one for check in (reflow, small_targets) for one in check(page)] + _in_light_and_dark(page, (axe,))
        panel.evaluate("part => { part.open = false }")
    for pixels in (1280, 320):
        with width(page, pixels):
            told += keyboard(page)
    return list(dict.fromkeys(told))


def _in_light_and_dark(page: Page, checks: tuple[Check, ...]) -> list[Complaint]:
    told = []
    for colours in SCHEMES:
        with scheme(page, colours):
            told += [one for check in checks for one in check(page)]
    return told
