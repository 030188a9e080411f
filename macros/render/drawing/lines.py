"""Lines over ordered periods: values stand at the points where they fit, a series' name at its line's end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from operator import itemgetter

from macros.render.drawing import lettering, upright
from macros.render.drawing.labels import Box, Mark, value_labels
from macros.render.drawing.model import Chart, Point
from macros.render.drawing.scale import Scale, value_scale
from macros.render.drawing.scene import Dot, Rule, Scene, Text
from macros.render.theme import Look


@dataclass(frozen=True)
class _Plot:
    """A line chart's plot: where periods and values stand in it."""

    chart: Chart
    look: Look
    scale: Scale
    frame: upright.Frame
    first: float
    last: float

    def x(self, category: str) -> float:
        """The middle of a period."""
        categories = self.chart.categories
        step = (self.last - self.first) / max(1, len(categories) - 1)
        return round(self.first + categories.index(category) * step, 2)

    def y(self, value: float) -> float:
        """The height of a value, from the top."""
        return round(self.look.plot - self.scale.at(value, self.look.plot), 2)


def lay_out(chart: Chart, look: Look) -> Scene | None:
    """Where the lines stand; None for a single period, which is no line."""
    if len(chart.categories) < 2:
        return None
    blocks = _end_blocks(chart, look)
    look = replace(look, plot=max(look.plot, round(sum(len(lines) for lines in blocks) * look.leading + 8)))
    plot = _plot(chart, look, blocks)
    dots = [dot for number in range(len(chart.series)) for dot in _dots(plot, number)]
    gaps = _missing(plot)
    names, deepest = _period_names(plot)
    ends, signs = _ends(plot, blocks)
    rules = [plot.y(value) for _, value in chart.reference]
    values = value_labels(look, _marks(plot, named_at_end=bool(blocks)), _taken(look, gaps, ends), rules)
    return Scene(
        upright=True,
        width=plot.frame.width,
        height=look.plot,
        padding=plot.frame.padding(deepest),
        scale=plot.scale,
        ticks=plot.frame.ticks,
        noughts=(Rule(0, 0, plot.frame.width),),
        texts=(*plot.frame.texts, *names, *gaps, *values, *ends),
        dots=(*dots, *plot.frame.signs, *signs),
        references=plot.frame.references,
    )


def _plot(chart: Chart, look: Look, blocks: Sequence[tuple[str, ...]]) -> _Plot:
    """The plot, wide enough inside for the first and last label to be centred on their points."""
    scale = value_scale(chart, look.intervals)
    several = chart.series != ("",)
    right = upright.SIGN + max(lettering.widest(lines, look.letters, bold=True) for lines in blocks) if blocks else 2
    frame = upright.frame(chart, look, scale, right, key=chart.series if several and not blocks else ())
    first, last = (
        max(
            lettering.width(lettering.plain(point.shown), look.letters, bold=True) / 2 + 3
            for point in chart.points
            if point.category == chart.categories[one]
        )
        for one in (0, -1)
    )
    return _Plot(chart, look, scale, frame, max(first, 12.0), frame.width - (12.0 if blocks else max(last, 12.0)))


def _of(chart: Chart, series: int) -> list[Point]:
    return [point for point in chart.points if point.series == chart.series[series]]


def _dots(plot: _Plot, series: int) -> Iterator[Dot]:
    """A series' points; a gap begins a new run, so that no line bridges it."""
    run = 0
    found = {point.category: point for point in _of(plot.chart, series)}
    for category in plot.chart.categories:
        point = found.get(category)
        if point is None or point.value is None:
            run += 1
        else:
            yield Dot(plot.x(category), point.value, series, run, large=point.emphasis)


def _marks(plot: _Plot, *, named_at_end: bool) -> list[Mark]:
    """What may get a label. At a line's end the series' name carries the value already."""
    last = plot.chart.categories[-1]
    marks = []
    for number in range(len(plot.chart.series)):
        points = [point for point in _of(plot.chart, number) if point.value is not None]
        places = [(plot.x(point.category), plot.y(point.value or 0)) for point in points]
        marks += [
            Mark(*place, lettering.plain(point.shown), number, labelled=not (named_at_end and point.category == last))
            for point, place in zip(points, places, strict=True)
        ]
    return marks


def _taken(look: Look, gaps: Sequence[Text], ends: Sequence[Text]) -> list[Box]:
    """Where no value may stand: on the symbols of gaps and on the series' names."""
    halves = [lettering.width(text.text, look.letters) / 2 for text in gaps]
    return [
        *(
            Box(text.x - half, text.y - look.letters, text.x + half, text.y)
            for text, half in zip(gaps, halves, strict=True)
        ),
        *(Box(text.x, text.y - look.letters, look.width, text.y) for text in ends),
    ]


