"""Without JavaScript a page says and shows all that it does with it."""

from __future__ import annotations

from playwright.sync_api import Browser, Page

from tests.browser.complaints import Complaints
from tests.browser.sample import chosen
from tests.browser.site import WIDTHS, Site

# A chart shows exactly one of its two drawings; a table is drawn unless it is in a closed part.
HIDDEN = """() => {
  const shown = e => e.checkVisibility({visibilityProperty: true, opacityProperty: true})
    && e.getBoundingClientRect().width > 0 && e.getBoundingClientRect().height > 0;
  const found = [];
  for (const chart of document.querySelectorAll("figure.tv-chart")) {
    const drawings = [...chart.querySelectorAll(".tv-svg > svg")].filter(shown).length;
    if (drawings !== 1) found.push(`${drawings} drawings: ${chart.querySelector("figcaption")?.textContent}`);
  }
  for (const part of document.querySelectorAll(".tv-table table, .tv-picture svg, .tv-plan, .tv-who"))
    if (!part.closest("details") && !shown(part)) found.push(part.outerHTML.slice(0, 160));
  return found;
}"""


def test_everything_is_there_without_javascript(browser: Browser, site: Site) -> None:
    complaints = Complaints()
    plain = browser.new_context(java_script_enabled=False)
    scripted = browser.new_context()
    without, with_script = plain.new_page(), scripted.new_page()
    for path in chosen(site):
        site.open(without, path)
        site.open(with_script, path)
        lost = _lines(with_script) - _lines(without)
        complaints.add((f"without JavaScript this is not said: {line}" for line in sorted(lost)), f"/{path}")
        for width in WIDTHS:
            without.set_viewport_size({"width": width, "height": 900})
            complaints.add((f"not shown: {part}" for part in without.evaluate(HIDDEN)), f"/{path} at {width} px")
    plain.close()
    scripted.close()
    complaints.insist_on_none()


def _lines(page: Page) -> set[str]:
    """The lines of text a reader sees in the main part of a page."""
    return {" ".join(line.split()) for line in page.locator("main").first.inner_text().splitlines()}
