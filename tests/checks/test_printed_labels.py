"""`labels` and `percentages`: labels that name another time, and words that speak of others than are counted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.datasets.known_issues import unexplained
from tests.checks.printed_reports import INDICATORS, context, findings, issue, release

LINES = ("Table 4 | cla_n | 2012-13 | | 861", "Table 6 | late_pct | 2016-17 | | 15")
REVIEWS = "review"


def label(kind, printed, means, source="Table 4"):
    return {"source": source, "kind": kind, "printed": printed, "means": means, "note": "the last column"}


def found(*labels, issues=()):
    seen = context(release(LINES, issues=issues, labels=labels))
    return unexplained(seen.store, findings(seen))


@pytest.mark.parametrize(
    ("printed", "means"),
    [("2012/13", "2012-13"), ("31 March 2013", "2012-13"), ("2013", "2013"), ("31/03/2018", "2018-03-31")],
)
def test_a_label_that_is_right(printed, means):
    assert found(label("period", printed, means)) == []


@pytest.mark.parametrize(
    ("printed", "means", "why"),
    [
        ("1012/13", "2012-13", "but 2012-13 is meant"),
        ("31/03/2017", "2018-03-31", "but 2018-03-31 is meant"),
        ("2013/14", "2013", "but 2013 is meant"),
        ("2015/15", "2015-16", "which is no year and no day"),
        ("205/16", "2015-16", "which is no year and no day"),
    ],
)
def test_a_label_of_no_time_or_another(printed, means, why):
    (finding,) = found(label("period", printed, means))
    assert (finding.kind.id, finding.check, finding.severity) == ("period-mislabelled", "labels", "stops")
    assert (finding.path.rpartition("/")[2], finding.line) == ("labels.csv", 2)
    assert finding.message.startswith(f"Table 4: the last column is labelled {printed}, {why}.")


@pytest.mark.parametrize("source", ["Table 4", "para 11.1"])  # over figures, and over none
def test_a_known_issue_of_the_place_explains_it(source):
    wrong = label("period", "2015/15", "2015-16", source)
    assert found(wrong, issues=[issue("LBL", source, indicator="cla_n")]) == []
    assert len(found(wrong, issues=[issue("LBL", "para 99"), issue("SUM", source)])) == 1


def test_words_that_count_by_what_the_figure_does():
    assert found(label("base", "child", "late_pct", "Table 6")) == []


def test_words_that_speak_of_others(monkeypatch):
    monkeypatch.setitem(INDICATORS, "late_pct", _counting(REVIEWS))
    (finding,) = found(label("base", "child", "late_pct", "Table 6"))
    assert (finding.kind.id, finding.check) == ("base-mixed", "percentages")
    assert "Table 6: the words count by child, but late_pct counts by review: the last column." in finding.message
    told_elsewhere = label("base", "child", "late_pct", "para 6.3")
    assert found(told_elsewhere, issues=[issue("BASE", "para 6.3", indicator="late_pct")]) == []
    assert len(found(told_elsewhere, issues=[issue("BASE", "para 6.3", indicator="cla_n")])) == 1


def _counting(unit):
    return replace(INDICATORS["late_pct"], base_unit=unit)


@pytest.mark.parametrize(
    "bad",
    [
        label("year", "2015/16", "2015-16"),
        label("", "", ""),
        label("period", "", "2015-16"),
        label("period", "2015/16", "2015/16"),
        label("base", "child", "no_such_indicator"),
        label("base", "unicorn", "late_pct"),
    ],
)
def test_a_row_that_cannot_be_read(bad):
    (finding,) = found(bad)
    assert (finding.kind.id, finding.check, finding.line) == ("bad-label", "schema", 2)
