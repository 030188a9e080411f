"""A claim: what the printed words say of figures, declared as data so that a rule can hold it against them
(DOMAIN.md section 9: delta_claim_direction, text_number_in_table)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from macros.errors import BadRequest, excerpt
from macros.model.relation import Term

_AMOUNT = re.compile(r"(\d{1,9}(?:\.\d{1,6})?)(?:/([1-9]\d{0,8}))?", re.ASCII)


class Said(StrEnum):
    """What is said of the result."""

    RISE = "rise"
    FALL = "fall"
    SAME = "same"
    ABOVE = "above"
    BELOW = "below"
    EQUAL = "equal"
    HIGHEST = "highest"
    LOWEST = "lowest"
    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "over"
    UNDER = "under"

    @property
    def is_size(self) -> bool:
        """Whether it names an amount."""
        return self in (Said.ABOUT, Said.NEARLY, Said.OVER, Said.UNDER)

    @property
    def is_rank(self) -> bool:
        """Whether it sets the result among others."""
        return self in (Said.HIGHEST, Said.LOWEST)


@dataclass(frozen=True)
class Amount:
    """An amount as it is claimed: `1/3` (a fraction of something) or `50` (in the unit of the result)."""

    size: Fraction
    is_fraction: bool

    @classmethod
    def parse(cls, text: str) -> Amount:
        """Raises BadRequest for a text that is neither `1/3` nor `50`."""
        found = _AMOUNT.fullmatch(text.strip())
        if found is None:
            raise BadRequest(f"'{excerpt(text)}' is no amount.", "Write a fraction (1/3) or a number (50).")
        return cls(Fraction(found[1]) / int(found[2] or 1), found[2] is not None)


@dataclass(frozen=True)
class Claim:
    """One row of a release's `claims.csv`. `note` says in our words what is claimed; `row` counts from 2."""

    source: str
    said: Said
    result: Term
    against: tuple[Term, ...]
    amount: Amount | None
    note: str
    row: int


SLACK = Fraction(1, 10)  # how far from an amount "about" may lie, as a part of it
STEADY = Fraction(1, 20)  # how much of itself a figure may change and still be called the same


def holds(said: Said, value: Decimal, others: list[Decimal]) -> bool:
    """Whether a claim of direction or rank is true; `others` are what the value is held against."""
    match said:
        case Said.RISE | Said.ABOVE:
            return value > others[0]
        case Said.FALL | Said.BELOW:
            return value < others[0]
        case Said.EQUAL:
            return value == others[0]
        case Said.SAME:
            return abs(Fraction(value) - Fraction(others[0])) <= abs(Fraction(others[0])) * STEADY
        case Said.HIGHEST:
            return value >= max(others)
        case Said.LOWEST:
            return value <= min(others)
    raise ValueError(f"'{said}' needs an amount.")


def reaches(said: Said, value: Fraction, size: Fraction) -> bool:
    """Whether a claim of size is true: `nearly` is not far below the amount, `about` not far on either side."""
    match said:
        case Said.ABOUT:
            return abs(value - size) <= size * SLACK
        case Said.NEARLY:
            return size * (1 - SLACK) <= value <= size
        case Said.OVER:
            return value > size
        case Said.UNDER:
            return value < size
    raise ValueError(f"'{said}' names no amount.")
