"""An observation: one value at one key, as printed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from macros.model.period import Period
from macros.model.status import ObservationStatus

Breakdown = tuple[tuple[str, str], ...]  # ((dimension, code), …) in column order


@dataclass(frozen=True)
class ObservationKey:
    """What a value is about. Two printed places may give the same key."""

    indicator: str
    area: str
    period: Period
    breakdown: Breakdown = ()

    @property
    def breakdown_text(self) -> str:
        """`dimension=code` joined by `;`, as the published contract writes it; empty for none."""
        return ";".join(f"{dimension}={code}" for dimension, code in self.breakdown)

    @property
    def words(self) -> str:
        """The key in one line, for a finding: indicator, categories, area, period."""
        parts = (self.indicator, self.breakdown_text, self.area, self.period.text)
        return " ".join(part for part in parts if part)


@dataclass(frozen=True)
class Observation:
    """A printed value. `value` has its printed decimals; None only where `status` explains it.

    `source` is the place in the printed report; `path` and `row` where the release holds it
    (row 1 is the header).
    """

    key: ObservationKey
    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    status: ObservationStatus
    source: str
    note: str
    path: str
    row: int
