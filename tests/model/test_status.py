"""The shorthand letters: which explain a blank, how they are printed."""

from __future__ import annotations

import pytest

from macros.model.status import MEANINGS, ObservationStatus


def test_the_letters_are_those_of_the_government_analysis_function():
    assert sorted(ObservationStatus) == ["", "b", "c", "e", "low", "p", "u", "x", "z"]


@pytest.mark.parametrize("letter", ["c", "x", "z", "low"])
def test_these_explain_a_blank(letter):
    assert ObservationStatus(letter).explains_blank


@pytest.mark.parametrize("letter", ["", "p", "e", "b", "u"])
def test_these_do_not(letter):
    assert not ObservationStatus(letter).explains_blank


@pytest.mark.parametrize("status", [status for status in ObservationStatus if status], ids=str)
def test_each_letter_has_a_symbol_and_a_meaning(status):
    assert status.symbol == f"[{status.value}]"
    assert status.meaning == MEANINGS[status]
    assert status.meaning


def test_an_ordinary_value_has_no_symbol():
    assert ObservationStatus.NORMAL.symbol == ""
    assert ObservationStatus.NORMAL.meaning == ""
