"""What a page becomes on paper."""

from __future__ import annotations

from xml.etree.ElementTree import tostring

import pytest

from macros.publishing.paper.content import section_of
from macros.publishing.paper.links import Place
from macros.publishing.paper.tree import find, text_of
from tests.publishing.paper.pieces import CHART, ICONS, START, WORD, YOUNG, formal, table, write_built, young

pytest.importorskip("tinyhtml5")


def section(html: str, site, *, booklet: bool = False):
    url = YOUNG if booklet else START
    return section_of(html, url, site, Place({url: 1}, ""), {"--ink": "#000"}, booklet=booklet)


def test_details_lie_open(tmp_path):
    made = section(formal("T", CHART), tmp_path)
    assert not list(made.iter("details"))
    assert find(made, "p", "summary") is not None
    assert "75" in text_of(made)


def test_one_size_of_a_chart_stays(tmp_path):
    text = text_of(section(formal("T", CHART), tmp_path))
    assert "wide-label" in text
    assert "narrow-label" not in text


@pytest.mark.parametrize(("columns", "size"), [(3, "usual"), (8, "smaller"), (12, "smallest")])
def test_a_wide_table_has_smaller_letters(tmp_path, columns, size):
    box = find(section(formal("T", table(columns, 2)), tmp_path), "div", size)
    assert box is not None


def test_the_widest_table_lies_on_its_side(tmp_path):
    assert find(section(formal("T", table(20, 2)), tmp_path), "div", "sideways") is not None


def test_bars_beside_figures_go_with_their_heading(tmp_path):
    headlines = (
        '<div class="tv-table"><table class="tv-headlines"><thead><tr><th>M</th><th>2016</th>'
        "<th>This year, last year</th>"
        '</tr></thead><tbody><tr><th>On time</th><td>67</td><td class="tv-bar-cell"><svg></svg></td></tr></tbody>'
        "</table>"
        '<p class="tv-shorthand">Bar: this year. Ring: last year. Upright line: target. [x] none.</p></div>'
    )
    made = section(formal("T", headlines), tmp_path)
    assert [text_of(row) for row in made.iter("tr")] == ["M2016", "On time67"]
    note = find(made, "p", "tv-shorthand")
    assert note is not None
    assert text_of(note) == "[x] none."


def test_a_word_is_explained_at_the_end_once(tmp_path):
    made = section(young("T", f"<p>Your {WORD} and {WORD} came.</p>"), tmp_path, booklet=True)
    text = text_of(made)
    assert "Your IROs and IROs came." in text
    assert text.count("Runs your meeting.") == 1
    assert not list(made.iter("button"))


def test_a_drawing_that_says_nothing_is_no_figure(tmp_path):
    made = section(young("T", ICONS), write_built(tmp_path), booklet=True)
    assert not list(made.iter("img"))
    drawing = find(made, "div", "drawing")
    assert drawing is not None
    assert "data:image/svg+xml;base64," in (drawing.get("style") or "")


def test_an_image_from_outside_the_site_is_left_out(tmp_path):
    (tmp_path / "secret.png").write_bytes(b"x")
    site = tmp_path / "site"
    (site / START).mkdir(parents=True)
    made = section(
        formal("T", '<p>a<img src="../../../secret.png" alt="s">b<img src="https://x/y.png" alt="z">c</p>'), site
    )
    assert not list(made.iter("img"))
    assert "abc" in text_of(made)


def test_help_stands_once_in_a_booklet(tmp_path):
    box = '<section class="tv-who"><h2>Who</h2><p>Childline</p></section>'
    assert "Childline" not in text_of(section(young("What happens?", box), tmp_path, booklet=True))
    assert "Childline" in text_of(section(young("Who can you talk to?", box), tmp_path, booklet=True))


def test_scripts_and_comments_go(tmp_path):
    made = section(formal("T", "<script>x()</script><!-- no --><p onclick='x'>word</p>"), tmp_path)
    assert b"x()" not in tostring(made)
    assert b"onclick" not in tostring(made)


def test_ways_on_are_left_out_of_a_booklet_with_their_heading(tmp_path):
    doors = '<h2>Where next?</h2><div class="tv-doors"><ul><li><a href="x/">Door</a></li></ul></div><p>kept</p>'
    text = text_of(section(young("T", f"<h2>First</h2><p>a</p>{doors}"), tmp_path, booklet=True))
    assert "Door" not in text
    assert "Where next?" not in text
    assert "First" in text
    assert "kept" in text


def test_no_level_of_headings_is_left_out(tmp_path):
    made = section(formal("T", "<h3>a</h3><h4>b</h4><h2>c</h2><h4>d</h4>"), tmp_path)
    assert [one.tag for one in made.iter() if str(one.tag).startswith("h")] == ["h1", "h2", "h3", "h2", "h3"]
