"""Questions that are answered inside the page, with the few words they share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Page

_QUESTIONS = Path(__file__).parent / "questions"


@cache
def question(name: str) -> str:
    """The JavaScript of a question, which stands in a file of its own."""
    return (_QUESTIONS / f"{name}.js").read_text(encoding="utf-8")


def ask(page: Page, name: str, argument: Any = None) -> Any:
    """The answer to a question; in it `argument` is what was given, and words.js says what else it may use."""
    return page.evaluate(f"async argument => {{\n{question('words')}\n{question(name)}\n}}", argument)


def _drawn(page: Page) -> None:
    """Wait until the page has been drawn anew: some styles (of closed parts in print) come a frame late."""
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


@contextmanager
def width(page: Page, pixels: int, height: int = 900) -> Iterator[None]:
    """The page on a screen of another width, in CSS pixels."""
    before = page.viewport_size
    page.set_viewport_size({"width": pixels, "height": height})
    _drawn(page)
    try:
        yield
    finally:
        if before:
            page.set_viewport_size(before)


@contextmanager
def paper(page: Page) -> Iterator[None]:
    """The page as it is printed."""
    page.emulate_media(media="print")
    _drawn(page)
    try:
        yield
    finally:
        page.emulate_media(media="null")


@contextmanager
def system_colours(page: Page) -> Iterator[None]:
    """The page in the reader's own few colours (Windows' contrast themes)."""
    page.emulate_media(forced_colors="active")
    _drawn(page)
    try:
        yield
    finally:
        page.emulate_media(forced_colors="none")


@contextmanager
def scheme(page: Page, colours: Literal["light", "dark"]) -> Iterator[None]:
    """The page in light or in dark."""
    before = "dark" if page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") else "light"
    page.emulate_media(color_scheme=colours)
    _drawn(page)
    try:
        yield
    finally:
        page.emulate_media(color_scheme="dark" if before == "dark" else "light")


@contextmanager
def style(page: Page, css: str) -> Iterator[None]:
    """The page with a reader's stylesheet. Constructed, not inserted: the page's security policy stays in force."""
    page.evaluate(
        """css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);
        window.checkerSheets = [...document.adoptedStyleSheets];
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]; }""",
        css,
    )
    try:
        yield
    finally:
        page.evaluate("document.adoptedStyleSheets = window.checkerSheets")
