"""Upright columns for a few ordered periods, each with its value on top and its name below."""

from __future__ import annotations

from macros.render.drawing import lettering, upright
from macros.render.drawing.bars import fill
from macros.render.drawing.labels import above_rules
from macros.render.drawing.model import Chart
from macros.render.drawing.scale import value_scale
from macros.render.drawing.scene import Bar, Rule, Scene, Text
from macros.render.theme import Look


def lay_out(chart: Chart, look: Look) -> Scene | None:
    """Where the columns stand; None where the labels would not fit side by side: then bars are drawn."""
    if chart.series != ("",) or len(chart.points) < 2:
        return None
    scale = value_scale(chart, look.intervals)
    frame = upright.frame(chart, look, scale)
    band = frame.width / len(chart.points)
    names = [lettering.wrap(point.category, look.letters, band - 8, bold=point.emphasis) for point in chart.points]
    shown = [lettering.plain(point.shown) for point in chart.points]
    bold = any(point.emphasis for point in chart.points)
    words = [word for point in chart.points for word in lettering.plain(point.category).split()]
    if lettering.widest(shown, look.letters, bold=True) > band - 4 or max(map(len, names)) > 3:
        return None
    if lettering.widest(words, look.letters, bold=bold) > band - 8:
        return None
    thick = min(band * 0.64, look.column)
    texts, bars = list(frame.texts), []
    rules = [look.plot - scale.at(target, look.plot) for _, target in chart.reference]
    for number, (point, label) in enumerate(zip(chart.points, shown, strict=True)):
        middle = band * (number + 0.5)
        value = point.value or 0
        if value:
            bars.append(Bar(middle - thick / 2, middle + thick / 2, value, *fill(chart, point)))
        y = above_rules(look, look.plot - scale.at(value, look.plot) - 7, rules)
        weight = 400 if point.value is None else look.weight
        texts.append(Text(middle, y, label, "center", weight, halo=True))
        texts += upright.names_below(look, middle, names[number], look.weight if point.emphasis else 400)
    return Scene(
        upright=True,
        width=frame.width,
        height=look.plot,
        padding=frame.padding(max(map(len, names))),
        scale=scale,
        ticks=frame.ticks,
        noughts=(Rule(0, 0, frame.width),),
        texts=tuple(texts),
        bars=tuple(bars),
        references=frame.references,
    )
