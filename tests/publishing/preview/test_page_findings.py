"""Findings on the page they concern: by the page's source, or by a figure that the page shows."""

from __future__ import annotations

import pytest

from macros.datasets.store import open_store
from macros.model.finding import Finding
from macros.model.problems import KINDS
from macros.publishing.preview.page_findings import address, findings_box, findings_by_page, way_up
from macros.publishing.preview.published_site import SiteFolder
from tests.builders import FIGURES, write_project
from tests.publishing.preview.sites import PLACE, YOUNG, formal, shown, site, young

WRITTEN = Finding(KINDS["macro"], f"docs/{PLACE}/on-time.md", 7, {"why": "No such figure <b>."})


def test_a_finding_in_a_page_s_source_stands_on_that_page(tmp_path):
    store = open_store(write_project(tmp_path))
    found = findings_by_page(store, [WRITTEN, WRITTEN], SiteFolder(tmp_path), [f"{PLACE}/on-time/", ""])
    assert found == {f"{PLACE}/on-time/": [WRITTEN]}


def test_a_finding_about_a_figure_stands_where_the_figure_is_shown(tmp_path):
    store = open_store(write_project(tmp_path))
    row = next(one.row for one in store.release("york-2016-17").observations if one.source == "Table 5")
    finding = Finding(KINDS["not-a-number"], FIGURES, row, {"row": row, "column": "value", "cell": "x"})
    urls = (f"{PLACE}/on-time/", f"{YOUNG}/on-time/", "indicators/on_time_pct/")
    on_pages = [*(shown(url, period="2016-17 Q1") for url in urls), shown(f"{PLACE}/", period="2014-15")]
    found = findings_by_page(
        store, [finding], site(tmp_path / "site", {}, (), on_pages), [row["page"] for row in on_pages]
    )
    assert list(found) == [f"{PLACE}/on-time/"]


def test_what_concerns_no_page_stands_on_none(tmp_path):
    store = open_store(write_project(tmp_path))
    finding = Finding(KINDS["macro"], "data/catalogue/help.csv", 2, {"why": "x"})
    assert findings_by_page(store, [finding], SiteFolder(tmp_path), [""]) == {}


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("docs/a/b.md", "a/b/"), ("docs/a/index.md", "a/"), ("docs/index.md", ""), ("a/b/", "a/b/"),
        ("index.html", ""), ("data/x.csv", "data/x.csv"),
    ],
)  # fmt: skip
def test_the_address_of_a_source(path, url):
    assert address(path) == url


@pytest.mark.parametrize(("url", "way"), [("", "."), ("a/", ".."), ("a/b/", "../.."), ("404.html", ".")])
def test_the_way_to_the_root(url, way):
    assert way_up(url) == way


def test_the_formal_edition_says_them_in_full(tmp_path):
    site(tmp_path, {"guide/checks/macros/": formal("")})
    box = str(findings_box(tmp_path, f"{PLACE}/on-time/", [WRITTEN]))
    assert "<summary>1 finding on this page; 1 stops publication</summary>" in box
    assert f"<code>docs/{PLACE}/on-time.md:7</code>" in box
    assert 'href="../../../guide/checks/macros/"' in box
    assert "<b>" not in box
    assert " open" not in box


def test_without_the_guide_there_is_no_link_to_it(tmp_path):
    assert "<a " not in str(findings_box(tmp_path, f"{PLACE}/", [WRITTEN]))


def test_for_young_people_it_is_one_line_for_grown_ups(tmp_path):
    site(tmp_path, {f"{YOUNG}/": young("")})
    box = str(findings_box(tmp_path, f"{YOUNG}/", [WRITTEN, WRITTEN]))
    assert "<summary>For the grown-ups who write this page: 2 notes</summary>" in box
