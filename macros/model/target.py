"""A target: a value somebody said an indicator should reach."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from macros.model.period import Period


class Comparison(StrEnum):
    """How a value is held against its target."""

    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    BETWEEN = "between"


@dataclass(frozen=True)
class Target:
    """One row of `data/catalogue/targets.csv`; `upper` only for `between`;
    `breakdown` as `dimension=code` joined by `;`; `called` the word for it: target, legal limit, expected range."""

    indicator: str
    area: str
    breakdown: str
    called: str
    since: Period
    comparison: Comparison
    value: Decimal
    upper: Decimal | None
    set_by: str
    source: str
    note: str

    @property
    def categories(self) -> dict[str, str]:
        """The breakdown as `dimension: code`; a dimension left out stands for its total."""
        return dict(part.partition("=")[::2] for part in self.breakdown.split(";") if part)

    def is_met(self, value: Decimal) -> bool:
        """Whether a value reaches the target, both in the indicator's unit."""
        if self.comparison is Comparison.AT_MOST:
            return value <= self.value
        if self.comparison is Comparison.AT_LEAST:
            return value >= self.value
        return self.value <= value <= (self.upper or self.value)
