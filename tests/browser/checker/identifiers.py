"""Ids that stand once, and references that lead to one."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.checker.complaint import Complaint, complain
from tests.browser.checker.in_page import ask

_TWICE = """
const seen = Map.groupBy(all("[id]"), e => e.id);
return [...seen].filter(([id, list]) => list.length > 1).map(([id, list]) => `id “${id}” stands ${list.length} times: ${say(list[1])}`);
"""

_BROKEN = r"""
const names = ["aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-flowto", "aria-details",
  "aria-activedescendant", "aria-errormessage", "for", "headers", "popovertarget", "list", "form"];
return names.flatMap(name => all(`[${name}]`).flatMap(e => e.getAttribute(name).trim().split(/\s+/)
    .filter(id => !document.getElementById(id)).map(id => `${name} names “${id}”, which is not on the page: ${say(e)}`)));
"""


def duplicate_ids(page: Page) -> list[Complaint]:
    """An id that stands twice: whatever refers to it finds the wrong one half of the time."""
    return complain("duplicate-id", ask(page, _TWICE))


def broken_references(page: Page) -> list[Complaint]:
    """A reference by id that leads nowhere. Axe only calls it incomplete."""
    return complain("broken-reference", ask(page, _BROKEN))
