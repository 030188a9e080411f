"""The pages of the sample, looked at by axe and by every check of ours: nothing is wrong with any."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import sample
from tests.browser.checker.axe import axe
from tests.browser.checker.every import OPEN_ALL, SCHEMES, everything
from tests.browser.complaints import Complaints
from tests.browser.known_problems import not_owned_up_to
from tests.browser.site import WIDTHS, Site

SHARES = range(4)  # the sample in parts, so that several processes share the work


def _place(path: str, state: str = "") -> str:
    return f"/{path}{state} (TWO_VOICES_SAMPLE_DAY={sample.day()})"


@pytest.mark.parametrize("share", SHARES)
def test_no_check_has_a_complaint(page: Page, site: Site, share: int) -> None:
    complaints = Complaints()
    for path in sample.chosen(site)[share :: len(SHARES)]:
        site.open(page, path)
        complaints.add(not_owned_up_to(map(str, everything(page)), path), _place(path))
    complaints.insist_on_none()


@pytest.mark.parametrize("share", SHARES)
def test_axe_has_no_complaint_at_any_width_in_light_and_dark(browser: Browser, site: Site, share: int) -> None:
    complaints = Complaints()
    for scheme in SCHEMES:
        context = browser.new_context(color_scheme=scheme, viewport={"width": WIDTHS[0], "height": 900})
        page = context.new_page()
        for path in sample.chosen(site)[share :: len(SHARES)]:
            site.open(page, path)
            page.evaluate(OPEN_ALL)
            for width in WIDTHS[:-1]:  # at the widest, the test above asks axe in both schemes, too
                page.set_viewport_size({"width": width, "height": 900})
                told = not_owned_up_to(map(str, axe(page)), path)
                complaints.add(told, _place(path, f" at {width} px, {scheme}"))
        context.close()
    complaints.insist_on_none()


def test_the_sample_has_every_kind_of_page_and_part(site: Site) -> None:
    kinds = {sample.kind(path) for path in site.pages}
    assert {"front page", "404.html", "search/", "about", "formal front", "formal page"} <= kinds
    assert {"young-people front", "young-people page"} <= kinds
    taken = sample.chosen(site)
    assert {sample.kind(path) for path in taken} == kinds
    parts = [sample._parts(site, path) for path in site.pages]
    assert set().union(*parts) == set().union(*(sample._parts(site, path) for path in taken))


def test_every_page_has_its_day(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: set[str] = set()
    for day in range(739_000, 739_000 + len(site.pages) // sample.MORE + 2):
        monkeypatch.setenv("TWO_VOICES_SAMPLE_DAY", str(day))
        seen.update(sample.chosen(site))
    assert seen == set(site.pages)
    monkeypatch.setenv("TWO_VOICES_ALL_PAGES", "1")
    assert sample.chosen(site) == site.pages
