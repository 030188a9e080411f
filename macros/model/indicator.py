"""An indicator: what is measured, of whom, and in which words each edition says it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """The unit of an indicator's values."""

    COUNT = "count"
    PERCENT = "percent"
    RATE = "rate_10000"
    RATIO = "ratio"
    SCORE = "score"
    WEEKS = "weeks"
    FTE = "fte"


class Polarity(StrEnum):
    """Whether a high value is good, a low value is good, or neither."""

    HIGH = "high"
    LOW = "low"
    NONE = "none"


class PeriodType(StrEnum):
    """How values relate to time (DOMAIN.md section 5): only flows add up over quarters."""

    SNAPSHOT = "snapshot"
    FLOW = "flow"
    CUMULATIVE = "cumulative"


@dataclass(frozen=True)
class Indicator:
    """One row of `data/catalogue/indicators.csv`. `decimals` is the usual printed precision."""

    id: str
    name: str
    plain_name: str
    topic: str
    unit: Unit
    counted: str
    plain_counted: str
    dimensions: tuple[str, ...]
    decimals: int
    polarity: Polarity
    definition: str
    plain_definition: str
    base: str
    plain_base: str
    base_unit: str
    period_type: PeriodType
    age_scope: str
    includes_short_breaks: str
