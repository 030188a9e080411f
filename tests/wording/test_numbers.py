"""Numbers as text: rounding half up, separators, shares out of ten and a hundred."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.model.indicator import Unit
from macros.wording.numbers import digits, in_unit, out_of, round_half_up, share_of, small_number

VALUES = st.decimals(-100_000, 100_000, allow_nan=False, allow_infinity=False, places=4)
PERCENTS = st.decimals(0, 100, allow_nan=False, allow_infinity=False, places=2)


@pytest.mark.parametrize(
    ("value", "decimals", "rounded"),
    [
        ("0.5", 0, "1"), ("1.5", 0, "2"), ("2.5", 0, "3"), ("-0.5", 0, "-1"), ("0.49", 0, "0"), ("66.5", 0, "67"),
        ("9.15", 1, "9.2"), ("1.005", 2, "1.01"), ("1.04", 1, "1.0"), ("67", 1, "67.0"),
    ],
)  # fmt: skip
def test_a_half_is_rounded_up(value, decimals, rounded):
    assert str(round_half_up(Decimal(value), decimals)) == rounded


@given(VALUES, st.integers(0, 3))
@settings(deadline=None, max_examples=300)
def test_rounding_agrees_with_fractions(value, decimals):
    step = Fraction(1, 10**decimals)
    size = abs(Fraction(value)) / step
    nearest = floor(size + Fraction(1, 2)) * step
    assert Fraction(round_half_up(value, decimals)) == (nearest if value >= 0 else -nearest)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0"), ("67", "67"), ("1202", "1,202"), ("1000000.50", "1,000,000.50"), ("60.99", "60.99"),
        ("1.0", "1.0"), ("-1202", "-1,202"), ("1E+3", "1,000"),
    ],
)  # fmt: skip
def test_digits_keep_the_printed_decimals(value, text):
    assert digits(Decimal(value)) == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("67", Unit.PERCENT, "67%"),
        ("1202", Unit.COUNT, "1,202"),
        ("55", Unit.RATE, "55 per 10,000"),
        ("26", Unit.WEEKS, "26 weeks"),
        ("16.11", Unit.SCORE, "16.11"),
        ("99", Unit.RATIO, "99"),
        ("4.2", Unit.FTE, "4.2"),
    ],
)
def test_a_value_in_its_unit(value, unit, text):
    assert in_unit(Decimal(value), unit) == text


@pytest.mark.parametrize(
    ("percent", "of", "text"),
    [
        ("0", 10, "0 out of 10"),
        ("100", 10, "10 out of 10"),
        ("50", 10, "5 out of 10"),
        ("67", 10, "about 7 out of 10"),
        ("65", 10, "about 7 out of 10"),
        ("64.9", 10, "about 6 out of 10"),
        ("99.6", 10, "nearly all"),
        ("0.4", 10, "fewer than 1 out of 10"),
        ("4.9", 10, "fewer than 1 out of 10"),
        ("0", 100, "0 out of every 100"),
        ("100", 100, "100 out of every 100"),
        ("67", 100, "67 out of every 100"),
        ("60.99", 100, "about 61 out of every 100"),
        ("0.4", 100, "fewer than 1 out of every 100"),
        ("0.5", 100, "about 1 out of every 100"),
    ],
)
def test_a_share_out_of_ten_or_a_hundred(percent, of, text):
    assert out_of(Decimal(percent), of) == text


def test_nearly_all_of_a_hundred_never_says_all():
    assert out_of(Decimal("99.6"), 100).startswith("nearly all")


@given(PERCENTS, st.sampled_from([10, 100]))
@settings(deadline=None, max_examples=300)
def test_a_share_is_honest(percent, of):
    number, exact = share_of(percent, of)
    assert 0 <= number <= of
    assert abs(Fraction(percent) * of / 100 - number) <= Fraction(1, 2)
    text = out_of(percent, of)
    if number == of and not exact:
        assert "nearly all" in text
    elif number == 0 and not exact:
        assert "fewer than 1" in text
    else:
        assert text.startswith("about ") is not exact


@given(st.integers(-20, 2000))
@settings(deadline=None)
def test_a_small_number_is_a_word_up_to_ten(number):
    text = small_number(number)
    assert text.isalpha() is (0 <= number <= 10)
    if not text.isalpha():
        assert int(text.replace(",", "")) == number
