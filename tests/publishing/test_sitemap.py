"""The site map: whole addresses of pages for the public, with days that are true."""

from __future__ import annotations

import gzip
from datetime import date

from lxml import etree

from macros.datasets.store import open_store
from macros.publishing.sitemap import listed, write_sitemap
from tests.builders import REPORT, write_project

ADDRESS = "https://reports.example/iro/"
DAY = date(2026, 11, 21)
IN = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def test_pages_are_listed_with_the_day_of_their_last_change(tmp_path):
    store = open_store(write_project(tmp_path))
    html = dict.fromkeys(
        (
            "",
            "about/licence/",
            "404.html",
            f"reports/{REPORT}/",
            "indicators/",
            "indicators/on_time_pct/",
            "indicators/x/",
        ),
        "<head></head>",
    )
    assert listed(store, store.reports.values(), html) == [
        ("", DAY),
        ("about/licence/", None),
        ("indicators/", None),
        ("indicators/on_time_pct/", DAY),
        ("indicators/x/", None),
        (f"reports/{REPORT}/", DAY),
    ]


def test_what_asks_not_to_be_listed_is_not(tmp_path):
    store = open_store(write_project(tmp_path))
    html = {
        "editions/x/": '<meta name="robots" content="noindex, follow">',
        "about/": '<meta name="robots" content="all">',
    }
    assert listed(store, [], html) == [("about/", None)]


def test_it_is_written_whole_and_zipped(tmp_path):
    write_sitemap(tmp_path, [("", DAY), ("about/?a=1&b=2/", None)], ADDRESS)
    text = (tmp_path / "sitemap.xml").read_bytes()
    root = etree.fromstring(text)
    assert root.xpath("//s:loc/text()", namespaces=IN) == [ADDRESS, f"{ADDRESS}about/?a=1&b=2/"]
    assert root.xpath("//s:lastmod/text()", namespaces=IN) == ["2026-11-21"]
    zipped = (tmp_path / "sitemap.xml.gz").read_bytes()
    assert gzip.decompress(zipped) == text
    assert zipped[4:8] == bytes(4)  # no moment of zipping: the same map gives the same bytes
    assert f"Sitemap: {ADDRESS}sitemap.xml" in (tmp_path / "robots.txt").read_text()


def test_without_an_address_there_is_none(tmp_path):
    (tmp_path / "sitemap.xml").write_text("<urlset/>")
    (tmp_path / "sitemap.xml.gz").write_bytes(b"")
    write_sitemap(tmp_path, [("", DAY)], "")
    assert [path.name for path in tmp_path.iterdir()] == ["robots.txt"]
    assert "Sitemap" not in (tmp_path / "robots.txt").read_text()
