"""The value axis: it always starts at nought, so that no picture makes a difference look larger than it is."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10

from macros.render.drawing.model import Chart

_STEPS = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True)
class Scale:
    """From 0 to `top`, with `ticks` from 0 upwards."""

    top: float
    ticks: tuple[float, ...]

    def at(self, value: float, length: float) -> float:
        """How far from nought a value stands on an axis of a length."""
        return value / self.top * length


def value_scale(chart: Chart, intervals: int) -> Scale:
    """Round numbers from 0 to at least the largest value or reference.

    Percentages run to 100 where any is above half, or where there is one alone: its distance to 100 is the point.
    """
    largest = max(*chart.values, *(value for _, value in chart.reference), 0)
    if chart.unit == "percent" and largest <= 100 and (largest > 50 or len(chart.values) == 1):
        largest = 100
    step = _step(largest / intervals, whole=chart.unit == "count")
    count = max(1, ceil(round(largest / step, 6)))
    return Scale(step * count, tuple(step * number for number in range(count + 1)))


def length_scale(chart: Chart) -> Scale:
    """For bars that carry their values and have no axis: the longest one takes all the room, or 100% does."""
    scale = value_scale(chart, 1)
    if chart.unit == "percent" and scale.top == 100:
        return scale
    largest = max(*chart.values, *(value for _, value in chart.reference), 0)
    return Scale(largest or 1, (0,))


def _step(least: float, *, whole: bool) -> float:
    """The smallest round step that is not under `least`."""
    if least <= 0:
        return 1
    power = 10.0 ** floor(log10(least))
    step = next(power * step for step in _STEPS if power * step >= least * 0.999999)
    return float(max(1, ceil(step))) if whole else step


def tick_text(chart: Chart, tick: float) -> str:
    """The label of a tick: `1,500`, `2.5`, `50%`."""
    number = f"{round(tick, 6):,}".removesuffix(".0")
    return f"{number}%" if chart.unit == "percent" else number
