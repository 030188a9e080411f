"""Numbers as words and digits. The rounding rule lives here: half up, as the DfE advises
(DOMAIN.md section 6), never Python's half to even."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

from macros.model.indicator import Unit

_SMALL = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def round_half_up(value: Decimal, decimals: int = 0) -> Decimal:
    """`value` rounded half up to `decimals` places."""
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, Context(prec=200))


def digits(value: Decimal) -> str:
    """A value with its printed decimals and thousands separators."""
    return f"{value:,f}"


def in_unit(value: Decimal, unit: Unit) -> str:
    """A value as it stands in a sentence or a cell: `67%`, `1,202`, `55 per 10,000`."""
    shown = digits(value)
    if unit is Unit.PERCENT:
        return f"{shown}%"
    if unit is Unit.RATE:
        return f"{shown} per 10,000"
    return f"{shown} weeks" if unit is Unit.WEEKS else shown


def share_of(percent: Decimal, denominator: int) -> tuple[int, bool]:
    """A percentage as a whole number out of 10 or 100, and whether that is exact."""
    exact = percent * denominator / 100
    rounded = round_half_up(exact)
    return int(rounded), rounded == exact


def out_of(percent: Decimal, denominator: int) -> str:
    """`about 7 out of 10`, `67 out of every 100`; a share that rounds to nothing or all says so."""
    number, exact = share_of(percent, denominator)
    every = "every " if denominator == 100 else ""
    if number == 0 and percent > 0:
        return f"fewer than 1 out of {every}{denominator}"
    if number == denominator and percent < 100:
        return (
            f"nearly all ({denominator} out of {every}{denominator}, rounded)" if denominator == 100 else "nearly all"
        )
    shown = f"{number} out of {every}{denominator}"
    return shown if exact else f"about {shown}"


def small_number(number: int) -> str:
    """A count up to ten as a word, larger ones as digits."""
    return _SMALL[number] if 0 <= number <= 10 else f"{number:,}"
