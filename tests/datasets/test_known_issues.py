"""Which findings a known issue explains: those of its place, its figure and its kind, and no other."""

from __future__ import annotations

import pytest

from macros.datasets.known_issues import EXPLAINED_BY, unexplained
from macros.model.figure_problems import KINDS
from tests.checks.printed_reports import context, findings, issue, release, unexplained_kinds

WRONG_SUM = """
Table 9 | by_sex | 2017-03-31 | sex=male   | 108
Table 9 | by_sex | 2017-03-31 | sex=female | 96
Table 9 | by_sex | 2017-03-31 | sex=total  | 205
"""
CUT_OFF = "Table 14 | late_pct | 2016-17 Q2 | | 2.8 16/554"


def test_without_an_issue_a_finding_stands():
    assert unexplained_kinds(WRONG_SUM, []) == ["sum-of-parts"]


@pytest.mark.parametrize(
    "about",
    [
        {},
        {"indicator": "by_sex"},
        {"indicator": "by_sex", "area": "york", "period": "2017-03-31", "breakdown": "sex=total"},
        {"breakdown": "sex=female"},  # a part is wrong, not the total
    ],
)
def test_an_issue_explains_what_it_is_about(about):
    assert unexplained_kinds(WRONG_SUM, [], issue("SUM", "Table 9", **about)) == []


@pytest.mark.parametrize(
    "about",
    [
        {"indicator": "cla_n"}, {"area": "leeds"}, {"period": "2016-03-31"}, {"period": "2016-17"},
        {"breakdown": "sex=unknown"}, {"breakdown": "sex=total;age=old"},
    ],
)  # fmt: skip
def test_an_issue_does_not_explain_another_figure(about):
    assert unexplained_kinds(WRONG_SUM, [], issue("SUM", "Table 9", **about)) == ["sum-of-parts"]


@pytest.mark.parametrize("place", ["Table 8", "Table 90", "table 9", "Table 9 ", "", "whole report"])
def test_an_issue_does_not_explain_another_place(place):
    assert unexplained_kinds(WRONG_SUM, [], issue("SUM", place)) == ["sum-of-parts"]


@pytest.mark.parametrize("kind", ["PCT", "NUM", "XREF", "LBL", "CLAIM", "DISC", ""])
def test_an_issue_of_another_kind_does_not_explain_it(kind):
    assert unexplained_kinds(WRONG_SUM, [], issue(kind, "Table 9")) == ["sum-of-parts"]


@pytest.mark.parametrize(
    ("period", "left"),
    [("2016-17 Q2", 0), ("2016-17", 0), ("", 0), ("2016-17 Q1", 1), ("2015-16", 1), ("2016", 1)],
)
def test_a_year_fits_its_quarters(period, left):
    assert len(unexplained_kinds(CUT_OFF, [], issue("PCT", "Table 14", period=period))) == left


def test_a_quarter_does_not_fit_its_year():
    line = CUT_OFF.replace(" Q2", "")
    assert unexplained_kinds(line, [], issue("PCT", "Table 14", period="2016-17 Q2")) == ["share-cut-off"]


def test_a_figure_printed_twice_is_explained_at_either_place():
    lines = "Table 8 | cla_n | 2016-17 | | 1\npara 8.1 | cla_n | 2016-17 | | 2"
    for place in ("Table 8", "para 8.1"):
        assert unexplained_kinds(lines, [], issue("TXT", place)) == []
    assert unexplained_kinds(lines, [], issue("TXT", "Table 9")) == ["printed-twice"]


def test_a_number_twice_is_explained_by_its_number():
    lines = [f"Table {label} | cla_n | 2016-17 | | 1" for label in ("1", "1 (b)", "3")]
    both = [issue("NUM", "Table 1"), issue("NUM", "Table 2")]
    assert unexplained_kinds(lines, [], *both) == []
    assert unexplained_kinds(lines, [], both[0]) == ["number-missing"]
    assert unexplained_kinds(lines, [], both[1]) == ["number-twice"]


def test_one_report_s_issue_does_not_explain_another_s_finding():
    first = release(WRONG_SUM, report="york-2016-17")
    other = release("", issues=[issue("SUM", "Table 9")], report="york-2015-16")
    seen = context(first, other)
    assert [one.kind.id for one in unexplained(seen.store, findings(seen))] == ["sum-of-parts"]


def test_what_is_no_printed_figure_is_never_explained():
    assert set(KINDS) - set(EXPLAINED_BY) == {
        "base-undeclared",
        "bad-relation",
        "bad-claim",
        "bad-outline",
        "bad-label",
    }


def test_the_kinds_are_those_of_the_domain():
    known = {"SUM", "PCT", "TXT", "LBL", "NUM", "XREF", "BASE", "PER", "CMP", "CLAIM", "PLAUS", "RST", "DISC"}
    assert frozenset().union(*EXPLAINED_BY.values()) <= known
