"""The banner and `noindex`, on every kind of page, once."""

from __future__ import annotations

import pytest

from macros.publishing.preview.draft_frame import at_the_end, at_the_top, framed
from tests.publishing.preview.sites import PLACE, YOUNG, formal, young

HOME = (
    '<!doctype html><html lang="en-GB"><head><title>x</title></head><body>\n'
    '<main id="main"><h1>x</h1></main></body></html>'
)
NOINDEX = '<meta name="robots" content="noindex, nofollow">'


@pytest.mark.parametrize(
    ("html", "url", "before"),
    [
        (formal("<p>x</p>"), f"{PLACE}/a/", '<header class="md-header'),
        (young("<p>x</p>"), f"{YOUNG}/a/", '<div class="tv-band">'),
        (HOME, "", "<main"),
        ("<p>no body</p>", "a/", ""),
    ],
    ids=["formal", "young", "home", "bare"],
)
def test_every_page_says_that_it_is_a_draft(html, url, before):
    made = framed(html, url)
    assert made.count(NOINDEX) == 1
    assert made.count('<aside class="tv-draft') == 1
    assert f"</aside>{before}" in made
    assert f'href="{"../" * (url.count("/") - 1)}' in made or url.count("/") < 2


def test_the_skip_link_stays_the_first():
    made = framed(formal(""), f"{PLACE}/")
    assert made.index("md-skip") < made.index("tv-draft-formal")


def test_each_voice_has_its_words():
    assert "It is not published, and it may change." in framed(formal(""), f"{PLACE}/")
    assert "This page is not finished. It can still change." in framed(young(""), f"{YOUNG}/")


def test_the_banner_leads_to_what_changed():
    made = framed(young(""), f"{YOUNG}/a/", f"{YOUNG}/what-changed/")
    assert f'<a href="../../../../{YOUNG}/what-changed/">See what is new</a>' in made


def test_a_page_of_another_language_has_an_english_banner():
    made = framed('<html lang="ar" dir="rtl"><head></head><body><main></main></body></html>', f"{PLACE}/languages/ar/")
    assert 'aria-label="Draft" lang="en-GB" dir="ltr"' in made


def test_the_page_for_wrong_addresses_finds_its_stylesheet_anywhere():
    made = framed('<html><head><link rel="icon" href="/iro/assets/icon.svg"></head><body></body></html>', "404.html")
    assert 'href="/iro/assets/draft.css"' in made


def test_parts_are_put_below_the_heading_and_at_the_end():
    assert at_the_top(formal("<p>x</p>"), "<hr>").index("<hr>") > formal("<p>x</p>").index("</h1>")
    assert '<div class="tv-wrap tv-text"><hr>' in at_the_top(young("<p>x</p>"), "<hr>")
    assert at_the_end(young("<p>x</p>"), "<hr>").endswith('<div class="tv-wrap"><hr></div></main></body></html>')
    assert at_the_top("<p>x</p>", "<hr>") == at_the_end("<p>x</p>", "<hr>") == "<p>x</p>"
    assert at_the_top(formal(""), "") == at_the_end(formal(""), "") == formal("")
