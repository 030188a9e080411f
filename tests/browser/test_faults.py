"""The checker itself, held to its word: it finds the planted fault of each page, and none where there is none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.checker.every import everything
from tests.browser.planted import CLEAN, FOLDER, INTENDED, KINDS
from tests.browser.web_server import serving


@pytest.fixture(scope="session")
def corpus() -> Iterator[str]:
    with serving(FOLDER, "/") as address:
        yield address


@pytest.mark.parametrize("name", INTENDED)
def test_a_planted_fault_is_found_by_the_check_that_is_there_for_it(page: Page, corpus: str, name: str) -> None:
    page.goto(f"{corpus}{name}.html")
    assert INTENDED[name] in {one.check for one in everything(page)}


@pytest.mark.parametrize("name", CLEAN)
def test_a_page_without_a_fault_gives_no_complaint(page: Page, corpus: str, name: str) -> None:
    page.goto(f"{corpus}{name}.html")
    assert everything(page) == []


def test_the_corpus_is_whole() -> None:
    assert {path.stem for path in FOLDER.glob("*.html")} == {*INTENDED, *CLEAN}
    assert len(KINDS) == 30
    assert len(CLEAN) >= 5
