"""Shares of the councils for several machines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.cli.national.parts import share
from macros.errors import BadRequest


@given(st.lists(st.integers(), unique=True), st.integers(1, 40))
def test_the_parts_hold_everything_once_and_differ_by_one_at_most(things, of):
    parts = [share(things, f"{number}/{of}") for number in range(1, of + 1)]
    assert sorted(one for part in parts for one in part) == sorted(things)
    assert max(map(len, parts)) - min(map(len, parts)) <= 1


def test_no_part_is_everything():
    assert share([1, 2], "") == [1, 2]


@pytest.mark.parametrize("part", ["0/8", "9/8", "3", "a/b", "-1/8", "1/0", "1/8/2", "²/8", "1/99999"])
def test_what_is_no_part_is_told(part):
    with pytest.raises(BadRequest, match="is no part"):
        share([1], part)
