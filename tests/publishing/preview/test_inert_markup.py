"""A block of an old site made harmless: what it shows stays, what it could do goes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.publishing.preview.inert_markup import inert_markup
from tests.publishing.preview.sites import chart


def test_a_chart_is_still_a_chart():
    shown = inert_markup(chart("A rise"))
    assert '<figure class="tv-chart">' in shown
    assert 'viewBox="0 0 9 9"' in shown
    assert 'fill="var(--tv-chart-1)"' in shown
    assert "<title>A rise</title>" in shown  # the drawing's name
    assert "It is 67%." in shown
    for left_out in (" id=", "href", "aria-labelledby", "data-block", "Source"):
        assert left_out not in shown


def test_of_two_drawings_the_narrow_one_is_taken():
    wide = chart("A rise").replace("tv-narrow", "tv-wide")
    assert "<svg" in inert_markup(chart("A rise"))
    assert "<svg" not in inert_markup(wide)


def test_a_table_keeps_its_heads():
    table = '<table><caption>C</caption><tr><th scope="col" class="tv-n evil">A</th><td>1</td></tr></table>'
    shown = inert_markup(f'<div class="tv-table" data-block="x">{table}</div>')
    assert '<th class="tv-n" scope="col">A</th>' in shown


def test_a_wide_table_has_a_name_and_can_be_reached():
    table = "<table><caption>Ages</caption><tr><td>1</td></tr></table>"
    shown = inert_markup(f'<div><div class="tv-scroll" role="region" tabindex="0">{table}</div></div>', "Draft")
    assert '<div class="tv-scroll" role="region" tabindex="0" aria-label="Ages (Draft)">' in shown


@pytest.mark.parametrize(
    "evil",
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '<a href="javascript:alert(1)">go</a>',
        '<p onclick="alert(1)" style="position:fixed">x</p>', "<iframe src=//evil.example></iframe>",
        '<form action="//evil.example"><input name=a></form>', "<style>*{display:none}</style>",
        '<svg><use href="//evil.example/x.svg#a"/></svg>', "<svg><foreignObject><p>x</p></foreignObject></svg>",
        '<svg><path fill="url(//evil.example)" d="M0"/></svg>', "<base href=//evil.example>", "<!-- <script> -->",
        '<svg onload="alert(1)"><animate attributeName="href" to="javascript:alert(1)"/></svg>',
        "<object data=x></object>",
        '<button popovertarget="x">b</button><span popover id=x>s</span>', '<meta http-equiv="refresh" content="0;x">',
        '<p class="tv-error md-overlay" id="__drawer">x</p>', "<template><script>x</script></template>",
    ],
)  # fmt: skip
def test_nothing_of_it_acts(evil):
    shown = inert_markup(f'<div class="tv-part" data-block="x">{evil}<p>Good.</p></div>')
    assert "Good." in shown
    found = re.findall(r"<([a-zA-Z]+)([^>]*)>", shown)
    assert {name for name, _ in found} <= {"div", "p", "svg", "path"}
    names = re.findall(r"\s([a-zA-Z-]+)=", " ".join(attributes for _, attributes in found))
    assert set(names) <= {"class", "d", "fill"}
    assert not re.search(r"evil|javascript|alert\(|md-overlay|url\(", shown)


def test_headings_do_not_enter_the_page_they_come_to():
    assert inert_markup("<div><h2>Big</h2></div>") == "<div><p>Big</p></div>"


def test_a_huge_block_is_not_shown():
    assert inert_markup("<p>x</p>" * 100_000) == ""


@given(st.text(alphabet="<>/apsvgscriptonclick='\"= &;:#", max_size=120))
def test_whatever_stands_there(text):
    shown = inert_markup(f"<div>{text}</div>")
    assert not re.search(r"<(?:script|a|img|style|iframe)\b|<[^>]*\son[a-z]+=", shown, re.IGNORECASE)
