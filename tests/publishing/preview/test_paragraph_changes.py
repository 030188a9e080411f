"""Two lists of paragraphs compared: each planted change is told as what it is, and as nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.publishing.preview.paragraph_changes import MOST, Change, paragraph_changes

OLD = ["Title", "The first one stands here.", "The second says a little more.", "A third ends it all."]


def told(old: list[str], new: list[str]) -> list[tuple[str, int | None, int]]:
    found = paragraph_changes(old, new)
    assert found is not None
    return [(one.change.value, one.before, one.after) for one in found]


def test_the_same_page_has_no_change():
    assert told(OLD, list(OLD)) == []


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ([*OLD[:2], "The second says a little less.", OLD[3]], [("changed", 2, 2)]),
        ([*OLD[:2], "Quite another thing was put in between them.", *OLD[2:]], [("new", None, 2)]),
        ([*OLD[:2], OLD[3]], [("gone", 2, 2)]),
        (OLD[:3], [("gone", 3, 3)]),
        ([OLD[0], *OLD[2:], OLD[1]], [("moved", 1, 3)]),
        (
            [OLD[0], "Nothing of it was kept anywhere."],
            [("new", None, 1), ("gone", 1, 2), ("gone", 2, 2), ("gone", 3, 2)],
        ),
    ],
    ids=["a word", "a new one", "one gone", "the last gone", "one moved", "all else"],
)
def test_a_planted_change_is_told(new, expected):
    assert sorted(told(OLD, new), key=str) == sorted(expected, key=str)


def test_a_short_word_does_not_move():
    long = ["One two three four.", "Five six seven eight."]
    assert told(["Yes", *long], [*long, "Yes"]) == [("gone", 0, 0), ("new", None, 2)]


def test_a_very_long_page_is_not_compared_one_by_one():
    assert paragraph_changes(["a"] * (MOST + 1), ["a"]) is None
    assert paragraph_changes(["a"], ["a"] * (MOST + 1)) is None


@given(st.lists(st.sampled_from(["a b c", "a b d", "x y z", "q", ""]), max_size=8),
       st.lists(st.sampled_from(["a b c", "a b d", "x y z", "q", ""]), max_size=8))  # fmt: skip
def test_every_paragraph_is_accounted_for(old, new):
    found = paragraph_changes(old, new) or []
    come = [one.after for one in found if one.change is not Change.GONE]
    gone = [one.before for one in found if one.change is not Change.NEW]
    assert len(set(come)) == len(come)
    assert len(set(gone)) == len(gone)
    assert len(old) - len(gone) == len(new) - len(come)  # what is left stands in both
