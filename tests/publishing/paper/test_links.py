"""Where a link leads on paper."""

from __future__ import annotations

from xml.etree.ElementTree import tostring

import pytest

from macros.publishing.paper.links import Place, mend_links, prepare_links
from tests.publishing.paper.pieces import tree

SECTIONS = {"reports/x/": 1, "reports/x/second/": 2}


def led(href: str, url: str = "reports/x/second/", site: str = "https://a.example/", extra: str = "") -> str:
    root = tree(f'<p><a href="{href}"{extra}>w</a></p>')
    prepare_links(root, url, Place(SECTIONS, site))
    return root[0].get("href") or "" if len(root) else tostring(root, encoding="unicode")


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("../", "#s1"), ("../#fig-1", "#s1-fig-1"), ("#here", "#s2-here"), ("./", "#s2"),
        ("../../../about/methods/#x", "https://a.example/about/methods/#x"),
        ("../../../data/x.csv", "https://a.example/data/x.csv"), ("../../../", "https://a.example/"),
        ("https://b.example/", "https://b.example/"), ("tel:0800", "tel:0800"),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ],
)  # fmt: skip
def test_a_link_leads_into_the_paper_or_to_a_whole_address(href, target):
    assert led(href) == target


@pytest.mark.parametrize("href", ["javascript:x", "file:///etc/passwd", "data:text/html,x", "/root", "//host/x"])
def test_an_address_that_a_paper_should_not_hold_becomes_words(href):
    assert led(href) == "<p>w</p>"


def test_without_an_address_of_the_site_other_pages_are_words():
    assert led("../../../about/", site="") == "<p>w</p>"
    assert led("../../../x.csv", site="", extra=' download=""') == "<p />"


def test_ids_are_the_sections_own():
    root = tree('<p id="a"><b id="b"/></p>')
    prepare_links(root, "reports/x/", Place(SECTIONS, ""))
    assert [one.get("id") for one in root.iter()] == ["s1-a", "s1-b"]


def test_a_link_to_what_was_left_out_leads_to_its_section():
    root = tree(
        '<p id="s1"><a href="#s1-gone">a</a><a href="#s9-gone">b</a><a class="tv-figure" href="#s1-fig-1">c</a></p>'
    )
    mend_links(root)
    assert tostring(root) == b'<p id="s1"><a href="#s1">a</a>bc</p>'
