"""Open data of a nation, shared out to its councils."""

from __future__ import annotations

import pytest

from macros.datasets.open_data import chosen, read_open_data
from macros.datasets.store import open_store
from macros.errors import BadRequest, ReportsError, UnknownName
from tests.builders import assert_plain, write_project
from tests.datasets.published import council, england, mapping, region, total, write_published


@pytest.fixture
def project(tmp_path):
    return write_project(tmp_path / "project", mapping())


def read(project, tmp_path, *rows):
    path = write_published(tmp_path / "a.csv", [*rows, *(total(row) for row in rows)])
    return read_open_data(project, open_store(project).catalogue, [path])


def test_each_area_has_its_own_rows_and_its_last_year(project, tmp_path):
    hull = council("Hull", "E06000010", "810")
    data = read(project, tmp_path, england(), region(), council(), hull, {**hull, "time_period": "2018"})
    assert [one.id for one in data.councils] == ["york", "hull"]  # by the whole name: City of York, Hull
    assert data.nation.id == "england"
    assert [row["area"] for row in data.figures("hull")] == ["hull", "hull"]
    assert data.last_year("hull").text == "2017-18"


def test_a_council_ended_when_the_nation_goes_on_without_it(project, tmp_path):
    later = england(time_period="2018")
    data = read(project, tmp_path, england(), later, council(), council(time_period="2018"), council("Old", "E1", "1"))
    assert (data.ended("york"), data.ended("old")) == ("", "2017-03-31")


def test_councils_are_chosen_by_any_name_in_the_order_of_the_data(project, tmp_path):
    data = read(project, tmp_path, england(), council(), council("Hull", "E06000010", "810"))
    assert [one.id for one in chosen(data, ["E06000010", " city of york "])] == ["york", "hull"]
    assert len(chosen(data, [])) == 2
    with pytest.raises(UnknownName, match="no council called 'Yrok'") as told:
        chosen(data, ["Yrok"])
    assert "york" in told.value.remedy


def test_files_without_councils_or_named_twice_are_told(project, tmp_path):
    with pytest.raises(BadRequest, match="hold no council") as told:
        read(project, tmp_path, england())
    assert_plain(told.value.message)
    (tmp_path / "b").mkdir()
    paths = [write_published(folder / "a.csv", [council()]) for folder in (tmp_path, tmp_path / "b")]
    with pytest.raises(BadRequest, match=r"called 'a\.csv'"):
        read_open_data(project, open_store(project).catalogue, paths)


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"\xff\xfe\x00", b"<html>"])
def test_what_is_no_published_file_is_a_sentence(project, tmp_path, content):
    (tmp_path / "x.csv").write_bytes(content)
    with pytest.raises(ReportsError) as told:
        read_open_data(project, open_store(project).catalogue, [tmp_path / "x.csv"])
    assert_plain(told.value.message)
