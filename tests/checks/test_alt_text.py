"""`alt-text`: pictures of pages, charts and icon arrays."""

from __future__ import annotations

import pytest

from macros.checks.alt_text import alt_text
from macros.checks.context import open_context, with_built_pages
from macros.render.icon_array import icon_array
from tests.builders import REPORT, assert_plain, page, write_project

PAGE = f"docs/reports/{REPORT}/one.md"
URL = f"reports/{REPORT}/one/"


def found(root, body="A", html=""):
    context = with_built_pages(open_context(write_project(root, {PAGE: page(body)})), {URL: html} if html else {})
    findings = alt_text(context)
    for finding in findings:
        assert_plain(finding.message)
    return [(one.kind.id, one.line) for one in findings]


@pytest.mark.parametrize(
    "body",
    [
        "![Two children at a table](a.png)",
        '<img src="a.png" alt="">',
        "<img alt='They plan a film' src=a.png>",
        "`![](a.png)`",
        "```\n![](a.png)\n```",
        "<!-- ![](a.png) -->",
    ],
)
def test_pictures_that_say_what_they_show(tmp_path, body):
    assert found(tmp_path, f"{body}\n") == []


@pytest.mark.parametrize("body", ["![](a.png)", "![ ](a.png)", '<img src="a.png">'])
def test_a_picture_without_words(tmp_path, body):
    assert found(tmp_path, f"\n{body}\n") == [("alt-missing", 6)]


@pytest.mark.parametrize("alt", ["a.png", "IMG_0042", "Image", "a chart.", "photo.JPEG", "screenshot 3"])
def test_words_that_say_nothing(tmp_path, alt):
    assert found(tmp_path, f"![{alt}](a.png)\n") == [("alt-says-nothing", 5)]


def chart(desc, cell="204"):
    table = f"<details><table><tr><td>{cell}</td><td>191</td></tr></table></details>"
    svg = f'<svg><title id="t">Children in care</title><desc>{desc}</desc><text>191</text></svg>'
    return f'<main><figure class="tv-chart" id="x">{svg}{table}</figure></main>'


def test_a_chart_s_words_have_the_numbers_of_its_table(tmp_path):
    assert found(tmp_path, html=chart("From 191 to 204.")) == []
    assert found(tmp_path, html=chart("From 191 to 205.")) == [("alt-number", 0)]
    assert found(tmp_path, html=chart("From 191 to 1,204.", "1,204")) == []


def test_an_array_s_words_say_how_many_are_filled(tmp_path):
    assert found(tmp_path, html=f"<main>{icon_array(7, 10, 'About 7 out of 10 of you.')}</main>") == []
    assert found(tmp_path, html=f"<main>{icon_array(67, 100, '67 out of every 100.')}</main>") == []
    assert found(tmp_path, html=f"<main>{icon_array(6, 10, 'About 7 out of 10 of you.')}</main>") == [("alt-number", 0)]
    few = "Fewer than 1 out of 10 of you moved."
    assert found(tmp_path, html=f"<main>{icon_array(0, 10, few)}</main>") == []
    assert found(tmp_path, html=f"<main>{icon_array(1, 10, few)}</main>") == [("alt-number", 0)]
