"""Exports of case systems, read by a mapping: what it may say, what is wrong with it, what it makes of a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.datasets.export_mapping import MAPPINGS, read_mapping
from macros.datasets.figures_import import Import, prepare_import
from macros.datasets.mapped_rows import apply_mapping
from macros.datasets.spreadsheet import read_spreadsheet
from macros.datasets.store import open_store
from macros.errors import BadRequest, ReportsError, UnknownName
from tests.builders import FIGURES, FOLDER, REPORT, assert_plain, observations, release_settings, write_project

MAPPING = """
title: Reviews
source: Case system
periods:
  Apr-Jun: 2016-17 Q1
figures:
  - indicator: on_time_pct
    value: On time
    numerator: Held
    denominator: All
    period: When
    where: {Team: [LAC, CLA]}
  - indicator: seen_pct
    value: Share
    period: When
    where: {Team: Seen}
    breakdown:
      seen: {column: Answer, codes: {"Y": seen, "N": not-seen, "1": seen}}
"""
EXPORT = """Printed on 3 May;;;;;;
When;Team;Answer;On time;Held;All;Share
Apr-Jun;LAC;;75%;;;
Q2 2016/17;cla;;;162;200;
2016-17;Seen;Y;;;;34.5
2016-17;Seen;n;;;;65.5
2016-17;Foster carers;;99;;;
"""


def imported(tmp_path: Path, mapping: str, export: str) -> Import:
    changes: dict[str, str | bytes | None] = {
        f"{FOLDER}/release.yml": release_settings(), FIGURES: observations(), f"{MAPPINGS}/ours.yml": mapping,
    }  # fmt: skip
    store = open_store(write_project(tmp_path / "project", changes))
    (tmp_path / "export.csv").write_text(export, encoding="cp1252")
    return prepare_import(store, store.report(REPORT), tmp_path / "export.csv", "ours")


def values(made: Import) -> list[tuple[str, str, str]]:
    return [(one.key.words, one.cells["value"], one.cells["source"]) for one in made.understood.figures]


def test_an_export_becomes_figures(tmp_path):
    made = imported(tmp_path, MAPPING, EXPORT)
    assert made.understood.problems == []
    assert values(made) == [
        ("on_time_pct york 2016-17 Q1", "75", "Case system"),
        ("on_time_pct york 2016-17 Q2", "81", "Case system"),
        ("seen_pct seen=seen york 2016-17", "34.5", "Case system"),
        ("seen_pct seen=not-seen york 2016-17", "65.5", "Case system"),
    ]
    assert made.sheets[0].text == "4 of 5 rows are of figures that the mapping 'ours' names"


def test_a_value_that_the_mapping_does_not_know(tmp_path):
    made = imported(tmp_path, MAPPING, EXPORT.replace("Seen;n", "Seen;perhaps"))
    (only,) = made.understood.problems
    assert only.place == "row 6, column 3"
    assert "holds 'perhaps'; the mapping knows for seen: y, n, 1." in only.text


COUNTING = """
source: Case system
period: 2016-17
figures:
  - indicator: cla_by_sex
    count: rows
    where: {Status: Open}
    breakdown:
      sex: {column: Gender, codes: {M: male, F: female}}
"""


def test_rows_are_counted_and_nought_is_said(tmp_path):
    rows = "Gender,Status\n" + "M,Open\n" * 12 + "F,Closed\n"
    made = imported(tmp_path, COUNTING, rows)
    assert [row[:2] for row in values(made)] == [
        ("cla_by_sex sex=male york 2016-17", "12"),
        ("cla_by_sex sex=female york 2016-17", "0"),
    ]


def test_a_missing_column_is_named(tmp_path):
    with pytest.raises(BadRequest, match="“Status” is missing") as refused:
        imported(tmp_path, COUNTING, "Gender,State\nM,Open\n")
    assert_plain(str(refused.value))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("source: Case system", "", "'source' is missing"),
        ("indicator: cla_by_sex", "indicator: cla_by_sx", "There is no indicator called 'cla_by_sx'"),
        ("count: rows", "count: all", "needs either `value:`"),
        ("count: rows", "count: rows\n    value: X", "needs either `value:`"),
        ("M: male", "M: man", "There is no sex code called 'man'"),
        ("column: Gender, ", "", "`sex` needs a code, or `column:`"),
        ("column: Gender", "colum: Gender", "`sex` needs a code, or `column:`"),
        ("where: {Status: Open}", "where: Open", "`where` of cla_by_sex must be lines"),
        ("    where:", "    whre:", "has the setting 'whre'"),
        ("      sex:", "      seen:", "cla_by_sex is broken down by sex."),
        ("figures:", "figurs:", "'figures' is missing"),
        ("period: 2016-17", "period: [1", "cannot be read as YAML"),
        ("codes: {M: male, F: female}", "codes: [male]", "must be lines of the form"),
        ("- indicator: cla_by_sex", "- cla_by_sex", ""),
    ],
)
def test_what_is_wrong_with_a_mapping_is_a_sentence(tmp_path, old, new, said):
    assert old in COUNTING
    with pytest.raises(ReportsError) as refused:
        imported(tmp_path, COUNTING.replace(old, new), "Gender,Status\n")
    assert said in str(refused.value)
    assert_plain(str(refused.value))


@pytest.mark.parametrize("name", ["our", "../../etc/passwd", ""])
def test_an_unknown_mapping_names_the_nearest(tmp_path, name):
    store = open_store(write_project(tmp_path, {f"{MAPPINGS}/ours.yml": COUNTING}))
    with pytest.raises(UnknownName, match="There is no mapping"):
        read_mapping(store, name)


def test_the_example_of_the_guide_reads_an_export(root, tmp_path):
    export = "Review date,Quarter,Plan\n" + "01/05/2026,Apr-Jun 2026,LAC\n" * 7 + "02/08/2026,Jul-Sep 2026,CIN\n" * 2
    (tmp_path / "reviews.csv").write_text(export, encoding="utf-8")
    made = apply_mapping(read_mapping(open_store(root), "example-reviews"), read_spreadsheet(tmp_path / "reviews.csv"))
    assert [(row["indicator"].value, row["period"].value, row["value"].value) for row in made.rows] == [
        ("reviews_lac_n", "2026-27 Q1", 7),
        ("reviews_cin_n", "2026-27 Q2", 2),
    ]
