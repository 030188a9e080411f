"""A real headless Chromium and the built site it looks at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from macros.cli import browser as system_browser
from macros.errors import ReportsError
from tests.browser.site import Site
from tests.browser.web_server import BASE_PATH, serving


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site(built_site: Path) -> Iterator[Site]:
    with serving(built_site, BASE_PATH) as address:
        yield Site(built_site, address)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    try:
        program = system_browser.ensure()
    except ReportsError as error:
        pytest.fail(str(error), pytrace=False)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=list(system_browser.ARGUMENTS))
        yield started
        started.close()


@pytest.fixture
def new_context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def page(new_context: BrowserContext) -> Page:
    return new_context.new_page()
