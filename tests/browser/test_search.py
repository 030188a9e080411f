"""A newcomer finds a measure by the words that come to mind."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.site import Site

PATIENCE = 180_000  # milliseconds: on a busy machine the index is long in coming
# what is typed, and the page of a measure that has to be among the first results
SOUGHT = {
    "caseload": "indicators/iro_caseload_avg/",
    "late reviews": "indicators/reviews_late_n/",
    "seen": "indicators/child_seen_before_review_pct/",
}


@pytest.mark.browser
@pytest.mark.parametrize("words", SOUGHT)
def test_a_measure_is_found_by_everyday_words(page: Page, site: Site, words: str) -> None:
    site.open(page, "search/")
    page.click("[data-md-component=search-query]")
    page.keyboard.type(words)  # the theme listens to keys: a text that is put in at once may pass unheard
    page.wait_for_selector(".md-search-result__link", timeout=PATIENCE)
    page.wait_for_timeout(500)
    found = page.eval_on_selector_all(".md-search-result__link", "links => links.map(link => link.href)")
    assert any(SOUGHT[words] in address for address in found), found[:12]
