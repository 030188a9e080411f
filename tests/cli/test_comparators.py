"""`comparators`: open data of other areas becomes a sealed release, and the pages use it at once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.cli.comparators import comparators
from macros.cli.main import parser
from macros.datasets import comparators as held_against
from macros.datasets import select
from macros.datasets.select import Request
from macros.datasets.store import open_store
from macros.errors import BadRequest, MissingObservation, ReportsError, UnknownName
from tests.builders import (
    FIGURES,
    FOLDER,
    REPORT,
    assert_plain,
    observation,
    observations,
    release_settings,
    write_project,
)
from tests.datasets.published import council, england, mapping, region, total, write_published

DAY = "2026-11-27"
PLACE = f"data/comparators/made-up/{DAY}"
YEARS = ("2016", "2017", "2018")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    changes = mapping() | {
        f"{FOLDER}/release.yml": release_settings(),
        FIGURES: observations(observation()),
        f"{FOLDER}/known_issues.csv": None,
    }  # fmt: skip
    return write_project(tmp_path / "project", changes)


@pytest.fixture
def file(tmp_path: Path) -> str:
    places = (england(), region(), council(), council("Leeds", "E08000035", "383"), council("Hull", "E06000010", "810"))
    rows = [{**row, "time_period": year, "children_percent": year[2:]} for row in places for year in YEARS]
    return str(write_published(tmp_path / "a.csv", [*rows, *(total(row) for row in rows)]))


def run(
    project: Path, *files: str, council: str = "", neighbours: str = "", source: str = "made-up", day: str = DAY
) -> int:
    return comparators(project, files, council=council, neighbours=neighbours, source=source, day=day)


def asked(**changes: object) -> Request:
    given = {
        "report": REPORT,
        "indicator": "on_time_pct",
        "area": "york",
        "period": "2016-17",
        "breakdown": {},
    } | changes
    return Request(**given)  # type: ignore[arg-type]  # the fields by name


def test_a_release_is_written_sealed_and_whole(project, file, capsys):
    assert run(project, file) == 0
    said = capsys.readouterr().out
    assert "a.csv: 15 figures." in said
    assert f"Written and sealed: {PLACE}/" in said
    settings = (project / PLACE / "release.yml").read_text(encoding="utf-8")
    assert "publisher: Department for Education" in settings
    assert "licence: OGL-UK-3.0" in settings
    assert "timeliness.csv: 15" in settings
    store = open_store(project)
    assert store.findings == ()
    assert [one.id for one in store.comparators.sources] == ["made-up"]
    assert store.catalogue.area("hull").code == "E06000010"


def test_nothing_of_it_costs_anything_where_there_is_none(project):
    assert open_store(project).comparators.sources == ()
    assert open_store(project).comparators.observations("on_time_pct", ("york",)) == []


def test_a_figure_is_held_against_open_data(project, file):
    with pytest.raises(MissingObservation):
        held_against.elsewhere(open_store(project), asked(), "north")
    run(project, file)
    store = open_store(project)
    other = held_against.elsewhere(store, asked(), "north")
    assert (str(other.value), other.key.period.text) == ("17", "2016-17")
    assert other.sources == ("Department for Education, On time",)
    assert store.release_of(REPORT, other.observation).date.isoformat() == DAY
    assert str(select.figure(store, asked(area="hull")).value) == "17"


def test_a_later_year_is_not_held_against(project, file):
    run(project, file)
    assert held_against.elsewhere(open_store(project), asked(period="2017-18"), "north").key.period.text == "2017-18"
    with pytest.raises(MissingObservation):
        held_against.elsewhere(open_store(project), asked(period="2014-15"), "north")


def test_the_reports_own_figure_is_never_replaced(project, file):
    run(project, file)
    assert str(select.figure(open_store(project), asked()).value) == "67"
    with pytest.raises(MissingObservation):
        select.figure(open_store(project), asked(period="2015-16"))


def test_areas_beside_the_only_one_printed(project, file):
    run(project, file)
    found = select.series(open_store(project), asked(), "area")
    assert [(one.key.area, str(one.value)) for one in found] == [("york", "67"), ("north", "17"), ("england", "17")]


def test_own_history_beside_region_and_nation(project, file):
    run(project, file)
    found = held_against.beside(open_store(project), asked(), ("york", "north"))
    assert [(one.key.period.text, one.key.area, str(one.value)) for one in found] == [
        ("2015-16", "york", "16"), ("2015-16", "north", "16"), ("2016-17", "york", "67"), ("2016-17", "north", "17"),
    ]  # fmt: skip


def test_one_council_its_region_the_nation_and_its_neighbours(project, file, tmp_path):
    (tmp_path / "near.txt").write_text("Neighbours of York\nHull\n\n", encoding="utf-8")
    run(project, file, council="York", neighbours=str(tmp_path / "near.txt"))
    store = open_store(project)
    assert store.comparators.neighbours == {"york": ("hull",)}
    held = {one.key.area for area in ("york", "leeds", "hull", "north", "england") for one in
            store.comparators.observations("on_time_pct", (area,))}  # fmt: skip
    assert held == {"york", "hull", "north", "england"}


@pytest.mark.parametrize(
    "text", ["York,Hull\nLeeds,York\n", "council,neighbour\nE06000014,E06000010\nE08000035,York\n"]
)
def test_neighbours_in_two_columns(project, file, tmp_path, text):
    (tmp_path / "near.csv").write_text(text, encoding="utf-8-sig")
    run(project, file, neighbours=str(tmp_path / "near.csv"))
    assert open_store(project).comparators.neighbours == {"york": ("hull",), "leeds": ("york",)}


@pytest.mark.parametrize(
    ("options", "error", "said"),
    [
        ({"council": "Yrok"}, UnknownName, "no council called 'Yrok'. The nearest are: york"),
        ({"neighbours": "no-such.txt"}, BadRequest, "cannot be read"),
        ({"day": "yesterday"}, BadRequest, "'yesterday' is not a day"),
        ({"source": "../x"}, BadRequest, "cannot be the name of a folder"),
        ({"source": ""}, BadRequest, "cannot be the name of a folder"),
    ],
)
def test_what_was_asked_wrongly_writes_nothing(project, file, options, error, said):
    with pytest.raises(error) as refused:
        run(project, file, **options)
    assert said in str(refused.value)
    assert_plain(str(refused.value))
    assert not list((project / "data").glob("comparators/*/*/*"))


def test_a_neighbour_that_is_not_known(project, file, tmp_path):
    (tmp_path / "near.txt").write_text("York\nAtlantis\n", encoding="utf-8")
    with pytest.raises(UnknownName, match="Atlantis"):
        run(project, file, council="York", neighbours=str(tmp_path / "near.txt"))


def test_a_release_is_never_written_over(project, file):
    run(project, file)
    with pytest.raises(BadRequest, match="There is a release of 2026-11-27"):
        run(project, file)


def test_a_changed_release_is_found_and_not_used(project, file):
    run(project, file)
    path = project / PLACE / "timeliness.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",17,", ",71,"), encoding="utf-8")
    store = open_store(project)
    assert [one.kind.id for one in store.findings] == ["release-changed"]
    assert store.comparators.sources == ()


def test_the_newest_release_counts(project, file):
    run(project, file)
    run(project, file, day="2026-11-28")
    assert [one.day.isoformat() for one in open_store(project).comparators.sources] == ["2026-11-28"]


@pytest.mark.parametrize("content", ["", "source: made-up\n", "- a\n", "source: [\n"])
def test_a_release_that_cannot_be_read_is_a_finding(project, file, content):
    run(project, file)
    (project / PLACE / "release.yml").write_text(content, encoding="utf-8")
    store = open_store(project)
    assert store.findings
    assert store.comparators.sources == ()


def test_the_command_line_knows_it():
    given = parser().parse_args(["comparators", "a.csv", "b.csv", "--council", "york"])
    assert (given.files, given.council, given.source) == (["a.csv", "b.csv"], "york", "dfe-cla")


# ------------------------------------------------------------- the department's own files


@pytest.fixture(scope="module")
def real(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project's catalogue with a release of all nine files, where they are at hand."""
    files = sorted((root.parent / "shared" / "data" / "dfe").glob("*.csv"))
    if len(files) < 9:
        pytest.skip("the department's files are not beside this project")
    project = tmp_path_factory.mktemp("real")
    shutil.copytree(root / "data", project / "data")
    comparators(project, [str(file) for file in files], council="", neighbours="", source="dfe-cla", day=DAY)
    return project


