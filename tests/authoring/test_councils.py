"""Which council is meant, and adding one."""

from __future__ import annotations

import pytest

from macros.authoring.councils import add, find, nation_of, slug
from macros.datasets.store import open_store
from macros.errors import BadRequest, UnknownName
from tests.builders import assert_plain, write_project


@pytest.fixture
def catalogue(tmp_path):
    return open_store(write_project(tmp_path)).catalogue


@pytest.mark.parametrize("asked", ["york", "York", "City of York", "city-of-york", " YORK "])
def test_a_council_is_found_by_any_of_its_names(catalogue, asked):
    area, is_new = find(catalogue, asked)
    assert (area.id, is_new) == ("york", False)


def test_a_region_is_no_council(catalogue):
    with pytest.raises(UnknownName, match="no council called 'north'"):
        find(catalogue, "north")


def test_a_council_that_is_not_held_needs_its_name(catalogue):
    with pytest.raises(UnknownName) as refused:
        find(catalogue, "gwynedd")
    assert '--name "' in str(refused.value)
    assert_plain(str(refused.value))


def test_a_new_council_is_added_and_read_back(catalogue, tmp_path):
    area, is_new = find(catalogue, "Gwynedd", "Cyngor Gwynedd Council")
    assert is_new
    assert (area.id, area.short_name) == ("gwynedd", "Gwynedd")
    nation, row = nation_of(catalogue, area, "wales")
    assert row is not None
    add(tmp_path, [row, area])
    store = open_store(tmp_path)
    assert store.findings == ()
    assert store.catalogue.areas["gwynedd"].name == "Cyngor Gwynedd Council"
    assert nation in store.catalogue.areas


@pytest.mark.parametrize("name", ["=1+1", "<b>York</b>", "123", "+x"])
def test_a_name_that_is_none(catalogue, name):
    with pytest.raises(BadRequest):
        find(catalogue, "newtown", name)


def test_a_nation_that_is_none(catalogue):
    with pytest.raises(BadRequest, match="Use one of: england, wales"):
        nation_of(catalogue, catalogue.areas["york"], "mars")


def test_slug():
    assert slug("Cyngor Sir Ynys Môn") == "cyngor-sir-ynys-mon"
