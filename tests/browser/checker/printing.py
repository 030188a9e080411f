"""On paper everything is there: nothing can be opened any more, nothing can be scrolled."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.checker.complaint import Complaint, complain
from tests.browser.checker.in_page import ask, paper, width

A4 = 673  # CSS pixels between margins of 16 mm

_LOST = """
const drawn = e => e.checkVisibility({visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true}) && e.getBoundingClientRect().height > 0;
const on = e => e.getBoundingClientRect().height > 0 && (!e.closest("details:not([open])") || drawn(e));
return all("table").filter(t => !drawn(t)).map(t => `a table that is not printed: ${say(t)}`)
  .concat(all("main details").filter(d => !d.open && !d.matches("[class*=menu]") && [...d.children].some(c => c.localName !== "summary" && words(c) && !drawn(c)))
    .map(d => `a closed part that is not printed: ${say(d)}`))
  .concat(all("main table, main figure svg").filter(t => drawn(t) && t.getBoundingClientRect().right > document.documentElement.clientWidth + 2)
    .map(t => `it is wider than the paper: ${say(t)}`));
"""


def lost_on_paper(page: Page) -> list[Complaint]:
    """A table or a closed part that is not printed, or that is cut off at the paper's edge."""
    with width(page, A4), paper(page):
        return complain("print", ask(page, _LOST))
