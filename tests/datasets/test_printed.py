"""A release side by side: places, relations that can be used, parts, and rounding."""

from __future__ import annotations

from decimal import Decimal

import pytest

from macros.checks.data import schema
from macros.datasets.printed import (
    decimals,
    parts_of,
    parts_of_total,
    places,
    relations,
    rounded,
    truncated,
    unreadable_relations,
)
from tests.builders import FOLDER, assert_plain, csv_text, write_project
from tests.checks.printed_reports import context, findings, release

LINES = """
Table 9 | by_sex | 2017-03-31 | sex=male   | 108
Table 9 | by_sex | 2017-03-31 | sex=female | 96
Table 9 | by_sex | 2017-03-31 @leeds | sex=male | 7
para 8  | by_sex | 2017-03-31 | sex=male   | 107
Table 3 | by_sex_age | 2017-03-31 | sex=male age=old | 3
Table 8 | cla_n  | 2017-03-31 | | 204
"""


def test_a_place_holds_one_area_in_printed_order():
    found = [(place.source, place.area, len(place.cells)) for place in places(release(LINES))]
    assert found == [
        ("Table 9", "york", 2),
        ("Table 9", "leeds", 1),
        ("para 8", "york", 1),
        ("Table 3", "york", 1),
        ("Table 8", "york", 1),
    ]


def test_parts_stand_in_one_place_if_they_can():
    held = release(LINES, ["sum: cla_n <- by_sex sex=male + by_sex sex=female"])
    (relation,) = relations(held)
    parts = parts_of(held, relation, held.by_indicator["cla_n"][0])
    assert parts is not None
    assert [(part.source, str(part.value)) for part in parts] == [("Table 9", "108"), ("Table 9", "96")]


def test_parts_stand_in_several_places_if_they_must():
    lines = LINES.replace("Table 9 | by_sex | 2017-03-31 | sex=male   | 108", "")
    held = release(lines, ["sum: cla_n <- by_sex sex=male + by_sex sex=female"])
    parts = parts_of(held, relations(held)[0], held.by_indicator["cla_n"][0])
    assert parts is not None
    assert [part.source for part in parts] == ["para 8", "Table 9"]


def test_parts_of_a_total_in_each_dimension():
    lines = """
    T | by_sex_age | 2016 | sex=a age=total     | 1
    T | by_sex_age | 2016 | sex=b age=total     | 2
    T | by_sex_age | 2016 | sex=a age=old       | 4
    T | by_sex_age | 2016 | sex=total age=total | 3
    """
    (place,) = places(release(lines))
    total = list(place.cells.values())[-1]
    found = {name: [str(one.value) for one in cells] for name, cells in parts_of_total(place, total).items()}
    assert found == {"sex": ["1", "2"]}


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("summ: cla_n <- by_sex sex=male", "'summ' is no rule; use one of: sum, equal, share, divided"),
        (": cla_n <- by_sex sex=male", "'' is no rule"),
        ("sum: <- by_sex sex=male", "the column 'result' must name one figure."),
        ("sum: cla_n + cla_n <- by_sex sex=male", "the column 'result' must name one figure."),
        ("sum: cla_n <-", "the rule 'sum' needs figures in the column 'parts'."),
        ("equal: cla_n <-", "the rule 'equal' needs figures"),
        ("divided: cla_n <- cla_n", "the rule 'divided' needs a count and a base in the column 'parts'."),
        ("share: by_sex <-", "the rule 'share' needs figures"),
        ("sum: cla_n <- by_sex sex=male by_sex", "cannot be read as figures."),
        ("sum: cla_n <- by_sex sex=male period=2016-17_Q7", "is not a period."),
        ("sum: cla_n <- by_sex sex=males", "the release has no figure 'by_sex sex=males'."),
        ("sum: cla_n <- by_sex", "the release has no figure 'by_sex'."),
        ("sum: cla_m <- by_sex sex=male", "the release has no figure 'cla_m'."),
        ("sum: cla_n <- by_sex sex=male area=hull", "the release has no figure 'by_sex sex=male area=hull'."),
        ("sum: cla_n period=2011-12 <- by_sex sex=male", "the release has no figure 'cla_n period=2011-12'."),
        ("sum: cla_n <- by_sex_age age=old sex=male", "several dimensions stand in the order of the columns."),
        ("whole: by_sex sex=males <-", "the release has no figure 'by_sex sex=males'."),
        ("not-parts: by_sexes <-", "the release has no figure 'by_sexes'."),
    ],
)  # fmt: skip
def test_a_relation_that_tests_nothing_is_told(row, why):
    held = release(LINES, ["equal: cla_n <- cla_n", row])
    ((number, said),) = unreadable_relations(held)
    assert number == 3
    assert why in said
    assert len(relations(held)) == 1  # and the other one is used
    findings(context(held))  # no rule falls over it
    (finding,) = schema(context(held))
    assert (finding.kind.id, finding.severity) == ("bad-relation", "stops")
    assert finding.place == "data/reports/york-2016-17/2026-11-21/relations.csv:3"
    assert_plain(finding.message)


@pytest.mark.parametrize(
    "row",
    [
        "sum: cla_n <- by_sex sex=male + by_sex sex=female",
        "share: by_sex <- cla_n",
        "share: by_sex_age sex=male <- cla_n",
        "whole: by_sex_age sex=male <-",
        "not-parts: by_sex_age <-",
        "sum: cla_n <- cla_n period=previous",
    ],
)
def test_a_relation_that_can_be_used(row):
    assert unreadable_relations(release(LINES, [row])) == []


def test_a_relation_is_read_from_its_file(tmp_path):
    from macros.checks import run

    rows = [{"rule": "sum", "result": "cla_n", "parts": "nothing", "note": ""}]
    (finding,) = run(write_project(tmp_path, {f"{FOLDER}/relations.csv": csv_text(rows)}))
    assert (finding.kind.id, finding.place) == ("bad-relation", f"{FOLDER}/relations.csv:2")


def test_a_file_without_a_column_is_told_and_not_used(tmp_path):
    from macros.checks import run

    rows = [{"rule": "sum", "result": "cla_by_sex sex=total"}]
    found = run(write_project(tmp_path, {f"{FOLDER}/relations.csv": csv_text(rows)}))
    assert {finding.kind.id for finding in found} == {"missing-column"}


@pytest.mark.parametrize(
    ("exact", "digits", "half_up", "cut_off"),
    [
        ("0.5", 0, "1", "0"),
        ("1.5", 0, "2", "1"),
        ("2.449", 1, "2.4", "2.4"),
        ("9.95", 1, "10.0", "9.9"),
        ("-0.5", 0, "-1", "-0"),
        ("3", 2, "3.00", "3.00"),
    ],
)
def test_rounding_and_cutting_off(exact, digits, half_up, cut_off):
    assert str(rounded(Decimal(exact), digits)) == half_up
    assert str(truncated(Decimal(exact), digits)) == cut_off


@pytest.mark.parametrize(("text", "digits"), [("7", 0), ("7.0", 1), ("7.00", 2), ("0.050", 3), ("1E+3", 0)])
def test_printed_decimals(text, digits):
    assert decimals(Decimal(text)) == digits
