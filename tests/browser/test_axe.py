"""Every page, at three widths, in light and dark, with every closed part opened: axe finds nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.axe import look_at
from tests.browser.complaints import Complaints
from tests.browser.site import OPEN_ALL, SCHEMES, WIDTHS, Scheme, Site

# What axe leaves to a person, and why that is all right. Anything else it is unsure of fails.
LEFT_TO_A_PERSON = {
    "color-contrast": "text over a drawing: the colours are tested where the charts are drawn",
}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_page_has_a_violation(browser: Browser, site: Site, scheme: Scheme) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": WIDTHS[0], "height": 900})
    page, complaints = context.new_page(), Complaints()
    for path in site.pages:
        site.open(page, path)
        page.evaluate(OPEN_ALL)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            result = look_at(page)
            unsure = [line for line in result.incomplete if line.split(" ")[0] not in LEFT_TO_A_PERSON]
            place = f"/{path} at {width} px, {scheme}"
            complaints.add(result.violations, place)
            complaints.add((f"axe cannot decide: {line}" for line in unsure), place)
    context.close()
    complaints.insist_on_none()
