"""How a value changed: direction, size, and whether that is better, in both voices."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from macros.model.indicator import Polarity
from macros.wording.numbers import round_half_up


class Direction(StrEnum):
    """Up, down, or the same at the printed precision."""

    UP = "up"
    DOWN = "down"
    SAME = "same"


class Verdict(StrEnum):
    """Whether a change is for the better, by the indicator's polarity."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    NEUTRAL = "neutral"


@dataclass(frozen=True)
class Change:
    """From `before` to `after`, in the indicator's unit."""

    before: Decimal
    after: Decimal
    polarity: Polarity

    @property
    def direction(self) -> Direction:
        """Whether the value rose or fell; 34.5 and a printed 35 may be the same, so they are no change."""
        if _agree(self.before, self.after):
            return Direction.SAME
        return Direction.UP if self.after > self.before else Direction.DOWN

    @property
    def verdict(self) -> Verdict:
        """Whether that is good: a fall is good where a low value is."""
        if self.direction is Direction.SAME:
            return Verdict.SAME
        if self.polarity is Polarity.NONE:
            return Verdict.NEUTRAL
        rose_and_high = (self.direction is Direction.UP) == (self.polarity is Polarity.HIGH)
        return Verdict.BETTER if rose_and_high else Verdict.WORSE


def _agree(one: Decimal, other: Decimal) -> bool:
    """Whether two printed values are the same when both are rounded half up to the fewer decimals."""
    decimals = min(max(0, -int(value.as_tuple().exponent)) for value in (one, other))
    return round_half_up(one, decimals) == round_half_up(other, decimals)


PREPOSITION = {Direction.UP: "up from", Direction.DOWN: "down from", Direction.SAME: "the same as"}
VERB = {Direction.UP: "rose", Direction.DOWN: "fell", Direction.SAME: "stayed the same"}
VERDICT_WORD = {
    Verdict.BETTER: "Better",
    Verdict.WORSE: "Worse",
    Verdict.SAME: "No change",
    Verdict.NEUTRAL: "Changed",
}


def arrow(change: Change) -> str:
    """The arrow that goes with the direction (never without a word beside it)."""
    return {Direction.UP: "▲", Direction.DOWN: "▼", Direction.SAME: "▶"}[change.direction]
