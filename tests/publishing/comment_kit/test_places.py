"""The tokens of the comment kit: one at the end of each section, and none is left on a page."""

from __future__ import annotations

import pytest

from macros.publishing.comment_kit.places import fill_places, with_places

SECTION = '<h2 id="a">A</h2>'


def shown(content):
    return fill_places(with_places(content), lambda name, last: f"[{name}{'!' if last else ''}]").replace("\n", "")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<p>a</p>", "<p>a</p>[!]"),
        ('<h2 id="a">A</h2><p>x</p>', '<h2 id="a">A</h2><p>x</p>[a!]'),
        (
            '<p>0</p><h2 id="a">A</h2><p>x</p><h2 id="b">B</h2>',
            '<p>0</p><h2 id="a">A</h2><p>x</p>[a]<h2 id="b">B</h2>[b!]',
        ),
        ('<h3 id="a">A</h3>', '<h3 id="a">A</h3>[!]'),
        ("", "[!]"),
        ("<p>0</p><p>1</p>" + SECTION, f"<p>0</p><p>1</p>[]{SECTION}[a!]"),
        (f'<span data-tv-block="0"></span>{SECTION}', f'<span data-tv-block="0"></span>[]{SECTION}[a!]'),
    ],
)
def test_each_section_ends_with_a_place(content, expected):
    assert shown(content) == expected


def test_who_to_talk_to_stays_last():
    content = '<h2 id="a">A</h2><p>x</p><section class="tv-who" aria-labelledby="w"><h2>Who</h2></section>'
    assert shown(content).endswith('</p>[a!]<section class="tv-who" aria-labelledby="w"><h2>Who</h2></section>')


def test_a_page_without_tokens_is_left_as_it_is():
    html = "<p>a</p>"
    assert fill_places(html, lambda *_: "x") is html
