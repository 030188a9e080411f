"""Choosing a figure opens what it measures, without JavaScript, also where the list is folded."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.site import Site

PAGES = ("reports/york-2016-17/", "reports/york-2016-17/young-people/better-and-worse/")


@pytest.mark.parametrize("path", PAGES)
def test_a_figure_opens_without_javascript(browser: Browser, site: Site, path: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    site.open(page, path)
    figures = page.locator("main a.tv-figure")
    count = figures.count()
    assert count > 3
    for number in (0, count // 2, count - 1):
        site.open(page, path)
        link = page.locator("main a.tv-figure").nth(number)
        entry = page.locator(f"li{link.get_attribute('href')}")
        link.click()
        assert entry.is_visible()
        assert "Printed in" in entry.inner_text() or "Target" in entry.inner_text()
    context.close()


def test_the_headlines_fit_a_desk(browser: Browser, site: Site) -> None:
    """The board's table stands whole at 1280 px: the exception in one look."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    site.open(page, PAGES[0])
    widths = page.locator(".tv-scroll:has(.tv-headlines)").evaluate("part => [part.scrollWidth, part.clientWidth]")
    assert widths[0] <= widths[1]
    context.close()
