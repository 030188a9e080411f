"""Tables that can be read by ear: named rows and columns, one row of headings, nothing merged."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.checker.complaint import Complaint, complain
from tests.browser.checker.in_page import ask

_NO_HEADERS = """
return all("table").filter(t => !["none", "presentation"].includes(t.getAttribute("role"))).flatMap(t => {
  const heads = all("th", t);
  if (!heads.length) return [`a table without headings: ${say(t)}`];
  return heads.filter(th => words(th) && !["row", "col", "rowgroup", "colgroup"].includes(th.scope) && !th.id)
    .slice(0, 1).map(th => `a heading that does not say what it heads (scope): ${say(th)}`);
});
"""

_MERGED = """
return all("table").flatMap(t => all("th, thead td", t).filter(c => c.colSpan > 1 || c.rowSpan > 1)
  .map(c => `a heading over ${c.colSpan} columns and ${c.rowSpan} rows: ${say(c)}`)
  .concat(all("thead", t).filter(head => head.rows.length > 1).map(head => `two rows of headings: ${say(head)}`)));
"""


def without_headers(page: Page) -> list[Complaint]:
    """A table without `th`, or a `th` without `scope` (WCAG 1.3.1, failures F90 and F91)."""
    return complain("table-headers", ask(page, _NO_HEADERS))


def merged_headers(page: Page) -> list[Complaint]:
    """Headings over several columns: screen readers give them to the wrong cells (ACCESSIBILITY.md section 5)."""
    return complain("merged-headers", ask(page, _MERGED))
