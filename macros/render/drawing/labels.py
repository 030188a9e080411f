"""Which points of a line get their value written, and on which side, so that no two labels touch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from macros.render.drawing import lettering
from macros.render.drawing.scene import Text
from macros.render.theme import Look

_RISE, _DROP = 0.82, 0.12  # how far figures reach above and below their baseline, in sizes of the letters
_OTHER = 4  # the rank of a point that is neither last, first, lowest nor highest


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: Box) -> bool:
        """Whether two rectangles share room."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True)
class Mark:
    """A point of a line that may get a label."""

    x: float
    y: float
    text: str
    series: int
    labelled: bool = True


def above_rules(look: Look, y: float, rules: Sequence[float]) -> float:
    """The baseline of a text at `y`, raised until no reference's line runs through it. All in pixels, downwards."""
    for at in sorted(rules, reverse=True):
        if y - look.letters * _RISE - 2 < at < y + look.letters * _DROP + 2:
            y = at - 5
    return y


def value_labels(look: Look, marks: Sequence[Mark], taken: Sequence[Box], rules: Sequence[float] = ()) -> list[Text]:
    """A label at every point; where they do not all fit, or there are more than two lines, at the last, first,
    highest and lowest point of each line, which are the ones that the text below the chart names too.
    `rules`: how high the references' lines run, which no label of a line alone stands on."""
    wanted = [mark for mark in marks if mark.labelled]
    few = [mark for mark in wanted if _rank(mark, marks) < _OTHER]
    if len({mark.series for mark in marks}) <= 2:
        placed = _placed(look, wanted, marks, taken, rules)
        if len(placed) == len(wanted):
            return placed
    return _placed(look, few, marks, taken, rules)


def _placed(
    look: Look, wanted: Sequence[Mark], marks: Sequence[Mark], taken: Sequence[Box], rules: Sequence[float]
) -> list[Text]:
    """The labels that find room, the most wanted first."""
    boxes = [*taken, *(_dot(look, mark) for mark in marks)]
    lines = [(a, b) for a, b in pairwise(marks) if a.series == b.series]
    crossing_allowed = len({mark.series for mark in marks}) == 1  # among several lines it would name the wrong one
    texts: list[Text] = []
    for mark in sorted(wanted, key=lambda mark: _rank(mark, marks)):
        free = [
            (sum(_crosses(line, box) for line in lines) + sum(box.top < at < box.bottom for at in rules), y, box)
            for y, box in _sides(look, mark, marks, rules if crossing_allowed else ())
            if box.bottom <= look.plot - 2 and not any(box.touches(other) for other in boxes)
        ]
        if not crossing_allowed:
            free = [side for side in free if not any(_crosses(line, side[2]) for line in lines)]
        if free:
            _, y, box = min(free, key=lambda side: side[0])
            boxes.append(box)
            texts.append(Text(mark.x, y, mark.text, "center", look.weight, halo=True))
    return texts


def _dot(look: Look, mark: Mark) -> Box:
    half = look.dot / 2
    return Box(mark.x - half, mark.y - half, mark.x + half, mark.y + half)


def _rank(mark: Mark, marks: Sequence[Mark]) -> int:
    """Which labels are placed first."""
    line = [one for one in marks if one.series == mark.series]
    wanted = (line[-1], line[0], max(line, key=lambda one: one.y), min(line, key=lambda one: one.y))
    return next((rank for rank, one in enumerate(wanted) if one is mark), _OTHER)


def _sides(look: Look, mark: Mark, marks: Sequence[Mark], rules: Sequence[float]) -> Iterator[tuple[float, Box]]:
    """Baseline and box above and below a point; below comes first in a valley. The last is above a rule nearby."""
    half = lettering.width(mark.text, look.letters, bold=True) / 2 + 1
    gap = look.dot / 2 + 4
    line = [one for one in marks if one.series == mark.series]
    here = line.index(mark)
    beside = [line[one] for one in (here - 1, here + 1) if 0 <= one < len(line)]
    baselines = [mark.y - gap, mark.y + gap + look.letters * 0.78]
    if beside and all(one.y <= mark.y for one in beside) and any(one.y < mark.y for one in beside):
        baselines.reverse()
    for y in (*baselines, above_rules(look, mark.y - gap, rules)):
        yield y, Box(mark.x - half, y - look.letters * _RISE, mark.x + half, y + look.letters * _DROP)


def _crosses(line: tuple[Mark, Mark], box: Box) -> bool:
    """Whether a stretch of line runs through a box."""
    a, b = line
    low, high = max(box.left, min(a.x, b.x)), min(box.right, max(a.x, b.x))
    if low >= high:
        return False
    slope = (b.y - a.y) / (b.x - a.x)
    ends = sorted(a.y + slope * (x - a.x) for x in (low, high))
    return ends[0] < box.bottom and ends[1] > box.top
