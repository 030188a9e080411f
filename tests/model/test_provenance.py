"""The marker of a figure: whatever its parts hold, it comes back."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.model.provenance import Provenance

NAMES = [field.name for field in fields(Provenance)]
PARTS = st.fixed_dictionaries({name: st.text(st.characters(exclude_characters="~"), max_size=12) for name in NAMES})
MARK = Provenance(
    "formal", "york-2016-17", "2026-11-21", "on_time_pct", "york", "2016-17 Q1", "sex=male;seen=seen", "67.4",
    "Table 5 (timeliness); para 7.2", "67%",
)  # fmt: skip


@given(PARTS)
@settings(deadline=None, max_examples=200)
def test_a_marker_is_read_back(parts):
    mark = Provenance(**parts)
    assert Provenance.parse(mark.marker, mark.shown) == mark


def test_what_is_shown_is_not_part_of_the_marker():
    assert MARK.marker == replace(MARK, shown="two thirds").marker


def test_the_separator_in_a_part_moves_no_other_part():
    mark = replace(MARK, source="Table 5 ~ 6")
    back = Provenance.parse(mark.marker, "67%")
    assert back == replace(mark, source="Table 5 - 6")


def test_a_marker_is_one_line_without_markdown():
    assert not set(MARK.marker) & set('\n|`*<>"[')


@pytest.mark.parametrize("marker", ["", "a", "~~~", "a~" * 20])
def test_a_text_that_marks_nothing_is_refused(marker):
    with pytest.raises(ValueError, match="does not mark a figure"):
        Provenance.parse(marker, "67%")
