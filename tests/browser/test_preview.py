"""A preview in a real browser: accessible, with marks that go and come by keyboard and without a script, on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from macros.pages import draft
from tests.browser.checker.every import everything
from tests.browser.complaints import Complaints
from tests.browser.html_validator import validate
from tests.browser.site import Site
from tests.browser.test_valid_html import NOT_WRONG
from tests.browser.test_young_people_listen import BRITISH, STUB
from tests.browser.web_server import BASE_PATH, serving
from tests.publishing.preview.changed_site import HOME, public_and_preview

PAGES = (f"{HOME}/year/", f"{HOME}/more/", f"{HOME}/what-changed/", f"{HOME}/young-people/meetings/",
         f"{HOME}/young-people/what-changed/", "what-changed/")  # fmt: skip
SWITCH = "#tv-edit-on"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("TWO_VOICES_PREVIEW_URL", f"http://127.0.0.1:8000{BASE_PATH}")  # of its path alone
        _, built = public_and_preview(tmp_path_factory.mktemp("preview"))
    draft.declare(is_preview=False)
    with serving(built.site, BASE_PATH) as address:
        yield Site(built.site, address)


def test_no_check_has_a_complaint_about_a_preview(page: Page, preview: Site) -> None:
    complaints = Complaints()
    for path in PAGES:
        preview.open(page, path)
        complaints.add(map(str, everything(page)), f"/{path}")
    complaints.insist_on_none()


def test_every_page_of_a_preview_is_valid(preview: Site) -> None:
    mistakes = {f"{one.message} | {one.extract} | on /{one.page}" for one in validate(preview.folder)}
    assert sorted(one for one in mistakes if not one.startswith(tuple(NOT_WRONG))) == []


@pytest.mark.parametrize(("path", "at_first"), [(f"{HOME}/year/", True), (f"{HOME}/young-people/meetings/", False)])
def test_marks_go_and_come_by_keyboard_without_a_script(
    browser: Browser, preview: Site, path: str, at_first: bool
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    preview.open(page, path)
    gone, added = page.locator("del.tv-edit").first, page.locator("ins.tv-edit").first
    before = page.locator("main").last.inner_text()
    for shown in (at_first, not at_first, at_first):
        expect(page.locator(SWITCH)).to_be_checked(checked=shown)
        expect(gone).to_be_visible() if shown else expect(gone).to_be_hidden()
        expect(added).to_be_visible()
        line = page.evaluate("getComputedStyle(document.querySelector('ins.tv-edit')).textDecorationLine")
        assert (line == "underline") is shown
        page.locator(SWITCH).focus()
        page.keyboard.press("Space")
    page.locator(SWITCH).set_checked(at_first)
    assert page.locator("main").last.inner_text() == before
    context.close()


def test_a_screen_reader_is_told_what_was_added_and_taken_out(page: Page, preview: Site) -> None:
    preview.open(page, f"{HOME}/year/")
    told = page.locator("article").aria_snapshot()
    assert "[added:]" in told
    assert "[taken out:]" in told
    page.locator(SWITCH).uncheck()
    told = page.locator("article").aria_snapshot()
    assert "[added:]" not in told
    assert "[taken out:]" not in told


def test_reading_aloud_leaves_out_what_is_gone(new_context: BrowserContext, preview: Site) -> None:
    new_context.add_init_script(f"({STUB})({[BRITISH]!r})".replace("True", "true"))
    page = new_context.new_page()
    preview.open(page, f"{HOME}/young-people/meetings/")
    page.locator(SWITCH).check()
    page.locator("#tv-listen").click()
    for _ in range(30):
        page.evaluate("finish()")
    said = [one["text"] for one in page.evaluate("said")]
    assert "We were late, and we say sorry for it." in said
    assert not [one for one in said if "are sorry" in one or "[" in one or "new on this page" in one]


def test_paper_says_that_it_is_a_draft(page: Page, preview: Site) -> None:
    for path in PAGES:
        preview.open(page, path)
        page.emulate_media(media="print")
        expect(page.locator(".tv-draft p")).to_be_visible()


def test_a_preview_asks_nobody_else_and_breaks_no_rule(new_context: BrowserContext, preview: Site) -> None:
    asked: list[str] = []
    said: list[str] = []
    new_context.on("request", lambda request: asked.append(request.url))
    new_context.on("console", lambda message: said.append(message.text))
    page = new_context.new_page()
    for path in PAGES:
        preview.open(page, path)
    assert [url for url in asked if not url.startswith(preview.address)] == []
    assert said == []


def test_its_stylesheet_is_found_at_every_depth(page: Page, preview: Site) -> None:
    for path in ("", "nothing/here/", f"{HOME}/young-people/meetings/"):
        preview.open(page, path)
        dashed = page.evaluate("getComputedStyle(document.querySelector('.tv-draft')).borderBottomStyle")
        assert dashed == "dashed", path


def test_the_folder_is_the_preview(preview: Site) -> None:
    assert Path(preview.folder, "changes.md").is_file()
