"""`duties`: the requirements a page says it meets are ones that exist."""

from __future__ import annotations

import pytest

from macros.checks.context import open_context
from macros.checks.duties import duties
from tests.builders import CATALOGUE, REPORT, assert_plain, page, write_project

PAGE = f"docs/reports/{REPORT}/one.md"


def found(root, meets: str) -> list[tuple[str, str]]:
    findings = duties(open_context(write_project(root, {PAGE: page("A", meets=meets)})))
    for finding in findings:
        assert_plain(finding.message)
    return [(finding.kind.id, finding.path) for finding in findings]


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
    (finding,) = duties(open_context(write_project(tmp_path, changes)))
    assert finding.message.endswith("data/catalogue/duties.csv does not have.")
