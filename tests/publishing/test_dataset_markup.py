"""What search engines read of a page: only on the right pages, safe in HTML, and nothing that a browser runs."""

from __future__ import annotations

import json
import re

import pytest

from macros.datasets.store import open_store
from macros.publishing.dataset_markup import with_dataset
from macros.publishing.security import inline_parts
from tests.builders import CATALOGUE, REPORT, csv_text, indicator, indicators, settings, write_project

PAGE = "<html><head><title>x</title></head><body></body></html>"
ADDRESSED = PAGE.replace("<title>", '<link rel="canonical" href="https://a.example/b/{url}"><title>')
FRONT, INDICATOR = f"reports/{REPORT}/", "indicators/on_time_pct/"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return open_store(write_project(tmp_path_factory.mktemp("project")))


def told(store, url: str, html: str = PAGE):
    made = with_dataset(store, store.reports.values(), url, html)
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', made, re.DOTALL)
    return json.loads(text)


def test_the_front_page_of_a_report(store):
    found = told(store, FRONT)
    assert found["@type"] == "Dataset"
    assert found["temporalCoverage"] == "2016-04-01/2017-03-31"
    assert found["creator"]["name"] == "City of York"
    assert found["license"].startswith("https://www.nationalarchives.gov.uk/")
    assert [file["contentUrl"] for file in found["distribution"]] == [
        f"../../data/reports/{REPORT}.csv", f"../../data/reports/{REPORT}.xlsx",
    ]  # fmt: skip
    assert 50 <= len(found["description"]) <= 5000


def test_addresses_are_whole_where_the_site_has_one(store):
    found = told(store, FRONT, ADDRESSED.format(url=FRONT))
    assert found["url"] == f"https://a.example/b/{FRONT}"
    assert found["distribution"][0]["contentUrl"] == f"https://a.example/b/data/reports/{REPORT}.csv"


def test_the_page_of_an_indicator(store):
    found = told(store, INDICATOR)
    assert found["name"] == "Children with every review on time"
    assert found["temporalCoverage"] == "2015-04-01/2017-03-31"
    assert found["distribution"][0]["contentUrl"].endswith(f"data/reports/{REPORT}.csv")
    assert len(found["description"]) >= 50


@pytest.mark.parametrize(
    "url",
    ["", f"reports/{REPORT}/young-people/", f"reports/{REPORT}/x/", "reports/none/", "indicators/", "indicators/no/"],
)
def test_other_pages_stay_as_they_are(store, url):
    assert with_dataset(store, store.reports.values(), url, PAGE) == PAGE


def test_a_report_that_is_not_shown_is_not_told(store):
    assert with_dataset(store, [], FRONT, PAGE) == PAGE
    assert told_files(with_dataset(store, [], INDICATOR, PAGE)) == []


def told_files(html: str) -> list[object]:
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    return list(json.loads(text)["distribution"])


def test_it_is_told_once(store):
    once = with_dataset(store, store.reports.values(), FRONT, PAGE)
    assert with_dataset(store, store.reports.values(), FRONT, once) == once


def test_a_text_cannot_leave_the_block(tmp_path):
    title = "Report </script><script>alert(1)</script>"
    odd = [indicator(name="<b>& “x”</script>"), *indicators()[1:]]
    changes = {f"data/reports/{REPORT}/report.yml": settings(short_title=title)}
    store = open_store(write_project(tmp_path, changes | {f"{CATALOGUE}/indicators.csv": csv_text(odd)}))
    for url in (FRONT, INDICATOR):
        made = with_dataset(store, store.reports.values(), url, PAGE)
        assert made.count("</script>") == 1
        assert not inline_parts(made).scripts
    assert told(store, FRONT)["name"] == f"Figures of the {title}"
