"""What a chart is made of, before anything is drawn. Nothing here imports Altair."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import isfinite
from typing import Literal

from macros.render.theme import EditionName

Kind = Literal["line", "columns", "bars"]
UnitName = Literal["percent", "count", "rate_10000", "ratio", "score", "weeks", "fte"]

MOST_SERIES = 4  # the palette's limit (ACCESSIBILITY.md section 4)


@dataclass(frozen=True)
class Point:
    """One figure of a chart."""

    category: str  # the period, area or code: "Q1", "2016/17", "White British"
    value: float | None  # None where there is no figure: a gap, labelled with its symbol
    shown: str  # the label drawn: "67%", "[x]"
    series: str = ""  # "" when there is one series
    emphasis: bool = False  # the council's own bar, or this year's


@dataclass(frozen=True)
class Chart:
    """Points in drawing order. Raises ValueError, with a sentence, for what cannot be drawn honestly."""

    kind: Kind  # line and columns: ordered periods; bars: categories or areas, horizontal
    points: tuple[Point, ...]
    unit: UnitName
    edition: EditionName
    reference: tuple[tuple[str, float], ...] = ()  # labelled rules: ("Target 90%", 90.0)

    def __post_init__(self) -> None:
        """Refuse what cannot be drawn."""
        numbers = [*self.values, *(value for _, value in self.reference)]
        if not self.values:
            raise ValueError("A chart needs at least one figure.")
        if not all(isfinite(number) and number >= 0 for number in numbers):
            raise ValueError("A chart shows numbers from nought upwards; show others as a table.")
        if len(self.series) > MOST_SERIES:
            raise ValueError(f"A chart shows at most {MOST_SERIES} series, not {len(self.series)}; show a table.")
        places = [(point.category, point.series) for point in self.points]
        twice = next((place[0] for place in places if places.count(place) > 1), None)
        if twice is not None:
            raise ValueError(f"Two figures of a chart are called '{twice}'.")

    @property
    def values(self) -> tuple[float, ...]:
        """The figures that have a value."""
        return tuple(point.value for point in self.points if point.value is not None)

    @property
    def series(self) -> tuple[str, ...]:
        """The names of the series, in order."""
        return _distinct(point.series for point in self.points)

    @property
    def categories(self) -> tuple[str, ...]:
        """The categories, in order."""
        return _distinct(point.category for point in self.points)


@dataclass(frozen=True)
class Drawing:
    """A drawn chart: cleaned SVG and its size in its own units."""

    svg: str
    width: int
    height: int


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
