"""What a macro knows of its page: defaults, short forms, the way to the root."""

from __future__ import annotations

import pytest

from macros.datasets.store import open_store
from macros.errors import BadRequest, UnknownName
from macros.pages.page_context import PageContext
from tests.builders import REPORT, write_project


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return open_store(write_project(tmp_path_factory.mktemp("project")))


def context(store, path: str = "x.md", **meta: str) -> PageContext:
    return PageContext(store, path, {"report": REPORT} | meta)


@pytest.mark.parametrize(
    ("path", "root"),
    [
        ("index.md", "."),
        ("about.md", ".."),
        ("reports/x/index.md", "../.."),
        ("reports/x/README.md", "../.."),
        ("reports/x/a.md", "../../.."),
    ],
)
def test_the_way_to_the_root(store, path, root):
    assert context(store, path).root == root


def test_a_page_speaks_formally_unless_it_says_otherwise(store):
    assert context(store).is_formal
    assert not context(store, edition="young-people").is_formal
    with pytest.raises(BadRequest, match="edition is 'grown-ups'"):
        _ = context(store, edition="grown-ups").edition


def test_a_page_without_a_report_is_told_how_to_name_one(store):
    with pytest.raises(BadRequest, match="does not say which report"):
        PageContext(store, "x.md", {}).report()


def test_an_unknown_report_is_told_the_nearest(store):
    with pytest.raises(UnknownName, match="The nearest are: york-2016-17"):
        context(store, report="york-2017").report()


def test_a_request_has_the_reports_defaults(store):
    request = context(store).request("on_time_pct", {})
    assert (request.report, request.area, request.period, request.breakdown) == (REPORT, "york", "2016-17", {})


@pytest.mark.parametrize(
    ("asked", "period"),
    [("Q3", "2016-17 Q3"), ("last year", "2015-16"), ("2014-15", "2014-15"), ("", "2016-17"), (2013, "2013")],
)
def test_short_forms_of_a_period(store, asked, period):
    assert context(store).request("x", {"period": asked}).period == period


@pytest.mark.parametrize(("asked", "area"), [("region", "north"), ("england", "england"), ("leeds", "leeds")])
def test_short_forms_of_an_area(store, asked, area):
    assert context(store).request("x", {"area": asked}).area == area


def test_other_options_are_categories(store):
    request = context(store).request("x", {"sex": "male", "source": "Table 9", "seen": None})
    assert (request.breakdown, request.source) == ({"sex": "male"}, "Table 9")
