"""What a later report says otherwise, with both values, and which keys that concerns."""

from __future__ import annotations

from macros.datasets.restatements import restated_keys, restatements, stale_comparators
from tests.checks.printed_reports import context, release

FIRST, SECOND, THIRD = "york-2014-15", "york-2015-16", "york-2016-17"


def store(*lines):
    names = (FIRST, SECOND, THIRD)
    return context(*(release(text, report=name) for name, text in zip(names, lines, strict=False))).store


def test_both_values_with_their_reports():
    (one,) = restatements(store("T 1 | cla_n | 2014-15 | | 191", "T 2 | cla_n | 2014-15 | | 193"))
    assert (one.first_report, str(one.first.value), one.later_report, str(one.later.value)) == (
        FIRST,
        "191",
        SECOND,
        "193",
    )


def test_each_pair_of_reports_is_compared():
    found = restatements(store(*(f"T | cla_n | 2014-15 | | {value}" for value in (1, 2, 3))))
    assert [(str(one.first.value), str(one.later.value)) for one in found] == [("1", "2"), ("1", "3"), ("2", "3")]


def test_a_blank_is_no_value():
    assert list(restatements(store("T | cla_n | 2014-15 | | ?", "T | cla_n | 2014-15 | | 3"))) == []


def test_the_keys_concerned():
    held = store(
        "T | cla_n | 2014-15 | | 1\nT | came_n | 2014-15 | | 1", "T | cla_n | 2014-15 | | 2\nT | came_n | 2014-15 | | 1"
    )
    assert {key.words for key in restated_keys(held)} == {"cla_n york 2014-15"}


def test_a_stale_block_names_the_year_it_is_from():
    def block(period):
        return "\n".join(f"T | status_pct | {period} @north | status=s{n} | {n}" for n in range(4))

    (found,) = stale_comparators(store(block("2013-14"), block("2014-15")))
    assert (found.report, found.period.text, len(found.rows)) == (FIRST, "2013-14", 4)


def test_one_report_alone_restates_nothing():
    held = store("T | cla_n | 2014-15 | | 1\nU | cla_n | 2014-15 | | 2")
    assert list(restatements(held)) == []
