"""Questions that are answered inside the page, with the few words they share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

from playwright.sync_api import Page

# `shown` sees opacity, visibility and closed parts; `say` is how a complaint names an element.
_WORDS = r"""
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const say = e => e.outerHTML.replace(/\s+/g, " ").slice(0, 150);
const words = e => e.textContent.replace(/\s+/g, " ").trim();
const shown = e => { const box = e.getBoundingClientRect();
  return box.width > 0 && box.height > 0
    && e.checkVisibility({visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true}); };
// Kept for screen readers alone: a box of a pixel, or clipped to nothing.
const forEarsOnly = e => { const box = e.getBoundingClientRect(), style = getComputedStyle(e);
  return box.width <= 2 || box.height <= 2 || style.clipPath === "inset(50%)" || style.clip === "rect(0px, 0px, 0px, 0px)"; };
const hiddenFromEars = e => !!e.closest("[aria-hidden=true], [hidden]");
const byIds = list => list.trim().split(/\s+/).map(id => document.getElementById(id)?.textContent.trim() ?? "").join(" ").trim();
const rgba = text => { const n = (text.match(/[\d.]+/g) ?? []).map(Number);
  return text.startsWith("color(srgb") ? [n[0] * 255, n[1] * 255, n[2] * 255, n[3] ?? 1] : [n[0] ?? 0, n[1] ?? 0, n[2] ?? 0, n[3] ?? 1]; };
"""


def ask(page: Page, body: str, argument: Any = None) -> Any:
    """The answer of a function body that may use the words above; `argument` is what it was given."""
    return page.evaluate(f"async argument => {{{_WORDS}{body}}}", argument)


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
