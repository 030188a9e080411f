"""Published files with every irregularity they have: what is read, what is told, and what is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.datasets.comparator_mapping import read_comparator_mapping
from macros.datasets.published_figures import PublishedFigures, read_figures
from macros.datasets.published_files import period_of, read_published
from macros.datasets.store import open_store
from macros.errors import BadRequest
from tests.builders import assert_plain, csv_text, write_project
from tests.datasets.published import (
    COLUMNS,
    MAPPING,
    Row,
    council,
    england,
    mapped,
    mapping,
    region,
    total,
    write_published,
)


def read(tmp_path: Path, *rows: Row, maps: tuple[Row, ...] = (), **how: object) -> PublishedFigures:
    file = write_published(tmp_path / "a.csv", rows, **how)  # type: ignore[arg-type]
    return read_files(tmp_path, file, maps=maps)


def read_files(tmp_path: Path, *files: Path, maps: tuple[Row, ...] = ()) -> PublishedFigures:
    catalogue = open_store(write_project(tmp_path / "project", mapping(*maps))).catalogue
    used = read_comparator_mapping(tmp_path / "project", catalogue)
    return read_figures([read_published(file) for file in files], used, catalogue)


def cells(found: PublishedFigures) -> list[tuple[str, str, str, str]]:
    rows = found.rows.get("timeliness", [])
    return [(row["area"], row["period"], row["value"], row["status"]) for row in rows]


@pytest.mark.parametrize("bom", [True, False])
@pytest.mark.parametrize("columns", [COLUMNS, tuple(reversed(COLUMNS)), (*COLUMNS, "another")])
def test_byte_order_marks_and_any_order_of_columns(tmp_path, bom, columns):
    found = read(tmp_path, england(), total(england()), region(), council(), bom=bom, columns=columns)
    assert cells(found) == [
        ("england", "2016-17", "80", ""), ("north", "2016-17", "80", ""), ("york", "2016-17", "80", ""),
    ]  # fmt: skip
    first = found.rows["timeliness"][0]
    assert (first["numerator"], first["denominator"], first["source"]) == ("800", "1000", "On time")


@pytest.mark.parametrize(
    ("published", "value", "status"),
    [
        ("c", "", "c"), ("k", "", "low"), ("low", "", "low"), ("x", "", "x"), ("*", "", "c"), (":", "", "x"),
        ("Z", "", "z"),
        ("0", "0", ""), ("12.50", "12.50", ""), ("1,202", "1202", ""), ("-3", "-3", ""),
    ],
)  # fmt: skip
def test_letters_and_numbers(tmp_path, published, value, status):
    found = read(tmp_path, england(children_percent=published))
    assert cells(found) == [("england", "2016-17", value, status)]
    if not value:
        assert found.rows["timeliness"][0]["numerator"] == ""


def test_what_is_neither_is_told_and_kept_as_not_available(tmp_path):
    found = read(tmp_path, england(children_percent="about 80"))
    assert cells(found) == [("england", "2016-17", "", "x")]
    assert found.strange == {"about 80": 1}


@pytest.mark.parametrize(
    ("time", "kind", "period"),
    [
        ("2025", "Reporting year", "2024-25"), ("202425", "Financial year", "2024-25"),
        ("2018", "Calendar year", "2018"),
        ("201819", "Reporting year", "2018-19"),
        ("202426", "Financial year", ""), ("202425", "Academic year", ""),
        ("2025", "Week 3", ""), ("", "Reporting year", ""), ("20xx", "Reporting year", ""),
        ("1999100", "Reporting year", ""),
        ("200001", "Reporting year", "2000-01"), ("2000", "Reporting year", "1999-00"),
    ],
)  # fmt: skip
def test_periods(time, kind, period):
    assert period_of(time, kind) == period


def test_places_and_periods_that_are_not_ours_are_told(tmp_path):
    rows = [england(), england(geographic_level="Ward"), england(time_identifier="Academic year", time_period="201617")]
    file = read_published(write_published(tmp_path / "a.csv", rows))
    assert file.unread == {"places of the kind 'Ward'": 1, "the period '201617 Academic year'": 1}
    assert len(file.frame) == 1


def test_london_is_not_counted_twice(tmp_path):
    hackney = council("Hackney", "E09000012", "204", region_code="E13000001", region_name="Inner London")
    rows = [
        region("E12000007", "London"),
        region("E13000001", "Inner London"),
        region("E13000002", "Outer London"),
        hackney,
    ]
    made = read(tmp_path, england(), *rows).areas.made
    assert {area.id: (area.kind, area.region) for area in made.values()} == {
        "london": ("region", ""), "inner-london": ("sub-region", "london"), "outer-london": ("sub-region", "london"),
        "hackney": ("council", "london"),
    }  # fmt: skip


def gone(row: Row) -> dict[str, str]:
    return {**row, "children_count": "z", "children_percent": "z"}


def test_councils_that_began_and_ended_are_areas_of_their_own(tmp_path):
    old, new = council("Cumbria", "E10000006", "909"), council("Cumberland", "E06000063", "942")
    rows = [old, gone(new), {**gone(old), "time_period": "2018"}, {**new, "time_period": "2018"}]
    found = read(tmp_path, *rows)
    assert cells(found) == [("cumbria", "2016-17", "80", ""), ("cumberland", "2017-18", "80", "")]
    assert {area.id: (area.start, area.end) for area in found.areas.made.values()} == {
        "cumbria": ("", "2017-03-31"), "cumberland": ("2017-04-01", ""),
    }  # fmt: skip
    assert found.areas.ended == ["Cumbria (until 2017-03-31)"]
    assert found.areas.begun == ["Cumberland (from 2017-04-01)"]


def test_a_council_whose_code_changed_is_one_council(tmp_path):
    old = council("North Yorkshire", "E10000023", "815", time_period="2017")
    new = council("North Yorkshire", "E06000065", "815", time_period="2018")
    assert {area for area, *_ in cells(read(tmp_path, old, new))} == {"north-yorkshire"}


def test_a_council_with_the_same_name_and_another_number_is_another(tmp_path):
    old = council("Dorset", "E10000009", "835", time_period="2017")
    new = council("Dorset", "E06000059", "838", time_period="2018")
    assert {area for area, *_ in cells(read(tmp_path, old, new))} == {"dorset", "dorset-e06000059"}


@pytest.mark.parametrize("name", ["York", "City of York", "YORK", "York, City of"])
def test_a_council_of_the_catalogue_is_known_by_its_name_under_a_new_code(tmp_path, name):
    assert {area for area, *_ in cells(read(tmp_path, council(name, "E06009999", "999")))} == {"york"}


def test_a_council_without_a_figure_is_left_out_and_told(tmp_path):
    found = read(tmp_path, england(), gone(council("Isles of Scilly", "E06000053", "420")))
    assert found.areas.absent == ["Isles of Scilly"]
    assert [area for area, *_ in cells(found)] == ["england"]


def test_names_with_commas_become_plain_ids(tmp_path):
    found = read(tmp_path, council("Bristol, City of", "E06000023", "801"), council("St. Helens", "E08000013", "342"))
    assert [(area.id, area.name, area.short_name) for area in found.areas.made.values()] == [
        ("bristol", "Bristol, City of", "Bristol"), ("st-helens", "St. Helens", "St. Helens"),
    ]  # fmt: skip


def test_a_national_file_needs_no_columns_of_councils(tmp_path):
    columns = [name for name in COLUMNS if not name.startswith(("region", "old_la", "la_name", "new_la"))]
    assert cells(read(tmp_path, england(), columns=columns)) == [("england", "2016-17", "80", "")]


def test_years_and_months_become_months(tmp_path):
    one = mapped(indicator="caseload_avg", value="children_count", numerator="", whole="", form="years:months")
    found = read(tmp_path, england(children_count="02:03"), maps=(one,))
    row = found.rows["timeliness"][0]
    assert (row["value"], row["note"]) == ("27", "published as 02:03")
    assert read(tmp_path, england(children_count="02:13"), maps=(one,)).strange == {"02:13": 1}


def test_two_files_with_the_same_figures(tmp_path):
    files = [write_published(tmp_path / name, [england()]) for name in ("a.csv", "b.csv")]
    with pytest.raises(BadRequest, match=r"'b\.csv' and 'a\.csv' give the same figures"):
        read_files(tmp_path, *files)


def test_no_indicator_of_the_mapping(tmp_path):
    with pytest.raises(BadRequest, match="None of the files holds an indicator"):
        read(tmp_path, england(group="Something else"))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "cannot be read as CSV"),
        (b"a,b\n1,2\n", "no column 'time_period'"),
        (b'a,b\n"1,2\n3,4\n', "cannot be read as CSV"),
        (b"\xff\xfe\x00\x01", "cannot be read as CSV"),
        (b"PK\x03\x04\x00\x00", "a.csv"),
        (b"a,b\n1,2,3,4\n1\n", "a.csv"),
    ],
)
def test_what_is_no_published_file(tmp_path, data, said):
    (tmp_path / "a.csv").write_bytes(data)
    with pytest.raises(BadRequest) as refused:
        read_published(tmp_path / "a.csv")
    assert said in str(refused.value)
    assert_plain(str(refused.value))
    with pytest.raises(BadRequest, match="There is no file"):
        read_published(tmp_path / "none.csv")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"indicator": "on_tme_pct"}, "row 2: There is no indicator called 'on_tme_pct'"),
        ({"indicator": "cla_by_sex"}, "'cla_by_sex' is broken down by sex"),
        ({"breakdown": "sex=male"}, "'on_time_pct' is broken down by nothing"),
        ({"indicator": "cla_by_sex", "breakdown": "sex=man"}, "There is no sex code called 'man'"),
        ({"where": "group"}, "'group' is not of the form column=value"),
        ({"where": ""}, "the column 'where' must not be empty"),
        ({"form": "hours"}, "the form 'hours' is not known"),
    ],
)
def test_what_is_wrong_with_the_mapping_is_a_sentence(tmp_path, changes, said):
    root = write_project(tmp_path, {MAPPING: csv_text([mapped(**changes)])})
    with pytest.raises(BadRequest) as refused:
        read_comparator_mapping(root, open_store(root).catalogue)
    assert said in str(refused.value)
    assert_plain(str(refused.value))


def test_a_project_without_a_mapping(tmp_path):
    root = write_project(tmp_path)
    with pytest.raises(BadRequest, match="The file is not there"):
        read_comparator_mapping(root, open_store(root).catalogue)


def test_the_mapping_of_this_project_can_be_read(root):
    assert len(read_comparator_mapping(root, open_store(root).catalogue)) > 20
