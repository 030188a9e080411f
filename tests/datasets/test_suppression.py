"""Suppression: what is hidden cannot be worked out, shown by trying every table; nothing is hidden needlessly."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.datasets.linear_audit import Equation, audit, total_of
from macros.datasets.suppression import DEFAULT, Policy, Why, suppress

ROWS, COLUMNS = 2, 2
INNER = [(row, column) for row in range(ROWS) for column in range(COLUMNS)]


def margins() -> list[Equation]:
    """A table of 2 by 2 with totals of rows and columns, and of all; the column or row -1 is the total."""
    down = [total_of((-1, column), [(row, column) for row in range(ROWS)]) for column in (*range(COLUMNS), -1)]
    across = [total_of((row, -1), [(row, column) for column in range(COLUMNS)]) for row in (*range(ROWS), -1)]
    return [*down, *across]


def table(inner: list[int]) -> dict[tuple[int, int], int]:
    """The cells of a table with all its totals."""
    cells = dict(zip(INNER, inner, strict=True))
    cells |= {(row, -1): sum(cells[row, column] for column in range(COLUMNS)) for row in range(ROWS)}
    cells |= {(-1, column): sum(cells[row, column] for row in range(ROWS)) for column in range(COLUMNS)}
    return cells | {(-1, -1): sum(inner)}


def every_table(cells, hidden, lowest, highest):
    """Every table that agrees with what is shown, by trying each inner cell."""
    spans = [range(lowest, highest + 1) if cell in hidden else (cells[cell],) for cell in INNER]
    for inner in product(*spans):
        made = table(list(inner))
        if all(made[cell] >= lowest if cell in hidden else made[cell] == cells[cell] for cell in cells):
            yield made


counts = st.lists(st.one_of(st.integers(0, 7), st.integers(6, 12)), min_size=4, max_size=4)


@given(counts)
@settings(max_examples=25, deadline=None)
def test_no_hidden_cell_can_be_worked_out(inner):
    cells = table(inner)
    hidden = suppress(cells, margins()).hidden
    lowest = 0 if any(not cells[cell] for cell in hidden) else 1
    tables = list(every_table(cells, hidden, lowest, max(inner) + 2))
    assert cells in tables
    for cell in hidden:
        assert len({made[cell] for made in tables}) > 1, (cell, cells, hidden)


@given(counts)
@settings(max_examples=25, deadline=None)
def test_small_counts_are_hidden_and_others_only_to_protect_them(inner):
    cells = table(inner)
    hidden = suppress(cells, margins()).hidden
    small = {cell for cell, count in cells.items() if DEFAULT.is_small(count)}
    assert small == {cell for cell, why in hidden.items() if why is Why.SMALL}
    if all(count == 0 or count >= DEFAULT.least_base for count in cells.values()):
        assert not hidden


@given(counts, st.sets(st.sampled_from([*INNER, (0, -1), (-1, 0), (-1, -1)]), min_size=1, max_size=5))
@settings(max_examples=25, deadline=None)
def test_the_audit_finds_what_trying_every_table_finds(inner, hidden):
    cells = {cell: count + 1 for cell, count in zip(INNER, inner, strict=True)}
    cells = table(list(cells.values()))  # no noughts
    shown = {cell: (count, count) for cell, count in cells.items() if cell not in hidden}
    found = audit(margins(), shown, hidden, 5)
    tables = list(every_table(cells, hidden, 1, max(inner) + 6))
    certain = {cell for cell in hidden if len({made[cell] for made in tables}) == 1}
    assert not found.undecided
    assert certain <= found.values.keys()
    assert {cell: found.values[cell] for cell in certain} == {cell: cells[cell] for cell in certain}


def test_a_single_small_count_takes_a_second_one_with_it():
    whole = {"all": 30, "girls": 3, "boys": 27}
    found = suppress(whole, [total_of("all", ["girls", "boys"])])
    assert found.hidden == {"girls": Why.SMALL, "boys": Why.SUBTRACTION}
    assert not found.unsafe


def test_two_that_can_only_be_one_each_are_not_safe():
    found = audit([total_of("all", ["a", "b", "c"])], {"all": (12, 12), "c": (10, 10)}, {"a", "b"}, 5)
    assert found.values == {"a": 1, "b": 1}


def test_two_that_can_only_be_five_each_are_not_safe():
    found = audit([total_of("all", ["a", "b"])], {"all": (10, 10)}, {"a", "b"}, 5)
    assert found.values == {"a": 5, "b": 5}


def test_noughts_that_tell_of_a_whole_small_group_are_hidden():
    found = suppress({"all": 4, "a": 4, "b": 0}, [total_of("all", ["a", "b"])])
    assert found.hidden == {"all": Why.SMALL, "a": Why.SMALL, "b": Why.GROUP}


def test_a_group_under_ten_that_is_all_alike_is_hidden():
    found = suppress({"all": 7, "a": 7, "b": 0}, [total_of("all", ["a", "b"])])
    assert found.hidden == {"a": Why.GROUP, "b": Why.GROUP}
    assert not suppress({"all": 70, "a": 70, "b": 0}, [total_of("all", ["a", "b"])]).hidden


def test_only_the_guarded_cells_are_judged():
    assert not suppress({"reviews": 3}, [], strict=()).hidden
    assert suppress({"child": 3}, [], strict=("child",)).hidden == {"child": Why.SMALL}


def test_a_council_may_be_stricter():
    assert suppress({"a": 7}, [], policy=Policy(highest=9)).hidden == {"a": Why.SMALL}


def test_figures_that_contradict_each_other_still_give_away_what_one_table_gives():
    equations = [total_of("all", ["a", "b"]), total_of("other", ["a", "b"])]
    shown = {"all": (20, 20), "other": (25, 25), "b": (17, 17)}
    assert audit(equations, shown, {"a"}, 5).values.keys() == {"a"}


@pytest.mark.parametrize("size", [400])
def test_a_large_table_is_audited_quickly(size):
    equations = [total_of(("all", n), [(n, "a"), (n, "b"), (n, "c")]) for n in range(size)]
    shown = {("all", n): (30, 30) for n in range(size)} | {(n, "c"): (10, 10) for n in range(size)}
    hidden = {(n, part) for n in range(size) for part in "ab"}
    assert not audit(equations, shown, hidden, 5).values


def test_tables_that_have_nothing_to_do_with_what_is_asked_are_passed_over():
    equations = [total_of("all", ["a", "b"]), total_of("whole", ["c", "d"])]
    ranges = {"all": (10, 10), "b": (7, 7), "whole": (9, 9), "d": (5, 5)}
    assert audit(equations, ranges, (), 5).values == {"a": 3, "c": 4}
    assert audit(equations, ranges, (), 5, about={"all"}).values == {"a": 3}  # known itself, in a table that tells "a"
    assert audit(equations, ranges, (), 5, about={"elsewhere"}).values == {}
