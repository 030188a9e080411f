"""Nothing moves without end for a reader who asked for stillness."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.checker.complaint import Complaint, complain
from tests.browser.checker.in_page import ask

_LATER = 300  # milliseconds between two looks

_ENDLESS = """
const css = document.getAnimations().filter(a => a.playState === "running" && a.effect?.getComputedTiming().endTime === Infinity)
  .map(a => `it moves without end: ${say(a.effect.target)}`);
const drawn = all("animate, animateTransform, animateMotion").filter(e => e.getAttribute("repeatCount") === "indefinite")
  .map(e => `a drawing that moves without end: ${say(e.parentElement)}`);
const old = all("marquee, blink, video[autoplay], audio[autoplay]").map(e => `it starts by itself: ${say(e)}`);
return [...css, ...drawn, ...old];
"""


def endless(page: Page) -> list[Complaint]:
    """Motion that does not stop under prefers-reduced-motion (WCAG 2.2.2), also where a script makes it."""
    page.emulate_media(reduced_motion="reduce")
    try:
        said: list[str] = ask(page, _ENDLESS)
        if not said:
            first = page.screenshot()
            page.wait_for_timeout(_LATER)
            said = [] if page.screenshot() == first else ["the picture of the page changes while nobody touches it"]
        return complain("endless-motion", said)
    finally:
        page.emulate_media(reduced_motion="null")
