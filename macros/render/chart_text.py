"""A chart in words, made from its points alone: what kind of chart it is (level 1 of ACCESSIBILITY.md section 4)
and its lowest, highest, first and last figures (level 2). What they mean is for the author to say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.render.drawing.lettering import plain
from macros.render.drawing.model import Chart, Point

_UNITS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MOST_NAMES = 3  # that share the highest or lowest value


@dataclass(frozen=True)
class ChartText:
    """The text alternative of a drawing, and the sentences that stand below it for everyone."""

    title_alt: str
    summary: str


def describe(chart: Chart, what: str) -> ChartText:
    """The words for a chart of `what` ("Children with every review on time, York, 2016/17")."""
    parts = [sentence for name in chart.series for sentence in _series(chart, name)]
    missing = _missing(chart)
    summary = " ".join([*parts, *missing])
    opening = f"{_kind(chart)} of {_end(plain(what))} {_size(chart)}"
    return ChartText(" ".join([opening, *_references(chart), summary]), summary)


def _kind(chart: Chart) -> str:
    """Columns that find no room are drawn as bars, so both are called by one name."""
    return "Line chart" if chart.kind == "line" else "Bar chart"


def _size(chart: Chart) -> str:
    """How much it shows. Small counts are words: most digits in the text are figures of the chart."""
    count = _number(len(chart.points))
    noun = "point" if chart.kind == "line" else "bar"
    series = f" in {_number(len(chart.series))} series" if chart.series != ("",) else ""
    return f"{count.capitalize()} {noun}{'' if len(chart.points) == 1 else 's'}{series}."


def _references(chart: Chart) -> list[str]:
    names = [plain(name) for name, _ in chart.reference]
    if not names:
        return []
    return [
        f"Dashed lines mark {_list(names)}."
        if len(names) > 1
        else f"A dashed line marks the {names[0][0].lower()}{names[0][1:]}."
    ]


def _series(chart: Chart, name: str) -> list[str]:
    """The sentences about one series."""
    points = [point for point in chart.points if point.series == name and point.value is not None]
    if not points:
        return []
    first, *others = _level_two(points, ordered=chart.kind != "bars")
    return [f"{plain(name)}: {first[0].lower()}{first[1:]}" if name and len(points) > 1 else first, *others]


def _level_two(points: Sequence[Point], *, ordered: bool) -> list[str]:
    values = [point.value or 0 for point in points]
    lowest, highest = (_at(points, extreme) for extreme in (min(values), max(values)))
    first, last = points[0], points[-1]
    if len(points) == 1:
        return [f"{_named(first)}."]
    if min(values) == max(values):
        return [f"All are {plain(first.shown)}."]
    if ordered and first in highest and last in lowest:
        return [f"From {_called(first)}, the highest, to {_called(last)}, the lowest."]
    if ordered and first in lowest and last in highest:
        return [f"From {_called(first)}, the lowest, to {_called(last)}, the highest."]
    extremes = f"The highest is {_extreme(highest)} and the lowest {_extreme(lowest)}."
    own = [one for one in points if one.emphasis and one not in highest and one not in lowest]
    if ordered:
        return [f"From {_called(first)} to {_called(last)}.", extremes]
    return [extremes, *(f"{_named(one)}." for one in own)]


def _at(points: Sequence[Point], value: float) -> list[Point]:
    return [point for point in points if point.value == value]


def _called(point: Point) -> str:
    return f"{plain(point.shown)} ({plain(point.category)})"


def _named(point: Point) -> str:
    """A figure on its own: `York: 55`."""
    return f"{', '.join(plain(part) for part in (point.series, point.category) if part)}: {plain(point.shown)}"


def _extreme(points: Sequence[Point]) -> str:
    """A value and where it is found; many places are counted, not named."""
    shown = plain(points[0].shown)
    if len(points) > _MOST_NAMES:
        return f"{shown} (shared by {_number(len(points))})"
    return f"{shown} ({_list([plain(point.category) for point in points])})"


def _missing(chart: Chart) -> list[str]:
    """Which figures are not there, each group with its symbol."""
    groups: dict[str, list[str]] = {}
    for point in chart.points:
        if point.value is None:
            name = f"{plain(point.category)}, {plain(point.series)}" if point.series else plain(point.category)
            groups.setdefault(plain(point.shown), []).append(name)
    return [f"No figure for {_list(names, '; ')} {symbol}.".replace(" .", ".") for symbol, names in groups.items()]


def _list(names: Sequence[str], between: str = ", ") -> str:
    """`a`, `a and b`, `a, b and c`."""
    *before, last = names
    return f"{between.join(before)} and {last}" if before else last


def _number(count: int) -> str:
    return _UNITS[count] if count < len(_UNITS) else f"{count:,}"


def _end(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."
