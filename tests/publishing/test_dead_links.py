"""A link of a built page that leads to nothing stops the public build; what leads elsewhere is left alone."""

from __future__ import annotations

import pytest

from macros.publishing.dead_links import dead_links, files_of


@pytest.fixture
def site(tmp_path):
    for path in ("index.html", "reports/a/index.html", "reports/a/b/index.html", "data/a.csv"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("x", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "target", ["b/", "../../data/a.csv", "#here", "?q=1", "tel:0800", "https://example.org/x", "/two-voices/", "b/#x"]
)
def test_a_link_that_leads_somewhere_is_no_finding(site, target):
    assert dead_links(files_of(site), "reports/a/", f'<a class="x" href="{target}">y</a>') == []


@pytest.mark.parametrize("target", ["c/", "../../data/b.csv", "../b/", "b/index.htm"])
def test_a_link_that_leads_nowhere_is_told_once(site, target):
    html = f'<p><a href="{target}">y</a> <a href="{target}#part">z</a></p>'
    (finding,) = dead_links(files_of(site), "reports/a/", html)
    assert finding.kind.id == "dead-link"
    assert target in finding.message
    assert finding.path == "reports/a/"


def test_the_front_page_is_named(site):
    (finding,) = dead_links(files_of(site), "", '<a href="nowhere/">y</a>')
    assert finding.path == "index.html"


def test_only_the_report_that_is_built_alone_counts(site):
    html = '<a href="../../indicators/">x</a> <a href="../b/">y</a> <a href="c/">z</a>'
    (finding,) = dead_links(files_of(site), "reports/a/", html, "reports/a/")
    assert finding.facts == {"cell": "c/"}
