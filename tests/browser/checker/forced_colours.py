"""In the reader's own few colours nothing vanishes."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.checker.complaint import Complaint, complain
from tests.browser.checker.in_page import ask, system_colours
from tests.browser.checker.svg_contrast import drawings

# Things made of a coloured box alone: no words, no drawing, only a background.
_BOXES = """
const ground = e => { for (let p = e; p; p = p.parentElement) { const c = rgba(getComputedStyle(p).backgroundColor); if (c[3] > 0) return c.slice(0, 3).join(); } return "none"; };
const plain = e => !words(e) && !e.children.length && !e.matches("svg *, svg, img, input, select, textarea, br, hr, wbr, option, canvas, video, iframe, th, td, col");
return all("body *").filter(e => plain(e) && shown(e) && Math.min(e.getBoundingClientRect().width, e.getBoundingClientRect().height) >= 3)
  .map((e, i) => { e.dataset.checkerBox = i; const s = getComputedStyle(e);
    const edge = ["Top", "Left"].some(side => parseFloat(s[`border${side}Width`]) > 0 && s[`border${side}Style`] !== "none");
    return {i, say: say(e), own: ground(e), around: ground(e.parentElement), edge, picture: s.backgroundImage !== "none"}; });
"""


def vanishes(page: Page) -> list[Complaint]:
    """What is seen in the page's colours and not in the reader's: boxes, marks and words of drawings."""
    before = {box["i"] for box in ask(page, _BOXES) if box["own"] != box["around"]}
    with system_colours(page):
        after = ask(page, _BOXES)
        said = [
            f"it is gone in the reader's own colours: {box['say']}"
            for box in after
            if box["i"] in before and box["own"] == box["around"] and not box["edge"] and not box["picture"]
        ]
        said += [f"in the reader's own colours {one.text}" for one in drawings(page)]
    return complain("forced-colours", said)
