"""The grammar of relations.csv: what can be written, and that anything else is refused in plain words."""

from __future__ import annotations

import time
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.errors import ReportsError
from macros.model.observation import Observation, ObservationKey
from macros.model.period import Period
from macros.model.relation import Rule, Term, parse_terms
from macros.model.status import ObservationStatus
from tests.builders import assert_plain

YEAR = Period.parse("2016-17")


def cell(period="2016-17", area="york", **breakdown):
    key = ObservationKey("by_sex", area, Period.parse(period), tuple(breakdown.items()))
    numbers = (Decimal(50), Decimal(1), Decimal(2))
    return Observation(key, *numbers, ObservationStatus.NORMAL, "Table 9", "", "figures.csv", 2)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("", ()),
        ("   ", ()),
        ("cla_n", (Term("cla_n", {}, "", ""),)),
        ("by_sex sex=male", (Term("by_sex", {"sex": "male"}, "", ""),)),
        ("x a=1 b=two-three", (Term("x", {"a": "1", "b": "two-three"}, "", ""),)),
        ("x period=2016-17_Q1", (Term("x", {}, "2016-17 Q1", ""),)),
        ("x period=previous area=north", (Term("x", {}, "previous", "north"),)),
        ("x take=numerator", (Term("x", {}, "", "", "numerator"),)),
        ("x + y - z", (Term("x", {}, "", ""), Term("y", {}, "", ""), Term("z", {}, "", "", sign=-1))),
        ("- x", (Term("x", {}, "", "", sign=-1),)),
        ("x\n  + y\t sex=a ", (Term("x", {}, "", ""), Term("y", {"sex": "a"}, "", ""))),
        ("x+y-z", (Term("x", {}, "", ""), Term("y", {}, "", ""), Term("z", {}, "", "", sign=-1))),
    ],
)
def test_what_can_be_written(text, terms):
    read = parse_terms(text)
    assert read == terms
    assert [term.breakdown for term in read] == [term.breakdown for term in terms]  # a term's equality counts them too


@pytest.mark.parametrize(
    "text",
    [
        "x y", "x, y", "x + ", "x + + y", "x = y", "x sex", "x sex=", "x =male", "X", "1x", "x * y", "x / 2", "100 - x",
        "x period=banana", "x period=2016-17_Q5", "x period=2016/17", "x period=2016-18", "x take=all", "x take=sign",
        "{{ x }}", "<b>x</b>", "x; DROP TABLE y", "=x+y", "\N{RIGHT-TO-LEFT OVERRIDE}x", "__import__('os')",
    ],
)  # fmt: skip
def test_anything_else_is_refused_in_plain_words(text):
    with pytest.raises(ReportsError) as refused:
        parse_terms(text)
    assert_plain(str(refused.value))


def test_a_code_is_only_looked_up():
    (term,) = parse_terms("x sex=<b>\0{{")
    assert term.breakdown == {"sex": "<b>\0{{"}


@given(st.text())
def test_any_text_is_read_or_refused(text):
    try:
        terms = parse_terms(text)
    except ReportsError:
        return
    assert all(isinstance(term, Term) for term in terms)


@pytest.mark.parametrize(
    "text", ["x " * 20_000, "x" + " a=b" * 20_000 + "!", "x + " * 20_000, "a=" * 20_000, " " * 100_000 + "!"]
)
def test_long_text_takes_no_long_time(text):
    started = time.process_time()
    with suppress(ReportsError):
        parse_terms(text)
    assert time.process_time() - started < 1


def test_a_term_takes_the_key_of_its_result():
    (term,) = parse_terms("by_sex sex=male")
    assert term.key(YEAR, "york") == ObservationKey("by_sex", "york", YEAR, (("sex", "male"),))


@pytest.mark.parametrize(
    ("text", "area", "period"),
    [
        ("x period=2016-17_Q3", "york", "2016-17 Q3"),
        ("x period=previous", "york", "2015-16"),
        ("x area=england", "england", "2016-17"),
        ("x area=england period=2017-03-31", "england", "2017-03-31"),
    ],
)
def test_a_fixed_period_or_area_wins(text, area, period):
    (term,) = parse_terms(text)
    assert term.key(YEAR, "york") == ObservationKey("x", area, Period.parse(period))


@pytest.mark.parametrize(("take", "number"), [("value", 50), ("numerator", 1), ("denominator", 2)])
def test_which_number_of_a_cell_is_meant(take, number):
    (term,) = parse_terms(f"by_sex take={take}")
    assert term.of(cell()) == number


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("by_sex sex=male", True),
        ("by_sex sex=female", False),
        ("by_sex", False),
        ("by_age sex=male", False),
        ("by_sex sex=male period=2016-17", True),
        ("by_sex sex=male period=2015-16", False),
        ("by_sex sex=male area=york", True),
        ("by_sex sex=male area=leeds", False),
    ],
)
def test_which_cells_a_result_speaks_of(text, chosen):
    (term,) = parse_terms(text)
    assert term.selects(cell(sex="male")) is chosen


def test_every_rule_is_one_word():
    assert [rule.value for rule in Rule] == [
        "sum", "equal", "share", "divided", "whole", "mean", "at-most", "stock-flow", "not-parts", "not-quarters",
    ]  # fmt: skip
