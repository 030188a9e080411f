"""Which known issues concern a figure, so that it carries a mark."""

from __future__ import annotations

import pytest

from macros.datasets.known_issues import concerning, issues_of
from macros.datasets.store import open_store
from tests.builders import FIGURES, FOLDER, REPORT, csv_text, issue, observation, observations, write_project

FIGURE = ("on_time_pct", "york", "2016-17", "")


def numbers(root, *issues, figure=FIGURE, sources=("Table 5",)):
    store = open_store(write_project(root, {f"{FOLDER}/known_issues.csv": csv_text(issues)}))
    assert not store.findings
    return [one.number for one in concerning(store, REPORT, figure, sources)]


@pytest.mark.parametrize(
    ("changes", "concerns"),
    [
        ({"indicator": "on_time_pct"}, True),
        ({"indicator": "on_time_pct", "area": "york", "period": "2016-17"}, True),
        ({}, False),  # about the table
        ({"indicator": "seen_pct"}, False),
        ({"indicator": "on_time_pct", "period": "2015-16"}, False),
        ({"indicator": "on_time_pct", "area": "leeds"}, False),
        ({"indicator": "on_time_pct", "breakdown": "sex=male"}, False),
        ({"indicator": "on_time_pct", "source": "Table 6"}, False),
        ({"indicator": "on_time_pct", "kind": "LBL"}, False),  # a slip in a label, not in the figure
        ({"indicator": "on_time_pct", "kind": "NUM"}, False),
    ],
)
def test_an_issue_concerns_what_it_names(tmp_path, changes, concerns):
    assert numbers(tmp_path, issue(**changes)) == ([1] if concerns else [])


def test_an_issue_of_the_year_says_nothing_of_its_quarters(tmp_path):
    quarter = ("on_time_pct", "york", "2016-17 Q1", "")
    assert numbers(tmp_path, issue(indicator="on_time_pct", period="2016-17"), figure=quarter) == []


def test_issues_keep_the_numbers_of_their_rows(tmp_path):
    issues = issue(), issue(indicator="on_time_pct"), issue(), issue(indicator="on_time_pct", source="para 7.2")
    assert numbers(tmp_path, *issues, sources=("Table 5", "para 7.2")) == [2, 4]


def test_a_report_that_cannot_be_read_has_none(tmp_path):
    store = open_store(write_project(tmp_path))
    assert concerning(store, "nowhere", FIGURE, ("Table 5",)) == []


def test_the_breakdown_is_matched_as_it_is_published(tmp_path):
    row = observation(indicator="cla_by_sex", sex="male", value="1", source="Table 9")
    known = issue(indicator="cla_by_sex", source="Table 9", breakdown="sex=male")
    changes = {FIGURES: observations(row, row | {"sex": "female"}), f"{FOLDER}/known_issues.csv": csv_text([known])}
    store = open_store(write_project(tmp_path, changes))
    male, female = store.release(REPORT).observations
    assert [len(issues_of(store, REPORT, one)) for one in (male, female)] == [1, 0]


@pytest.mark.parametrize(("breakdown", "of_group"), [("", True), ("sex=male", False)])
def test_an_issue_that_names_no_category_is_about_the_group(tmp_path, breakdown, of_group):
    known = issue(indicator="cla_by_sex", breakdown=breakdown)
    store = open_store(write_project(tmp_path, {f"{FOLDER}/known_issues.csv": csv_text([known])}))
    (one,) = concerning(store, REPORT, ("cla_by_sex", "york", "2016-17", "sex=male"), ("Table 5",))
    assert one.is_of_group is of_group
