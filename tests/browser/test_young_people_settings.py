"""“Make it mine”: by keyboard, kept on this device alone, there before the first paint, gone without JavaScript."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.checker.axe import axe
from tests.browser.site import Site

PAGE = "reports/york-2016-17/young-people/meetings-on-time/"
OTHER = "reports/york-2016-17/young-people/being-seen/"
KEPT = "localStorage.getItem('tv-mine')"
CHOICES = {
    "size": ("bigger", "biggest"),
    "space": ("more", "most"),
    "lines": ("more", "most"),
    "colours": ("cream", "white", "dark", "contrast"),
    "letters": ("atkinson", "own"),
}
LOOK = """() => { const s = getComputedStyle(document.body), r = getComputedStyle(document.documentElement);
  const parts = [r.fontSize, s.letterSpacing, s.wordSpacing, s.lineHeight, s.backgroundColor, s.color, s.fontFamily];
  return parts.join("|"); }"""


def opened(page: Page, site: Site, path: str = PAGE) -> Page:
    site.open(page, path)
    page.locator("#tv-mine summary").click()
    return page


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in CHOICES.items() for value in values])
def test_each_choice_changes_the_page_and_is_kept(page: Page, site: Site, name: str, value: str) -> None:
    opened(page, site)
    before = page.evaluate(LOOK)
    page.locator(f"#tv-mine input[name={name}][value={value}]").check()
    if (name, value) != ("colours", "cream"):  # cream is what a device in light shows anyway
        assert page.evaluate(LOOK) != before
    assert json.loads(page.evaluate(KEPT)) == {name: value}
    after = page.evaluate(LOOK)
    site.open(page, OTHER)
    assert page.evaluate(LOOK) == after
    assert page.locator(f"#tv-mine input[name={name}][value={value}]").is_checked()


def test_letters_and_words_move_apart_together(page: Page, site: Site) -> None:
    """Space between letters alone makes words run into one another."""
    opened(page, site)
    for value in CHOICES["space"]:
        page.locator(f"input[name=space][value={value}]").check()
        letter, word = page.evaluate(
            "[getComputedStyle(document.body).letterSpacing, getComputedStyle(document.body).wordSpacing]"
        )
        assert 0 < 2 * float(letter.removesuffix("px")) < float(word.removesuffix("px"))


def test_calm_hides_the_drawing_and_stops_what_moves(page: Page, site: Site) -> None:
    opened(page, site)
    assert page.locator(".tv-drawing").is_visible()
    page.locator("input[name=calm]").check()
    assert page.locator(".tv-drawing").is_hidden()
    assert page.locator(".tv-picture svg").first.is_visible()  # the figures stay
    moving = "[...document.querySelectorAll('*')].filter(e => getComputedStyle(e).transitionDuration !== '0s').length"
    assert page.evaluate(moving) == 0


def test_a_font_is_asked_for_only_when_it_is_chosen(page: Page, site: Site) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, site)
    assert not [url for url in asked if "atkinson" in url]
    with page.expect_request("**/atkinson-hyperlegible-400.woff2"):
        page.locator("input[name=letters][value=atkinson]").check()


def test_put_everything_back(page: Page, site: Site) -> None:
    opened(page, site)
    before = page.evaluate(LOOK)
    for choice in ("size][value=biggest", "colours][value=contrast", "calm"):
        page.locator(f"#tv-mine input[name={choice}]").check()
    page.get_by_role("button", name="Put everything back").click()
    assert page.evaluate(LOOK) == before
    assert page.evaluate(KEPT) is None
    assert page.get_by_role("status").inner_text() == "Everything is back as it was."
    assert page.locator("input[name=colours][value='']").is_checked()


def test_it_works_by_keyboard_and_escape_closes_it(page: Page, site: Site) -> None:
    site.open(page, PAGE)
    page.locator("#tv-mine summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    assert page.locator("html").get_attribute("data-size") == "bigger"
    page.keyboard.press("Escape")
    assert page.locator("#tv-mine-form").is_hidden()
    assert page.evaluate("document.activeElement.textContent") == "Make it mine"


def test_every_choice_has_a_name_and_every_group_too(page: Page, site: Site) -> None:
    opened(page, site)
    groups = [group.inner_text() for group in page.locator("#tv-mine legend").all()]
    for name in groups:
        assert page.get_by_role("group", name=name, exact=True).is_visible()
    assert len(groups) == len(CHOICES) + 1
    assert page.get_by_role("radio", name="High contrast").count() == 1
    for label in page.locator("#tv-mine label").all():
        assert label.bounding_box()["height"] >= 44  # type: ignore[index]  # it is visible


def test_it_holds_before_the_first_paint(page: Page, site: Site) -> None:
    """The choice stands on the page before its body has begun: nothing flashes."""
    site.open(page, PAGE)
    page.evaluate("localStorage.setItem('tv-mine', JSON.stringify({colours: 'dark'}))")
    page.add_init_script(
        "new MutationObserver(() => { if (document.body && !window.seen) "
        "window.seen = document.documentElement.dataset.colours || 'none'; })"
        ".observe(document, {childList: true, subtree: true})"
    )
    site.open(page, OTHER)
    assert page.evaluate("window.seen") == "dark"


@pytest.mark.parametrize(
    "kept", ["not json", "null", "[]", '"x"', '{"size": "<b>", "colours": 7, "evil": "x"}', '{"size": null}']
)
def test_what_cannot_be_read_is_left_alone(page: Page, site: Site, kept: str) -> None:
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    site.open(page, PAGE)
    before = page.evaluate(LOOK)
    page.evaluate("kept => localStorage.setItem('tv-mine', kept)", kept)
    site.open(page, PAGE)
    assert page.evaluate(LOOK) == before
    assert wrong == []


def test_a_browser_that_keeps_nothing_still_obeys(browser: Browser, site: Site) -> None:
    context = browser.new_context()
    context.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})")
    page = opened(context.new_page(), site)
    page.locator("input[name=size][value=biggest]").check()
    assert page.locator("html").get_attribute("data-size") == "biggest"
    context.close()


def test_without_javascript_there_is_no_button_that_does_nothing(browser: Browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    site.open(page, PAGE)
    assert page.locator("#tv-mine").is_hidden()
    assert page.locator("#tv-listen").is_hidden()
    assert page.locator("#tv-reading").is_hidden()
    page.locator(".tv-menu summary").click()  # the list of pages needs none
    assert page.locator(".tv-menu ol").is_visible()
    context.close()


@pytest.mark.parametrize("colours", ["dark", "contrast", "white", "cream"])
def test_in_each_choice_axe_finds_nothing(page: Page, site: Site, colours: str) -> None:
    site.open(page, PAGE)
    chosen = json.dumps({"colours": colours, "size": "biggest", "space": "most", "lines": "most"})
    page.evaluate("chosen => localStorage.setItem('tv-mine', chosen)", chosen)
    page.set_viewport_size({"width": 390, "height": 900})
    opened(page, site)
    assert not axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
