"""A line is added to a file, or taken away, and nothing else in it changes."""

from __future__ import annotations

from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from macros.datasets.yaml_lines import Value, with_entry, with_item, without_entry
from macros.errors import BadRequest
from tests.builders import assert_plain

DAY = date(2027, 6, 14)
ITEM: dict[str, Value] = {"body": "Corporate Parenting Board", "date": DAY}
FILE = """# the report
id: york-2016-17  # as its folder
status: draft
{dates}# who
approvals: {approvals}
not_met:
  A1: >-
    Because.
"""


@pytest.mark.parametrize(
    ("dates", "wanted"),
    [
        ("", "not_met:\n  A1: >-\n    Because.\ndates:\n  approved: 2027-06-14\n"),
        ("dates:\n  for-panel: 2027-05-03\n", "dates:\n  for-panel: 2027-05-03\n  approved: 2027-06-14\n# who"),
        (
            "dates:\n    for-panel: 2027-05-03 # a\n",
            " # a\n    approved: 2027-06-14\n# who",
        ),
        ("dates: {}\n", "dates:\n  approved: 2027-06-14\n# who"),
        ("dates:\n", "dates:\n  approved: 2027-06-14\n# who"),
        ("dates: {for-panel: 2027-05-03}\n", "dates: {for-panel: 2027-05-03, approved: 2027-06-14}\n"),
        ("dates:\n  approved: 2026-01-01\n", "dates:\n  approved: 2027-06-14\n"),
        ("dates: {approved: 2026-01-01, for-panel: 2027-05-03}\n", "dates: {for-panel: 2027-05-03, approved: 2027"),
    ],
)
def test_an_entry_is_added_where_it_belongs(dates, wanted):
    before = FILE.format(dates=dates, approvals="[]")
    made = with_entry(before, "dates", "approved", DAY, path="report.yml")
    assert wanted in made
    assert yaml.safe_load(made)["dates"]["approved"] == DAY
    assert [line for line in before.splitlines() if line not in made.splitlines() and "dates" not in line] in (
        [],
        ["  approved: 2026-01-01"],
    )


@pytest.mark.parametrize(
    ("approvals", "wanted"),
    [
        ("[]", 'approvals:\n  - body: "Corporate Parenting Board"\n    date: 2027-06-14\nnot_met'),
        ("", 'approvals:\n  - body: "Corporate Parenting Board"\n    date: 2027-06-14\nnot_met'),
        ("\n- body: A\n", '- body: A\n- body: "Corporate Parenting Board"\n  date: 2027-06-14\n'),
        ("\n  - body: A\n    source: >-\n      long\n", '      long\n  - body: "Corporate Parenting Board"\n'),
        ("[{body: A}]", 'approvals: [{body: A}, {body: "Corporate Parenting Board", date: 2027-06-14}]\n'),
    ],
)
def test_an_item_is_added_after_the_others(approvals, wanted):
    made = with_item(FILE.format(dates="", approvals=approvals), "approvals", ITEM, path="report.yml")
    assert wanted in made
    assert yaml.safe_load(made)["approvals"][-1] == ITEM


@pytest.mark.parametrize(
    ("dates", "wanted"),
    [
        ("dates:\n  for-panel: 2027-05-03\n  approved: 2027-06-14  # a\n", "dates:\n  for-panel: 2027-05-03\n# who"),
        ("dates:\n  approved: 2027-06-14\n", "status: draft\n# who"),
        ("dates: {approved: 2027-06-14}\n", "status: draft\n# who"),
        ("", "status: draft\n# who"),
    ],
)
def test_an_entry_is_taken_away(dates, wanted):
    made = without_entry(FILE.format(dates=dates, approvals="[]"), "dates", "approved", path="report.yml")
    assert wanted in made


@pytest.mark.parametrize(
    "text",
    [
        "dates: soon\n", "dates: [2027-05-03]\n", "dates: {\n", "- a\n", "dates: &a {for-panel: 2027-05-03}\nb: *a\n",
        "dates: |\n  text\n",
    ],
)  # fmt: skip
def test_what_cannot_be_changed_safely_is_left(text):
    with pytest.raises(BadRequest) as refused:
        with_entry(text, "dates", "approved", DAY, path="report.yml")
    assert_plain(str(refused.value))


def test_a_list_that_is_none_is_left():
    with pytest.raises(BadRequest):
        with_item("approvals: all\n", "approvals", ITEM, path="report.yml")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40))
def test_whatever_a_body_is_called_comes_back(body):
    made = with_item(FILE.format(dates="", approvals="[]"), "approvals", {"body": body}, path="report.yml")
    assert yaml.safe_load(made)["approvals"] == [{"body": body}]
