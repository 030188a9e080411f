"""Targets: the rows of `data/catalogue/targets.csv`, held against the rest of the catalogue."""

from __future__ import annotations

from decimal import Decimal

from macros.datasets.catalogue import Catalogue
from macros.datasets.catalogue_rows import Refused, known_name, one_of
from macros.datasets.csv_source import NUMBER, Row
from macros.errors import BadPeriod
from macros.model.indicator import Indicator
from macros.model.period import Period
from macros.model.target import Comparison, Target


def make_target(catalogue: Catalogue, row: Row) -> Target | None:
    """The target of a row; None when its indicator was left out for a fault of its own. Raises Refused."""
    if row["indicator"] not in catalogue.indicators and ("indicator", row["indicator"]) in catalogue.left_out:
        return None
    indicator = known_name(row, "indicator", catalogue.indicator)
    known_name(row, "area", catalogue.area)
    comparison = Comparison(one_of(row, "comparison", Comparison))
    if comparison is Comparison.BETWEEN and not row["value_to"]:
        raise Refused("empty-cell", "value_to", "")
    target = Target(
        indicator=indicator.id,
        area=row["area"],
        breakdown=row["breakdown"],
        called=row["called"],
        since=_since(row),
        comparison=comparison,
        value=_number(row, "value"),
        upper=_number(row, "value_to") if row["value_to"] else None,
        set_by=row["set_by"],
        source=row["source"],
        note=row["note"],
    )
    _hold_breakdown(catalogue, row, indicator, target)
    return target


def _since(row: Row) -> Period:
    try:
        return Period.parse(row["period_from"])
    except BadPeriod as error:
        raise Refused("bad-period", "period_from", row["period_from"], why=error) from None


def _number(row: Row, column: str) -> Decimal:
    if not NUMBER.fullmatch(row[column]):
        raise Refused("not-a-number", column, row[column])
    return Decimal(row[column])


def _hold_breakdown(catalogue: Catalogue, row: Row, indicator: Indicator, target: Target) -> None:
    """Each `dimension=code` of a target is one of its indicator's."""
    for dimension, code in target.categories.items():
        if dimension not in indicator.dimensions:
            why = f"'{indicator.id}' is not broken down by '{dimension}'."
            raise Refused("unknown-code", "breakdown", row["breakdown"], why=why)
        known_name(row, "breakdown", catalogue.codelist(dimension).__getitem__, code)
