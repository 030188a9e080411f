"""The feed, read as programs for feeds read it, and held against RFC 4287."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import feedparser
import pytest
from lxml import etree

from macros.datasets.store import open_store
from macros.publishing.feed import ATOM, feed, write_feed
from macros.publishing.publications import events
from tests.builders import REPORT, REPORT_FOLDER, settings, write_project

ADDRESS = "https://reports.example/iro/"
NAME = "Reports & more"
IN = {"a": ATOM}


def written(root, address=ADDRESS, **changes):
    store = open_store(write_project(root, {f"{REPORT_FOLDER}/report.yml": settings(**changes)}))
    site = root / "site"
    (site / f"reports/{REPORT}/young-people").mkdir(parents=True)
    (site / f"reports/{REPORT}/young-people/index.html").touch()
    write_feed(store, site, events(store, store.reports.values()), NAME, address)
    return (site / "feed.xml").read_bytes()


def test_a_program_for_feeds_reads_it(tmp_path):
    read = feedparser.parse(written(tmp_path))
    assert not read.bozo
    assert read.version == "atom10"
    assert read.feed.title == "Reports & more: published and corrected"
    (entry,) = read.entries
    assert entry.title == "York IRO report: published"
    assert entry.link == f"{ADDRESS}reports/{REPORT}/"
    assert entry.updated == "2026-11-21T00:00:00Z"
    assert entry.author == "City of York"
    related = [link.href for link in entry.links if link.rel == "related"]
    assert related == [f"{ADDRESS}reports/{REPORT}/young-people/", f"{ADDRESS}data/reports/{REPORT}.csv"]


def test_without_an_address_its_links_are_read_from_its_place(tmp_path):
    root = etree.fromstring(written(tmp_path, address=""))
    links = [urljoin(f"{ADDRESS}feed.xml", link) for link in root.xpath("//a:link/@href", namespaces=IN)]
    assert links[:3] == [f"{ADDRESS}feed.xml", ADDRESS, f"{ADDRESS}reports/{REPORT}/"]


def test_what_the_standard_asks(tmp_path):
    root = etree.fromstring(written(tmp_path))
    for element in (root, *root.findall("a:entry", IN)):
        for name in ("id", "title", "updated", "author"):
            assert len(element.findall(f"a:{name}", IN)) == 1, name
        moment = element.findtext("a:updated", "", IN)
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z", moment)
        assert [one.get("rel") for one in element.findall("a:link", IN)].count("alternate") == 1
    ids = root.xpath("//a:id/text()", namespaces=IN)
    assert len(ids) == len(set(ids)) == 2


@pytest.mark.parametrize("title", ["]]> &amp; <script>alert(1)</script>", "“Ünïcode” \U0001f600", "a\tb"])
def test_words_of_authors_are_words(tmp_path, title):
    read = feedparser.parse(written(tmp_path, short_title=f"'{title}'"))
    assert not read.bozo
    assert (
        etree.fromstring(written(tmp_path / "again", short_title=f"'{title}'")).xpath("//*[local-name()='script']")
        == []
    )


def test_a_site_without_reports_has_a_feed_without_entries(tmp_path):
    store = open_store(write_project(tmp_path))
    read = feedparser.parse(feed(store, tmp_path, [], NAME, ADDRESS))
    assert not read.bozo
    assert read.entries == []
    assert read.feed.updated == "1970-01-01T00:00:00Z"


def test_the_same_events_give_the_same_bytes(tmp_path):
    assert written(tmp_path / "one") == written(tmp_path / "other")
