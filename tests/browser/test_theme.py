"""Material's own faults (ACCESSIBILITY.md section 3) stay mended: menu, search, colour switch, language, 404."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.checker.axe import axe
from tests.browser.checker.keyboard import walk
from tests.browser.checker.room import reflow
from tests.browser.complaints import Complaints
from tests.browser.sample import kind
from tests.browser.site import WIDTHS, Site

ABSENT = {
    ".md-top": "Material's “back to top” takes the focus off the screen",
    "[data-md-component=palette]": "Material's colour switch cannot be reached by keyboard",
    ".md-sidebar": "Material's closed drawer takes the focus",
    "[role=dialog]": "Material's search is a dialog without a name",
    ".vega-actions": "vega-embed's menu has no name",
}
# Each letter typed is a search of its own: only when their answers have stopped coming is the list the last one.
QUIET = """() => new Promise(done => {
  const watch = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(finish, 600); });
  const finish = () => { watch.disconnect(); done(); };
  let timer = setTimeout(finish, 600);
  const list = document.querySelector(".md-search-result");
  watch.observe(list, {childList: true, subtree: true, characterData: true}); })"""
SMALL = {"width": 320, "height": 700}


def _first_of_each_kind(site: Site) -> list[str]:
    return list({kind(path): path for path in reversed(site.pages)}.values())


def test_no_faulty_part_of_the_theme_is_there(page: Page, site: Site) -> None:
    complaints = Complaints()
    for path in _first_of_each_kind(site):
        site.open(page, path)
        complaints.add((why for part, why in ABSENT.items() if page.locator(part).count()), f"/{path}")
    complaints.insist_on_none()


def test_every_page_is_in_british_english(site: Site) -> None:
    for path in site.pages:
        file = site.folder / path
        html = (file / "index.html" if file.is_dir() else file).read_text(encoding="utf-8")
        assert '<html lang="en-GB"' in html, path


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_the_menu_of_a_phone_opens_and_closes_by_keyboard(browser: Browser, site: Site, script: bool) -> None:
    context = browser.new_context(viewport=SMALL, java_script_enabled=script)  # type: ignore[arg-type]
    page = context.new_page()
    for path in _first_of_each_kind(site):
        site.open(page, path)
        summary = page.locator(".tv-menu > summary")
        if not summary.count() or not summary.is_visible():
            continue
        link = page.locator(".tv-menu a").first
        assert not link.is_visible(), path
        summary.focus()
        page.keyboard.press("Enter")
        assert link.is_visible(), path
        page.keyboard.press("Tab")
        assert page.locator(".tv-menu a:focus").count() == 1, path
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Space")
        assert not link.is_visible(), path
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_a_closed_menu_takes_no_focus(page: Page, site: Site, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    for path in _first_of_each_kind(site):
        site.open(page, path)
        assert [stop["say"] for stop in walk(page).stops if not stop["on"]] == [], path


def test_the_skip_link_comes_first_and_leads_past_the_menu(page: Page, site: Site) -> None:
    for path in _first_of_each_kind(site):
        if kind(path) in ("front page", "404.html"):
            continue  # little or nothing to skip
        site.open(page, path)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('.tv-skip, .md-skip')"), path
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("!document.activeElement.closest('header')"), path


@pytest.mark.parametrize("width", WIDTHS)
def test_search_works_by_keyboard_and_its_results_are_whole(page: Page, site: Site, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    site.open(page, "search/")
    page.get_by_role("textbox", name="Search").focus()
    page.keyboard.type("review")
    results = page.locator(".md-search-result__link")
    results.first.wait_for()
    page.evaluate(QUIET)
    assert axe(page) == []
    assert reflow(page) == []
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.locator(".md-search-result__link:focus").count():
            break
    link = page.locator(".md-search-result__link:focus")
    target = link.get_attribute("href") or ""
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "search/" not in url)
    assert page.url.split("?")[0].split("#")[0] == target.split("?")[0].split("#")[0]


def test_a_page_that_is_not_there_is_answered_by_ours(page: Page, site: Site) -> None:
    answer = page.goto(f"{site.address}no/such/page/")
    assert answer is not None
    assert answer.status == 404
    assert page.locator("h1").inner_text() == "We cannot find that page"
    page.get_by_role("link", name="Go to the front page").click()
    assert page.url.rstrip("/") == site.address.rstrip("/")
