"""A page for young people is easy to read: the gates of ACCESSIBILITY.md section 6, for 12 to 17."""

from __future__ import annotations

from playwright.sync_api import Page

from macros.render.rendered_page import read_rendered_page
from macros.wording.text_stats import measure
from tests.browser.checker.complaint import Complaint, complain

GRADE, LONGEST, MEAN, ENOUGH = 6.5, 20, 14, 100  # Flesch-Kincaid grade; words a sentence; words for a formula to hold


def hard_words(page: Page) -> list[Complaint]:
    """A grade over 6.5 on a page of 100 words or more; a sentence of more than 20 words on any."""
    if "young-people" not in page.url:
        return []
    counted = measure(read_rendered_page(page.content()).text)
    said = []
    if counted.words >= ENOUGH and (counted.grade > GRADE or counted.mean > MEAN):
        said.append(f"a reading grade of {counted.grade}, {counted.mean:.0f} words a sentence")
    if counted.longest > LONGEST:
        said.append(f"a sentence of {counted.longest} words: {counted.longest_sentence}")
    return complain("reading-level", said)
