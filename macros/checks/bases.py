"""`percentages`: every share, rate and average says what it is a share of (DOMAIN.md section 9: base_declared)."""

from __future__ import annotations

from macros.checks.context import Context
from macros.model.figure_problems import KINDS
from macros.model.finding import Finding
from macros.model.indicator import Unit

FILE = "data/catalogue/indicators.csv"


def bases(context: Context) -> list[Finding]:
    """Indicators in per cent, as a rate or a ratio whose base is not stated."""
    units = (Unit.PERCENT, Unit.RATE, Unit.RATIO)
    return [
        Finding(KINDS["base-undeclared"], FILE, row, {"indicator": one.id, "unit": one.unit.value})
        for row, one in enumerate(context.store.catalogue.indicators.values(), 2)
        if one.unit in units and not one.base
    ]
