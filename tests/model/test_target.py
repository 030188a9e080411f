"""Targets: when a value reaches one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from macros.model.period import Period
from macros.model.target import Comparison, Target


def target(comparison: str, value: str, upper: str | None = None) -> Target:
    since = Period.parse("2014-15")
    bound = None if upper is None else Decimal(upper)
    return Target(
        indicator="x_pct",
        area="york",
        breakdown="",
        called="target",
        since=since,
        comparison=Comparison(comparison),
        value=Decimal(value),
        upper=bound,
        set_by="the board",
        source="para 1",
        note="",
    )


@pytest.mark.parametrize(
    ("comparison", "goal", "upper", "value", "met"),
    [
        ("at-least", "90", None, "90", True),
        ("at-least", "90", None, "89.9", False),
        ("at-most", "80", None, "80", True),
        ("at-most", "80", None, "80.1", False),
        ("between", "50", "70", "50", True),
        ("between", "50", "70", "70", True),
        ("between", "50", "70", "49", False),
        ("between", "50", "70", "71", False),
        ("between", "0", "0", "0", True),
        ("between", "0", "0", "1", False),
    ],
)
def test_a_value_reaches_its_target(comparison, goal, upper, value, met):
    assert target(comparison, goal, upper).is_met(Decimal(value)) is met
