"""Lists kept as data, as the macros of a page give them."""

from __future__ import annotations

import re

import pytest

from macros.datasets.store import open_store
from macros.errors import BadRequest
from macros.pages.list_macros import plan
from macros.pages.page_context import PageContext
from tests.builders import REPORT, assert_plain, write_project

HEADING = re.compile(r"<h(\d)>")


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return open_store(write_project(tmp_path_factory.mktemp("project")))


def on_page(store, edition="formal"):
    return PageContext(store, f"reports/{REPORT}/plan.md", {"report": REPORT, "edition": edition})


def test_the_aims_of_a_plan_stand_under_a_second_heading(store):
    assert HEADING.findall(plan(on_page(store), "2016-17").html) == ["3"]


@pytest.mark.parametrize("level", [2, 3, 4, 5, 6])
def test_the_aims_of_a_plan_stand_where_they_are_put(store, level):
    assert HEADING.findall(plan(on_page(store), "2016-17", level=level).html) == [str(level)]


def test_a_plan_for_young_people_has_no_heading_at_any_level(store):
    young = on_page(store, "young-people")
    assert plan(young, "2016-17", level=5) == plan(young, "2016-17")
    assert HEADING.findall(plan(young, "2016-17").html) == []


@pytest.mark.parametrize("level", [0, 1, 7, -3, "3", 2.0, 2.5, True, [3]])
def test_a_level_that_no_heading_has_is_a_sentence(store, level):
    with pytest.raises(BadRequest, match="Use a number from 2 to 6") as told:
        plan(on_page(store), "2016-17", level=level)
    assert_plain(str(told.value))
