"""Marks on a page: what was planted is marked where it stands, and all else is the page as it was."""

from __future__ import annotations

import re

import pytest
from lxml import html as lxml_html

from macros.datasets.store import open_store
from macros.publishing.preview.comparison import PageChange, compare
from macros.publishing.preview.marked_page import anchor, marked_page
from tests.builders import write_project
from tests.publishing.preview.sites import PLACE, chart, figure, formal, site, young

FIRST = '<p>One <a class="tv-figure" href="#fig-1">67%</a> stands here.</p>'
REST = (
    '<h2 id="why">Why it is so<a class="headerlink" href="#why">&para;</a></h2><ul>'
    "<li>First reason here.</li><li>Second reason here.</li></ul>"
)
HOSTILE = '<p>Old <b onclick="x()">words</b> <script>alert(1)</script><img src=x onerror=alert(1)> stood here then.</p>'


@pytest.fixture
def marked(tmp_path):
    made = open_store(write_project(tmp_path / "project"))

    def mark(old: str, new: str, url: str = f"{PLACE}/a/", **changes: object) -> str:
        sites = [site(tmp_path / name, {url: html}, [figure()]) for name, html in (("old", old), ("new", new))]
        (page,) = compare(made, *sites).pages
        return marked_page(new, PageChange(**vars(page) | changes), "../what-changed/")

    return mark


def unmarked(html: str) -> str:
    """The page without what marks put in."""
    html = re.sub(r'<(p|li) class="tv-edit-gone">.*?</\1>', "", html)
    html = re.sub(r'<p class="tv-edit tv-edit-note" data-silent>.*?</p>', "", html)
    html = re.sub(r'<span class="tv-edit tv-edit-moved" data-silent>.*?</span> ', "", html)
    html = re.sub(r' ?<del class="tv-edit">.*?</del>', "", html)
    return re.sub(r'<ins class="tv-edit"><span class="tv-edit-word" data-silent>.*?</span>|</ins>', "", html)


def test_a_changed_word_is_marked_in_its_place(marked):
    new = formal(FIRST + REST)
    html = marked(formal(FIRST.replace("stands", "stood") + REST), new)
    assert 'href="#fig-1">67%</a> <ins class="tv-edit">' in html
    assert "stood" in html
    assert unmarked(html).replace("  ", " ") == new


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (FIRST, FIRST + "<p>A new one.</p>", r"<p><ins [^>]*><span [^>]*>\[added:\] </span>A new one.</ins></p>"),
        (FIRST + "<p>It went away.</p>" + REST, FIRST + REST,
         r'<p class="tv-edit-gone"><del [^>]*><span [^>]*>\[taken out:\] </span>It went away.</del></p><h2 id="why">'),
        (FIRST + REST, FIRST + REST.replace("<li>Second reason here.</li>", ""),
         r'First reason here.</li><li class="tv-edit-gone"><del .*?Second reason here.</del></li></ul>'),
        (FIRST + REST, FIRST + REST.replace("<li>First reason here.</li>", ""),
         r'<ul><li class="tv-edit-gone"><del .*?First reason here.</del></li><li>Second'),
        (FIRST + "<p>Move me over there.</p>" + REST, FIRST + REST + "<p>Move me over there.</p>",
         r'</ul><p><span class="tv-edit tv-edit-moved" data-silent>Moved here:</span> Move me over there.</p>'),
        (FIRST + REST, FIRST + REST.replace("Why it is so", "How it came about"),
         r'<h2 id="why"><ins .*?>How it came about</ins><a class="headerlink"'),
        (chart("A", height=1), chart("A", height=2),
         r'data-silent>This chart changed. <a href="../what-changed/#reports-york-2016-17-a-1">.*?</a></p><figure'),
        (FIRST, FIRST + chart("A"), r'<p class="tv-edit tv-edit-note" data-silent>This chart is new.</p><figure'),
    ],
    ids=["new", "gone", "last item gone", "first item gone", "moved", "heading", "chart", "new chart"],
)  # fmt: skip
def test_a_planted_change_is_marked_and_nothing_else(marked, old, new, expected):
    html = marked(formal(old), formal(new))
    assert re.search(expected, html), html
    assert unmarked(html) == formal(new)


def test_a_page_for_young_people_says_it_in_its_words(marked):
    old, new = young(FIRST + "<p>It went.</p>"), young(FIRST + "<p>Brand new words came.</p>" + chart("A"))
    html = marked(old, new, f"{PLACE}/young-people/a/")
    assert "[new:] " in html
    assert "This picture is new." in html


def test_ids_stay_and_stay_unique(marked):
    html = marked(formal(FIRST + REST + chart("A", 1)), formal(FIRST + REST.replace("First", "Best") + chart("A", 2)))
    found = lxml_html.document_fromstring(html).xpath("//@id")
    assert len(found) == len(set(found))
    assert set(re.findall(r'id="[^"]*"', formal(FIRST + REST + chart("A", 2)))) <= set(re.findall(r'id="[^"]*"', html))


@pytest.mark.parametrize("new", [FIRST + "<p>New words stood here then.</p>", FIRST], ids=["changed", "gone"])
def test_hostile_markup_of_the_old_site_is_words_at_most(marked, new):
    html = marked(formal(FIRST + HOSTILE), formal(new))
    assert unmarked(html).replace("  ", " ") == formal(new)
    assert "<del" in html
    assert not re.search(r"<script|<img|onclick|onerror", html)


def test_old_text_that_looks_like_markup_stays_text(marked):
    html = marked(formal("<p>It went &lt;script&gt;alert(1)&lt;/script&gt; away.</p>"), formal(FIRST))
    assert "&lt;script&gt;alert(1)" in html
    assert "<script" not in html


def test_a_guarded_page_does_not_say_what_it_said(marked):
    old, new = formal(FIRST + "<p>It was 3.</p><p>All 3 went away.</p>"), formal(FIRST + "<p>It is hidden.</p>")
    html = marked(old, new, is_guarded=True)
    assert "<ins" in html
    assert "<del" not in html
    assert "It was" not in html


def test_a_page_that_could_not_be_compared_is_left_alone(marked):
    assert marked("<p>x</p>", formal(FIRST)) == formal(FIRST)


def test_a_name_for_a_block_is_a_name():
    assert [anchor(url, 0) for url in ("", "a/b/", "A b/<x>.html")] == ["home-1", "a-b-1", "a-b-x-html-1"]
