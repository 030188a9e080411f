"""Observation status: why a value is blank or special, in the letters of the Government Analysis
Function's "Using symbols and shorthand in tables" (January 2022)."""

from __future__ import annotations

from enum import StrEnum


class ObservationStatus(StrEnum):
    """One shorthand letter. `NORMAL` is the ordinary value and has no letter."""

    NORMAL = ""
    CONFIDENTIAL = "c"
    NOT_AVAILABLE = "x"
    NOT_APPLICABLE = "z"
    LOW = "low"
    PROVISIONAL = "p"
    ESTIMATED = "e"
    BREAK = "b"
    UNRELIABLE = "u"

    @property
    def explains_blank(self) -> bool:
        """Whether a value may be blank with this status."""
        return self in (
            ObservationStatus.CONFIDENTIAL,
            ObservationStatus.NOT_AVAILABLE,
            ObservationStatus.NOT_APPLICABLE,
            ObservationStatus.LOW,
        )

    @property
    def symbol(self) -> str:
        """How it is printed: the letter in square brackets, or nothing."""
        return f"[{self.value}]" if self.value else ""

    @property
    def meaning(self) -> str:
        """What the symbol means, for the legend above or below a table."""
        return MEANINGS[self]


MEANINGS = {
    ObservationStatus.NORMAL: "",
    ObservationStatus.CONFIDENTIAL: "too few children to show without pointing at someone",
    ObservationStatus.NOT_AVAILABLE: "not available: the printed report gives no number here",
    ObservationStatus.NOT_APPLICABLE: "not applicable: there was nothing to count",
    ObservationStatus.LOW: "more than zero, but rounds to zero",
    ObservationStatus.PROVISIONAL: "provisional",
    ObservationStatus.ESTIMATED: "estimated",
    ObservationStatus.BREAK: "break in series: not comparable with earlier values",
    ObservationStatus.UNRELIABLE: "low reliability",
}
