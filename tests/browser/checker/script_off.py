"""Without JavaScript a page says all that it says with it."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.checker.complaint import Complaint, complain

_PART = "main"


def lost_without_script(page: Page) -> list[Complaint]:
    """Lines of the main part that only a script writes, and a language that only a script sets."""
    browser = page.context.browser
    if browser is None:
        return []
    context = browser.new_context(java_script_enabled=False, viewport=page.viewport_size)
    try:
        plain = context.new_page()
        plain.goto(page.url, wait_until="load")
        lost = _lines(page) - _lines(plain)
        said = [f"without JavaScript this is not said: {line}" for line in sorted(lost)]
        with_script, without = (one.locator("html").get_attribute("lang") for one in (page, plain))
        if with_script != without:
            said.append(f"the language is {with_script} with JavaScript and {without} without")
        return complain("script-off", said)
    finally:
        context.close()


def _lines(page: Page) -> set[str]:
    part = page.locator(_PART if page.locator(_PART).count() else "body").first
    return {" ".join(line.split()) for line in part.inner_text().splitlines() if line.strip()}
