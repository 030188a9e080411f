"""What columns and lines share: the value axis at the left, names below, references named beside or above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.render.drawing import lettering
from macros.render.drawing.model import Chart
from macros.render.drawing.scale import Scale, tick_text
from macros.render.drawing.scene import Dot, Padding, Rule, Text
from macros.render.theme import Look, Weight

SIGN = 26  # room for a sign (a dash, a point) before a name


@dataclass(frozen=True)
class Frame:
    """The plot's place and width, and what is known before the figures are placed."""

    look: Look
    left: float
    width: float
    top: float
    ticks: tuple[tuple[float, str], ...]
    texts: tuple[Text, ...]
    references: tuple[Rule, ...]
    signs: tuple[Dot, ...] = ()

    def padding(self, deepest: int) -> Padding:
        """The room around the plot when the names below have `deepest` lines."""
        look = self.look
        below = look.letters * 0.85 + deepest * look.leading + 2
        return Padding(self.left, self.top, look.width - self.left - self.width, round(below, 1))

    def fitting(self, x: float, room: float) -> float:
        """The middle of a text as wide as `room`, as near to `x` as keeps it inside the drawing."""
        low, high = room / 2 - self.left, self.look.width - self.left - room / 2 - 1
        return round(max(low, min(x, high)), 2)


def frame(chart: Chart, look: Look, scale: Scale, right: float = 2, key: Sequence[str] = ()) -> Frame:
    """The frame of an upright chart that needs `right` beside its plot. `key`: series to name above the plot."""
    ticks = tuple((tick, tick_text(chart, tick)) for tick in scale.ticks)
    left = round(lettering.widest((text for _, text in ticks), look.small) + 8, 1)
    references = [(lettering.plain(name), value) for name, value in chart.reference]
    words = [word for name, _ in references for word in name.split()]
    above = bool(key) or right > 2 or lettering.widest(words, look.letters) > 0.17 * look.width
    names = [lettering.wrap(name, look.letters, 0.17 * look.width) for name, _ in references]
    if references and not above:
        right = 8 + max(lettering.widest(lines, look.letters) for lines in names)
    width = round(look.width - left - right, 1)
    rules = [Rule(value, 0, width, number) for number, (_, value) in enumerate(references)]
    headroom = look.letters + 12.0
    if not above:
        return Frame(look, left, width, headroom, ticks, tuple(_beside(look, scale, rules, names)), tuple(rules))
    texts, signs, dashes, deep = _key(look, scale, [name for name, _ in references], key, left, headroom)
    return Frame(look, left, width, headroom + deep, ticks, tuple(texts), (*rules, *dashes), tuple(signs))


def names_below(look: Look, x: float, lines: tuple[str, ...], weight: Weight = 400) -> list[Text]:
    """A name under the plot, centred on its column or point."""
    first = look.plot + look.letters * 1.45
    return [Text(x, first + number * look.leading, line, "center", weight) for number, line in enumerate(lines)]


def spread(wanted: Sequence[float], heights: Sequence[float], room: float) -> list[float]:
    """Tops of blocks as near to the wanted ones as they can be without touching; in the order given."""
    order = sorted(range(len(wanted)), key=lambda one: wanted[one])
    tops, reached = list(wanted), float("-inf")
    for one in order:
        tops[one] = max(wanted[one], reached)
        reached = tops[one] + heights[one]
    limit = room
    for one in reversed(order):
        tops[one] = min(tops[one], limit - heights[one])
        limit = tops[one]
    return tops


def _beside(look: Look, scale: Scale, rules: list[Rule], names: list[tuple[str, ...]]) -> list[Text]:
    """Each reference's name at the right end of its rule."""
    heights = [len(lines) * look.leading for lines in names]
    wanted = [look.plot - scale.at(rule.value, look.plot) - high / 2 for rule, high in zip(rules, heights, strict=True)]
    return [
        Text(rule.end + 6, top + look.letters * 0.95 + number * look.leading, line)
        for rule, top, lines in zip(rules, spread(wanted, heights, look.plot), names, strict=True)
        for number, line in enumerate(lines)
    ]


def _key(
    look: Look, scale: Scale, references: Sequence[str], series: Sequence[str], left: float, headroom: float
) -> tuple[list[Text], list[Dot], list[Rule], float]:
    """Names above the plot, each behind the sign of its line, and the room they take."""
    names = [lettering.wrap(name, look.letters, look.width - SIGN - 4) for name in (*series, *references)]
    deep = sum(len(lines) for lines in names) * look.leading
    texts, signs, dashes, y = [], [], [], -headroom - deep
    for number, lines in enumerate(names):
        value = (look.plot - y - look.leading / 2) / look.plot * scale.top
        if number < len(series):
            signs.append(Dot(10 - left, value, number))
        else:
            dashes.append(Rule(value, 1 - left, SIGN - 6 - left, number - len(series)))
        for line in lines:
            texts.append(Text(SIGN - left, y + look.letters * 0.95, line))
            y += look.leading
    return texts, signs, dashes, deep
