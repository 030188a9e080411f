"""Horizontal bars: each with its name beside or above it and its value at its end, so there is no axis to read off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from macros.render.drawing import lettering
from macros.render.drawing.model import Chart, Point
from macros.render.drawing.scale import Scale, length_scale
from macros.render.drawing.scene import Align, Bar, Padding, Rule, Scene, Text
from macros.render.theme import GRID, SERIES, Look, Weight

_GAP = 8  # between a bar and a text


@dataclass(frozen=True)
class _Row:
    """A bar to come: its lines of text, or a heading over the bars of one category."""

    lines: tuple[str, ...]
    point: Point | None = None


@dataclass(frozen=True)
class _Frame:
    """What all rows share: the room for names (0: names stand above their bars) and for bars."""

    look: Look
    chart: Chart
    beside: float
    plot: float


def lay_out(chart: Chart, look: Look) -> Scene:
    """Where the bars stand. They take any number of categories and labels of any length."""
    frame = _frame(chart, look)
    scale = length_scale(chart)
    texts, references, top = _references(frame, scale)
    bars: list[Bar] = []
    noughts: list[Rule] = []
    y = top
    for row in _rows(frame):
        height, bar, written = _place(frame, row, y)
        texts += [*written, *_value(frame, scale, row, bar)]
        bars += [bar] if bar and bar.value else []
        noughts += [_nought(frame, bar, y, y + height)] if bar else []
        y += height
    left = frame.beside + _GAP if frame.beside else 1
    return Scene(
        upright=False,
        width=frame.plot,
        height=round(y, 1),
        padding=Padding(left, 1, look.width - left - frame.plot, 2),
        scale=scale,
        noughts=tuple(noughts),
        texts=tuple(texts),
        bars=tuple(bars),
        references=tuple(_stretches(frame, references, bars, y)),
    )


def _nought(frame: _Frame, bar: Bar, top: float, bottom: float) -> Rule:
    """The line that bars begin at: unbroken beside names, in pieces between them."""
    return Rule(0, top, bottom) if frame.beside else Rule(0, bar.start - 3, bar.end + 3)


def _stretches(frame: _Frame, rules: list[Rule], bars: list[Bar], bottom: float) -> Iterator[Rule]:
    """References run over all rows; where names stand between the bars, over the bars alone."""
    for rule in rules:
        if frame.beside:
            yield replace(rule, end=bottom)
        else:
            yield from (replace(rule, start=bar.start - 4, end=bar.end + 4) for bar in bars)


def fill(chart: Chart, point: Point) -> tuple[str, str]:
    """Fill and outline of a bar: where some stand out, the others are pale with a full outline."""
    colour = SERIES[chart.series.index(point.series)]
    stands_back = any(one.emphasis for one in chart.points) and not point.emphasis
    return (GRID if stands_back else colour), colour


def _frame(chart: Chart, look: Look) -> _Frame:
    names = chart.categories if chart.series == ("",) else chart.series
    plain = [lettering.plain(name) for name in names]
    longest = lettering.widest(plain, look.letters, bold=any(point.emphasis for point in chart.points))
    roomy = look.width > 400
    beside = min(longest, look.beside) if roomy or longest <= look.beside else 0
    values = lettering.widest((point.shown for point in chart.points), look.letters, bold=True) + _GAP + 2
    left = beside + _GAP if beside else 1
    return _Frame(look, chart, beside, round(look.width - left - min(values, look.width * 0.6), 1))


def _rows(frame: _Frame) -> Iterator[_Row]:
    """One row a figure; with several series, a heading and one row a series."""
    several = frame.chart.series != ("",)
    for category in frame.chart.categories:
        if several:
            yield _Row(lettering.wrap(category, frame.look.letters, frame.look.width, bold=True))
        for point in frame.chart.points:
            if point.category == category:
                yield _Row(_name(frame, point.series if several else category, bold=point.emphasis), point)


def _name(frame: _Frame, name: str, *, bold: bool) -> tuple[str, ...]:
    limit = frame.beside + 1 if frame.beside else frame.look.width - 2
    return lettering.wrap(name, frame.look.letters, limit, bold=bold)


def _place(frame: _Frame, row: _Row, y: float) -> tuple[float, Bar | None, list[Text]]:
    """The height of a row that begins at `y`, its bar and its name."""
    look, block = frame.look, len(row.lines) * frame.look.leading
    left = 0.5 - frame.beside - _GAP if frame.beside else 0.5
    if row.point is None:
        return block + 10, None, _lines(frame, row.lines, left, y + 6, 600)
    weight = look.weight if row.point.emphasis else 400
    fill_, stroke = fill(frame.chart, row.point)
    value = row.point.value or 0
    if not frame.beside:
        bar = Bar(y + block + 3, y + block + 3 + look.bar, value, fill_, stroke)
        return block + look.bar + 16, bar, _lines(frame, row.lines, 0.5, y, weight)
    height = max(block, look.bar)
    middle = y + height / 2
    bar = Bar(middle - look.bar / 2, middle + look.bar / 2, value, fill_, stroke)
    return height + round(look.bar / 2.6), bar, _lines(frame, row.lines, -_GAP, middle - block / 2, weight, right=True)


def _lines(
    frame: _Frame, lines: tuple[str, ...], x: float, top: float, weight: Weight, *, right: bool = False
) -> list[Text]:
    align: Align = "right" if right else "left"
    first = top + frame.look.letters * 0.95
    return [
        Text(x, first + number * frame.look.leading, line, align, weight, halo=True)
        for number, line in enumerate(lines)
    ]


def _value(frame: _Frame, scale: Scale, row: _Row, bar: Bar | None) -> Iterator[Text]:
    if row.point is None or bar is None:
        return
    x = scale.at(bar.value, frame.plot) + _GAP - 1
    room = lettering.width(row.point.shown, frame.look.letters, bold=True)
    for at in sorted(scale.at(value, frame.plot) for _, value in frame.chart.reference):
        x = at + 6 if x - 4 < at < x + room + 2 else x  # beside a dashed line, not on it
    y = (bar.start + bar.end) / 2 + frame.look.letters * 0.36
    missing = row.point.value is None
    yield Text(x, y, lettering.plain(row.point.shown), "left", 400 if missing else frame.look.weight, halo=True)


def _references(frame: _Frame, scale: Scale) -> tuple[list[Text], list[Rule], float]:
    """Each reference's name on a line of its own above the bars, its rule, and how deep the names reach."""
    look, texts, rules, y = frame.look, [], [], 0.0
    low = -(frame.beside + _GAP) if frame.beside else 0.0
    high = low + look.width - 2
    for number, (name, value) in enumerate(frame.chart.reference):
        lines = lettering.wrap(name, look.letters, look.width - 4)
        at, room = scale.at(value, frame.plot), lettering.widest(lines, look.letters)
        x = max(low, min(at - room / 2, high - room))
        texts += _lines(frame, lines, x, y, 400)
        y += len(lines) * look.leading
        rules.append(Rule(value, y + 3, y, number))
    return texts, rules, y + (10 if rules else 0)
