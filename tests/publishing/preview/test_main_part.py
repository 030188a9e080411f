"""Reading a page's main part: every place is exact, whatever the page is."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.publishing.preview.main_part import read_main_part
from tests.publishing.preview.sites import chart, formal, young


def texts(html: str) -> list[str]:
    part = read_main_part(html)
    assert part is not None
    return [one.text for one in part.paragraphs]


def test_what_an_author_wrote_is_read_and_nothing_else():
    html = formal('<p>One <em>two</em>.</p><h2 id="b">Three</h2><ul><li>Four</li></ul><p class="tv-download">x</p>')
    assert texts(html) == ["A page", "One two.", "Three", "Four"]
    assert texts(young("<p>One.</p>")) == ["A page", "One."]


def test_a_place_is_exact():
    html = formal(f"<p>a &amp; <b>b</b></p>{chart('c')}<ul><li>d<ul><li>e</li></ul> f</li></ul><p>g</p>")
    part = read_main_part(html)
    assert part is not None
    assert [html[one.start : one.end] for one in part.paragraphs[1:]] == ["a &amp; <b>b</b>", "d", "e", " f", "g"]
    assert [one.text for one in part.paragraphs[1:]] == ["a & b", "d", "e", "f", "g"]
    assert [one.whole for one in part.paragraphs[1:]] == [True, False, True, False, True]
    assert [html[one.outer :].startswith(f"<{one.tag}") for one in part.paragraphs] == [True] * 6
    assert [html[one.start : one.start + len(one.html)] for one in part.blocks] == [one.html for one in part.blocks]


def test_a_block_is_one_thing():
    html = formal(f"<p>Before.</p>{chart('A rise')}<p>After.</p>")
    part = read_main_part(html)
    assert part is not None
    (block,) = part.blocks
    assert (block.kind, block.caption, block.download) == ("chart", "A rise", "data/reports/x/A rise.csv")
    assert "It is 67%." in block.told
    assert "Release" not in block.told
    assert block.html == chart("A rise")
    assert texts(html) == ["A page", "Before.", "After."]


def test_a_word_explained_is_told_without_its_meaning():
    word = (
        '<button popovertarget="w-iro">IRO</button><span id="w-iro" popover class="tv-means"><b>IRO</b> Runs it.</span>'
    )
    assert texts(young(f"<p>Your {word} asks.</p>")) == ["A page", "Your IRO asks."]


@pytest.mark.parametrize("html", ["", "<p>x</p>", "<html><body>no main</body></html>", "\0\1", "<!--", "<main"])
def test_a_page_without_a_main_part_has_none(html):
    assert read_main_part(html) is None


@pytest.mark.parametrize(
    "inside",
    [
        "<p>a",
        "<p>a<p>b",
        "</p></p>",
        "<ul><li>a<li>b",
        "<p><svg><p>a",
        "<![CDATA[<p>x]]>",
        "<p a='>'>b</p>",
        "<script>",
    ],
)
def test_broken_markup_is_read_as_far_as_it_goes(inside):
    part = read_main_part(f"<main>{inside}</main>")
    assert part is not None
    assert all(one.start <= one.end for one in part.paragraphs)


@given(st.text(alphabet="<>/abpli =\"'&;!-\n", max_size=80))
def test_no_page_is_too_mad(inside):
    html = f"<main>{inside}</main>"
    part = read_main_part(html)
    for one in part.paragraphs if part else ():
        assert 0 <= one.outer <= one.start <= one.end <= len(html)


def test_elements_without_end_cost_no_time():
    started = time.process_time()
    assert read_main_part(f"<main>{'<div>' * 500_000}</main>") is None
    assert time.process_time() - started < 5
