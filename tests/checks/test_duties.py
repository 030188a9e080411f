"""`duties`: the requirements a page says it meets are ones that exist."""

from __future__ import annotations

import pytest

from macros.checks.context import open_context
from macros.checks.duties import duties
from tests.builders import (
    CATALOGUE,
    FIGURES,
    REPORT,
    assert_plain,
    observation,
    observations,
    page,
    settings,
    write_project,
)

PAGE = f"docs/reports/{REPORT}/one.md"


def found(root, meets: str) -> list[tuple[str, str]]:
    findings = duties(open_context(write_project(root, {PAGE: page("A", meets=meets)})))
    for finding in findings:
        assert_plain(finding.message)
    return [(finding.kind.id, finding.path) for finding in findings if finding.kind.id != "duty-met-and-not"]


def test_a_duty_there_is(tmp_path):
    assert found(tmp_path, "[A1]") == []


def test_each_duty_there_is_not(tmp_path):
    assert found(tmp_path, "[A1, A9, Z1]") == [("unknown-duty", PAGE)] * 2


def test_a_page_that_meets_nothing(tmp_path):
    assert found(tmp_path, "") == []


def test_one_duty_written_without_brackets_is_one_duty(tmp_path):
    assert found(tmp_path, "A1") == []


@pytest.mark.parametrize("meets", ["5", "true"])
def test_a_value_that_is_no_list_is_found(tmp_path, meets):
    assert found(tmp_path, meets) == [("unknown-duty", PAGE)]


def test_a_duty_like_no_other_is_told_something_useful(tmp_path):
    (finding,) = duties(open_context(write_project(tmp_path, {PAGE: page("A", meets="[Q7]")})))
    assert "The nearest are: ." not in finding.message
    assert finding.message.endswith(" For instance: A1.")


def test_where_no_duty_is_defined_none_is_named(tmp_path):
    changes = {
        f"{CATALOGUE}/duties.csv": "id,requirement,basis,severity,valid_from,valid_to\n",
        PAGE: page("A", meets="[Q7]"),
    }
    finding = duties(open_context(write_project(tmp_path, changes)))[0]
    assert finding.message.endswith("data/catalogue/duties.csv does not have.")


# ---------------------------------------------------------------- all of a report

REPORT_FILE = f"data/reports/{REPORT}/report.yml"
COLUMNS = "id,requirement,basis,severity,valid_from,valid_to,needs\n"


def rows(*lines: str) -> str:
    return COLUMNS + "".join(f"{line}\n" for line in lines)


A1 = "A1,A report.,Handbook,stops,2011-04-01,,"
B1 = "B1,Support.,Handbook,warns,2011-04-01,,"


def of_report(root, duty_rows: str, meets: str = "", **changes: object) -> list[tuple[str, str]]:
    files = {f"{CATALOGUE}/duties.csv": duty_rows, REPORT_FILE: settings(**{"not_met": None} | changes)}
    context = open_context(write_project(root, files | {PAGE: page("A", meets=meets)}))
    assert not [one for one in context.store.findings if one.path != REPORT_FILE], context.store.findings
    findings = duties(context)
    for finding in findings:
        assert_plain(finding.message)
    return [(finding.kind.id, finding.path) for finding in findings]


def test_a_duty_nobody_meets_stops_and_guidance_warns(tmp_path):
    assert of_report(tmp_path, rows(A1, B1)) == [("duty-not-met", REPORT_FILE), ("guidance-not-met", REPORT_FILE)]


def test_a_duty_that_the_report_explains(tmp_path):
    assert of_report(tmp_path, rows(A1), not_met="{A1: It could not.}") == []


def test_a_duty_that_is_met_and_explained(tmp_path):
    assert of_report(tmp_path, rows(A1), "[A1]", not_met="{A1: No.}") == [("duty-met-and-not", REPORT_FILE)]


def test_an_explained_duty_there_is_not(tmp_path):
    assert of_report(tmp_path, rows(A1), "[A1]", not_met="{A9: No.}") == [("unknown-duty-of-report", REPORT_FILE)]


@pytest.mark.parametrize("not_met", ["{A1: }", "{A1: [x]}", "A1", "[A1]"])
def test_a_reason_that_is_none(tmp_path, not_met):
    changes = {REPORT_FILE: settings(not_met=not_met), PAGE: page("A")}
    found_here = open_context(write_project(tmp_path, changes)).store.findings
    assert {one.kind.id for one in found_here} == {"bad-setting"}


@pytest.mark.parametrize(
    ("row", "stops"),
    [
        ("A1,A report.,Handbook,stops,2017-04-01,,", False),  # it came after the report's period
        ("A1,A report.,Handbook,stops,2017-03-31,,", True),
        ("A1,A report.,Handbook,stops,2011-04-01,2016-03-31,", False),  # it had ended
        ("A1,A report.,Handbook,stops,,,", True),
    ],
)
def test_a_duty_holds_for_its_time(tmp_path, row, stops):
    assert bool(of_report(tmp_path, rows(row))) is stops


def test_a_duty_needs_one_of_its_figures(tmp_path):
    held = rows("A1,A report.,Handbook,stops,,,caseload_avg;on_time_pct")
    assert of_report(tmp_path, held, "[A1]") == []


def test_a_duty_claimed_without_its_figures(tmp_path):
    wanted = rows("A1,A report.,Handbook,stops,,,caseload_avg")
    files = {
        f"{CATALOGUE}/duties.csv": wanted,
        REPORT_FILE: settings(not_met=None),
        FIGURES: observations(observation()),
        PAGE: page("A", meets="[A1]"),
    }
    (finding,) = duties(open_context(write_project(tmp_path, files)))
    assert (finding.kind.id, finding.path) == ("duty-without-figure", PAGE)
    assert "none of the figures that it needs: caseload_avg" in finding.message


def test_a_needed_figure_that_is_none_is_told(tmp_path):
    files = {f"{CATALOGUE}/duties.csv": rows("A1,A report.,Handbook,stops,,,caselod_avg")}
    (finding,) = open_context(write_project(tmp_path, files)).store.findings
    assert finding.kind.id == "unknown-code"
    assert "caseload_avg" in finding.message


def test_a_report_without_pages_is_asked_nothing(tmp_path):
    files = {f"{CATALOGUE}/duties.csv": rows(A1), REPORT_FILE: settings(not_met=None)}
    assert duties(open_context(write_project(tmp_path, files))) == []
