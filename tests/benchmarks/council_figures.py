"""The figures of councils that do not exist: a release for each year, whose years agree from report to report."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from macros.datasets.catalogue import Catalogue
from macros.model.indicator import Indicator, PeriodType, Unit
from macros.model.period import Period

HISTORY = 5  # years in each report, its own the last
COLUMNS = ("indicator", "area", "period", "sex", "value", "numerator", "denominator", "status", "source", "note")
# between which values an indicator lies, and how far it moves in a year; shares by which way is good
_SHARES = {"high": (70, 96), "low": (8, 30), "none": (20, 60)}
_OTHERS = {
    Unit.RATE: (55, 95), Unit.RATIO: (40, 75), Unit.SCORE: (12, 16), Unit.WEEKS: (26, 40), Unit.COUNT: (150, 600),
}  # fmt: skip
# counts that the duties ask for; any other count could point at a child, or has parts that must add up
COUNTS = ("cla_n", "reviews_lac_n", "reviews_late_n", "iro_team_n", "cla_by_sex")
# of these no report of real shape prints quarters, or their own rules bind them
_LEFT_OUT = ("_change", "_step", "_rank", "_target", "recommended", "_moved", "placement_3plus_step")


def charted(catalogue: Catalogue) -> list[Indicator]:
    """The indicators of a synthetic report that are drawn: shares, rates and averages without a breakdown."""
    return [
        one
        for one in catalogue.indicators.values()
        if not one.dimensions
        and (one.unit is Unit.PERCENT or one.unit in _OTHERS)
        and (one.unit is not Unit.COUNT or one.id in COUNTS)
        and not any(word in one.id for word in _LEFT_OUT)
    ]


@dataclass(frozen=True)
class CouncilFigures:
    """Every figure of one synthetic council; the same for the same `council` and `seed`."""

    catalogue: Catalogue
    council: str
    seed: int

    @cached_property
    def indicators(self) -> list[Indicator]:
        """What the council's reports hold."""
        return charted(self.catalogue)

    def values(self, indicator: Indicator, year: Period) -> dict[str, Decimal]:
        """The year's value and its quarters' by their period. Quarters of a count that flows add up to the year."""
        chance = random.Random(f"{self.seed} {self.council} {indicator.id} {year}")
        low, high = _OTHERS.get(indicator.unit) or _SHARES[indicator.polarity.value]
        middle = random.Random(f"{self.seed} {self.council} {indicator.id}").uniform(low, high)
        if indicator.unit is Unit.COUNT:  # no two years alike: one label on the other's table would be a finding
            middle += 9 * (year.start.year - 2000)
        quarters = [self._printed(indicator, middle + chance.uniform(-4, 4)) for _ in year.quarters]
        adds_up = indicator.unit is Unit.COUNT and indicator.period_type is PeriodType.FLOW
        is_mean = indicator.period_type is PeriodType.FLOW
        whole = sum(quarters, Decimal(0)) if adds_up else quarters[-1]
        if is_mean and not adds_up:
            whole = self._printed(indicator, float(sum(quarters, Decimal(0)) / len(quarters)))
        return {year.text: whole, **{one.text: two for one, two in zip(year.quarters, quarters, strict=True)}}

    @staticmethod
    def _printed(indicator: Indicator, value: float) -> Decimal:
        if indicator.unit is Unit.PERCENT:
            value = min(max(value, 1.5), 98.5)
        return round(Decimal(str(max(value, 6))), indicator.decimals)

    def rows(self, year: Period) -> dict[str, list[dict[str, str]]]:
        """The rows of the report of a year by topic: its years, its own quarters, and the children by sex."""
        years = _years(year)
        rows: dict[str, list[dict[str, str]]] = {}
        for indicator in self.indicators:
            held = rows.setdefault(indicator.topic, [])
            for one in years:
                values = self.values(indicator, one)
                periods = values if one == year else [one.text]
                held += [self._row(indicator, period, str(values[period])) for period in periods]
        sex = self.catalogue.indicator("cla_by_sex")
        rows[sex.topic] += [row for one in years for row in self._by_sex(sex, one)]
        return rows

    def _by_sex(self, indicator: Indicator, year: Period) -> Iterator[dict[str, str]]:
        total = int(self.values(self.catalogue.indicator("cla_n"), year)[year.text])
        male = total * 55 // 100
        for sex, value in (("male", male), ("female", total - male), ("total", total)):
            yield self._row(indicator, year.text, str(value)) | {"sex": sex}

    def _row(self, indicator: Indicator, period: str, value: str) -> dict[str, str]:
        row = dict.fromkeys(COLUMNS, "")
        told = {"indicator": indicator.id, "area": self.council, "period": period, "value": value}
        return row | told | {"source": f"Table ({indicator.id})"}


def _years(last: Period) -> Sequence[Period]:
    years = [last]
    while len(years) < HISTORY:
        years.append(years[-1].previous)
    return years[::-1]


def csv_text(rows: Sequence[Mapping[str, str]]) -> str:
    """Rows as CSV; the column `sex` only where some row has one. No cell of ours needs quotation marks."""
    columns = [name for name in COLUMNS if name != "sex" or any(row["sex"] for row in rows)]
    return "".join(",".join(cells) + "\n" for cells in (columns, *([row[name] for name in columns] for row in rows)))
