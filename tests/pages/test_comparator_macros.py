"""`comparators`: our history beside others, in both voices; and what is refused."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from macros.cli.comparators import comparators as read_open_data
from macros.datasets.store import Store, open_store
from macros.errors import BadRequest, MissingObservation
from macros.pages.comparator_macros import comparators
from macros.pages.figure_macros import versus
from macros.pages.page_context import PageContext
from macros.render import figures
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


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A report that prints its own figure of one year, and open data of two years beside it."""
    place = tmp_path_factory.mktemp("p")
    count = observation(indicator="cla_by_sex", sex="total", value="204", source="Table 9")
    changes = mapping() | {
        f"{FOLDER}/release.yml": release_settings(),
        FIGURES: observations(observation(), count),
        f"{FOLDER}/known_issues.csv": None,
    }
    root = write_project(place / "project", changes)
    rows = [
        {**row, "time_period": year}
        for row in (england(), region(), council("Hull", "E06000010"))
        for year in ("2016", "2017")
    ]
    rows.append({**council(), "time_period": "2016"})
    file = write_published(place / "a.csv", [*rows, *(total(row) for row in rows)])
    (place / "near.txt").write_text("Hull\n", encoding="utf-8")
    near = str(place / "near.txt")
    read_open_data(root, [str(file)], council="york", neighbours=near, source="dfe", day="2026-11-27")
    return open_store(root)


@pytest.fixture
def formal(store: Store) -> PageContext:
    return PageContext(store, "x.md", {"report": REPORT})


def test_lines_a_table_and_both_sources(formal):
    made = comparators(formal, "on_time_pct")
    assert "Children with every review on time: York 67%, Region 80%, England 80% (2016/17)" in made.html
    assert "York: from 80% (2015/16), the highest, to 67% (2016/17), the lowest." in made.html
    assert '<th scope="row">Yorkshire and the Humber</th>' in made.html
    assert "Source: Table 5 of the printed report. Release of 21 November 2026." in made.html
    assert "Also: Department for Education, On time, as published; taken on 27 November 2026." in made.html
    assert [line.split(",")[:5] for line in made.csv.splitlines()[1:3]] == [
        ["dfe", "2026-11-27", "on_time_pct", "york", "2015-16"],
        ["dfe", "2026-11-27", "on_time_pct", "north", "2015-16"],
    ]
    assert {mark.release for mark in made.figures} == {"2026-11-27", "2026-11-21"}


def test_neighbours_and_an_area_by_its_id(formal):
    assert "Hull 80%" in comparators(formal, "on_time_pct", beside="neighbours").html
    assert "Hull" in comparators(formal, "on_time_pct", beside=["hull", "england"]).html


def test_young_people_get_plain_names(store):
    page = PageContext(store, "x.md", {"report": REPORT, "edition": "young-people"})
    assert "Meetings on time: York 67%" in comparators(page, "on_time_pct").html


def test_one_year_alone_is_bars_and_a_count_is_our_own(formal):
    made = comparators(formal, "cla_by_sex", title="How many")
    assert "How many" in made.html
    assert "York: 204" in made.html


def test_versus_says_who_published_the_other_figure(formal, store):
    text = versus(formal, "on_time_pct", "region")
    assert text.striptags() == "below Yorkshire and the Humber (80%)"
    (mark,) = [
        one for one in comparators(formal, "on_time_pct").figures if (one.area, one.period) == ("north", "2016-17")
    ]
    listed = figures.figures_list(store, [("f1", mark)], formal.edition)
    assert "Published by Department for Education, On time. Release of 27 November 2026." in listed


@pytest.mark.parametrize(
    ("asked", "error", "said"),
    [
        ({"indicator": "pep_pct"}, MissingObservation, "python -m macros comparators"),
        ({"indicator": "on_time_pct", "beside": "atlantis"}, BadRequest, "Nothing is called 'atlantis'"),
        ({"indicator": "on_time_pct", "beside": "neighbours", "area": "leeds"}, BadRequest, "No neighbours of leeds"),
    ],
)
def test_what_is_not_there_is_a_sentence(formal, asked, error, said):
    with pytest.raises(error) as refused:
        comparators(formal, **asked)
    assert said in str(refused.value)
    assert_plain(str(refused.value))


@pytest.mark.slow
def test_pages_need_neither_pandas_nor_openpyxl(root: Path):
    """Open data and workbooks cost a build nothing: their packages are loaded by their commands alone."""
    words = "import sys, macros.pages.registration as r; print([m for m in ('pandas', 'openpyxl') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", words], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