@pytest.mark.slow
@pytest.mark.parametrize(
    ("area", "count", "rate"),
    [("york", "240", "69"), ("county-durham", "1183", "118"), ("east-sussex", "688", "66"), ("derby", "545", "88")],
)
def test_the_councils_of_2025(real, area, count, rate):
    held = open_store(real).comparators
    found = [
        next(str(one.value) for one in held.observations(name, (area,)) if one.key.period.text == "2024-25")
        for name in ("cla_n", "cla_rate")
    ]
    assert found == [count, rate]


@pytest.mark.slow
def test_every_council_of_the_files(real):
    store = open_store(real)
    assert store.findings == ()
    rows = [one for area in store.catalogue.areas.values() if area.kind == "council"
            for one in store.comparators.observations("cla_n", (area.id,))]  # fmt: skip
    councils = {one.key.area for one in rows}
    assert len(councils) == 155
    assert {one.key.period.text for one in rows if one.key.area == "cumbria"} == {"2020-21", "2021-22", "2022-23"}
    assert {one.key.period.text for one in rows if one.key.area == "cumberland"} == {"2023-24", "2024-25"}
    assert store.catalogue.area("hackney").region == "london"
    assert store.catalogue.area("northamptonshire").end == "2021-03-31"


@pytest.mark.slow
def test_every_indicator_of_the_mapping_has_figures_of_york_or_england(real):
    store = open_store(real)
    names = {row.split(",")[0] for row in (real / "data/catalogue/comparators.csv").read_text().splitlines()[1:]}
    for name in names:
        held = store.comparators.observations(name, ("york", "england"))
        assert any(one.value is not None for one in held), name


def test_a_sentence_for_a_file_that_is_none(project, tmp_path):
    with pytest.raises(ReportsError, match="There is no file"):
        run(project, str(tmp_path / "none.csv"))