def _missing(plot: _Plot) -> list[Text]:
    """The symbols of gaps, standing on the baseline: once in the middle of each gap, where there is room."""
    look, texts, reached = plot.look, list[Text](), float("-inf")
    symbols = [_symbols(plot.chart, category) for category in plot.chart.categories]
    for symbol, group in groupby(zip(symbols, plot.chart.categories, strict=True), key=itemgetter(0)):
        places = [plot.x(category) for _, category in group]
        x, half = (places[0] + places[-1]) / 2, lettering.width(symbol, look.letters) / 2
        if symbol and x - half > reached:
            texts.append(Text(x, look.plot - 7, symbol, "center", halo=True))
            reached = x + half
    return texts


def _symbols(chart: Chart, category: str) -> str:
    """The symbols of the figures that a period has not got, each once."""
    gaps = (point for point in chart.points if point.category == category and point.value is None)
    return " ".join(dict.fromkeys(lettering.plain(point.shown) for point in gaps))


def _period_names(plot: _Plot) -> tuple[list[Text], int]:
    """The periods below: all of them, or every second, third … counted from the last, as fits; and their lines."""
    categories, look = plot.chart.categories, plot.look
    count = len(categories)
    step = (plot.last - plot.first) / (count - 1)
    for every in range(1, count + 1):
        chosen = list(range(count - 1, -1, -every))
        room = min(step * every - 8, look.width / 2)
        names = [lettering.wrap(categories[one], look.letters, room) for one in chosen]
        words = [word for one in chosen for word in lettering.plain(categories[one]).split()]
        placed = [_under(plot, categories[one], lines) for one, lines in zip(chosen, names, strict=True)]
        apart = all(left.right + 6 <= right.left for right, left in pairwise(placed))
        if every == count or (apart and max(map(len, names)) <= 3 and lettering.widest(words, look.letters) <= room):
            break
    middles = [(box.left + box.right) / 2 for box in placed]
    texts = [text for x, lines in zip(middles, names, strict=True) for text in upright.names_below(look, x, lines)]
    return texts, max(map(len, names))


def _under(plot: _Plot, category: str, lines: tuple[str, ...]) -> Box:
    """The place of a period's name, moved in from the drawing's edge."""
    room = lettering.widest(lines, plot.look.letters)
    middle = plot.frame.fitting(plot.x(category), room)
    return Box(middle - room / 2, 0, middle + room / 2, 0)


def _end_blocks(chart: Chart, look: Look) -> list[tuple[str, ...]]:
    """For each of several series: its last value, then its name, in lines. None where the names take too much
    room: then they stand above the plot."""
    limit = 0.27 * look.width
    words = [word for name in chart.series for word in lettering.plain(name).split()]
    if chart.series == ("",) or lettering.widest(words, look.letters) > limit:
        return []
    lasts = [_of(chart, number)[-1] for number in range(len(chart.series))]
    names = [lettering.wrap(name, look.letters, limit) for name in chart.series]
    if sum(map(len, names)) > 2 * len(names):
        return []
    return [(lettering.plain(last.shown), *lines) for last, lines in zip(lasts, names, strict=True)]


def _ends(plot: _Plot, blocks: Sequence[tuple[str, ...]]) -> tuple[list[Text], list[Dot]]:
    """The series' names beside the ends of their lines; behind the signs of their lines where they had to move."""
    look, leading, edge = plot.look, plot.look.leading, plot.frame.width
    heights = [len(lines) * leading + 4 for lines in blocks]
    wanted = [_end(plot, number) - leading / 2 for number in range(len(blocks))]
    tops = upright.spread(wanted, heights, look.plot + 8)
    moved = any(abs(top - aim) > leading / 2 for top, aim in zip(tops, wanted, strict=True))
    x = edge + (upright.SIGN - 4 if moved else 2)
    texts = [
        Text(x, top + look.letters * 0.95 + line * leading, text, weight=look.weight if line == 0 else 400)
        for top, lines in zip(tops, blocks, strict=True)
        for line, text in enumerate(lines)
    ]
    heights_of_signs = [1 - (top + leading / 2) / look.plot for top in tops]
    signs = [Dot(edge + 10, high * plot.scale.top, number) for number, high in enumerate(heights_of_signs)]
    return texts, signs if moved else []


def _end(plot: _Plot, series: int) -> float:
    """The height of a series' last value; the baseline for a series without any."""
    values = [point.value for point in _of(plot.chart, series) if point.value is not None]
    return plot.y(values[-1]) if values else plot.look.plot
