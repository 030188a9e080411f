"""The figures of a drawing: the rows of each layer, by the name that the specification calls them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from macros.render.drawing.scene import Rule, Scene
from macros.render.theme import Look

Rows = list[dict[str, Any]]
GRID, NOUGHTS, BARS = "grid", "noughts", "bars"
_LARGER = (1, 1.1, 1.5, 1.7)  # how much larger the sign of each series is drawn: all look alike


def references_of(dash: int) -> str:
    """What the references of a dash are called."""
    return f"references-{dash}"


def runs_of(series: int) -> str:
    """What the points that a series' line joins are called."""
    return f"runs-{series}"


def dots_of(series: int) -> str:
    """What the points of a series are called."""
    return f"dots-{series}"


def rows_of(scene: Scene, look: Look) -> dict[str, Rows]:
    """All rows of a scene. Values are in the chart's unit, all else in pixels of the plot, areas in square pixels."""
    found = {GRID: grid(scene), NOUGHTS: _rules(scene.noughts), BARS: _bars(scene)}
    for rule in scene.references:
        found.setdefault(references_of(rule.dash), []).extend(_rules([rule]))
    for dot in scene.dots:
        area = look.dot**2 * _LARGER[dot.series] * (1.8 if dot.large else 1)
        row = {"across": dot.across, "value": dot.value, "run": dot.run, "area": area}
        found.setdefault(dots_of(dot.series), []).append(row)
        found.setdefault(runs_of(dot.series), []).extend([row] if dot.run >= 0 else [])
    return found


def grid(scene: Scene) -> Rows:
    """Lines at the ticks above nought."""
    end = scene.width if scene.upright else scene.height
    return [{"value": tick, "start": 0, "end": end} for tick, _ in scene.ticks if tick]


def _rules(rules: Iterable[Rule]) -> Rows:
    return [{"value": rule.value, "start": rule.start, "end": rule.end} for rule in rules]


def _bars(scene: Scene) -> Rows:
    return [
        {"value": bar.value, "nought": 0, "start": bar.start, "end": bar.end, "fill": bar.fill, "stroke": bar.stroke}
        for bar in scene.bars
    ]
