"""A chart's title says what it shows: made from the values where the author writes none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from macros.model.indicator import Polarity
from macros.wording.change import Change, Direction


@dataclass(frozen=True)
class Named:
    """One point of a chart: its category, value in the indicator's unit, and the text shown for it."""

    name: str
    value: Decimal
    shown: str


def over_time(measure: str, points: Sequence[Named]) -> str:
    """`Children with every review on time: down from 75% (Q1) to 67% (Q4)`."""
    first, last = points[0], points[-1]
    if len(points) == 1:
        return f"{measure}: {last.shown} ({last.name})"
    direction = Change(first.value, last.value, Polarity.NONE).direction
    if direction is Direction.SAME:
        return f"{measure}: {last.shown} in both {first.name} and {last.name}"
    return f"{measure}: {direction.value} from {first.shown} ({first.name}) to {last.shown} ({last.name})"


def among(measure: str, points: Sequence[Named]) -> str:
    """`Method of participation: most often Attends and speaks (39.5%)`."""
    most = max(points, key=lambda point: point.value)
    ties = [point for point in points if point.value == most.value]
    if len(ties) == len(points) > 1:
        return f"{measure}: {most.shown} for each"
    if len(ties) > 3:
        return f"{measure}: highest for {len(ties)} of {len(points)} ({most.shown})"
    if len(ties) > 1:
        return f"{measure}: {' and '.join(point.name for point in ties)} are highest ({most.shown})"
    return f"{measure}: highest for {most.name} ({most.shown})"


def ranked(measure: str, own: Named, points: Sequence[Named]) -> str:
    """`Average caseload: York is the highest of 9 (99)`."""
    higher = sum(point.value > own.value for point in points)
    lower = sum(point.value < own.value for point in points)
    shared = "joint " if sum(point.value == own.value for point in points) > 1 else ""
    if not higher:
        place = f"the {shared}highest"
    elif not lower:
        place = f"the {shared}lowest"
    else:
        place = f"{shared}number {higher + 1} from the top"
    return f"{measure}: {own.name} is {place} of {len(points)} ({own.shown})"
