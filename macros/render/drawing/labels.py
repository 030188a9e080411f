"""Which points of a line get their value written, and on which side, so that no two labels touch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from macros.render.drawing import lettering
from macros.render.drawing.scene import Text
from macros.render.theme import Look


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


def value_labels(look: Look, marks: Sequence[Mark], taken: Sequence[Box]) -> list[Text]:
    """The labels that fit: the last, first, highest and lowest point of each line before all others."""
    boxes = [*taken, *(_dot(look, mark) for mark in marks)]
    lines = [(a, b) for a, b in pairwise(marks) if a.series == b.series]
    crossing_allowed = len({mark.series for mark in marks}) == 1  # among several lines it would name the wrong one
    texts: list[Text] = []
    for mark in sorted((mark for mark in marks if mark.labelled), key=lambda mark: _rank(mark, marks)):
        free = [
            (sum(_crosses(line, box) for line in lines), y, box)
            for y, box in _sides(look, mark, marks)
            if box.bottom <= look.plot - 2 and not any(box.touches(other) for other in boxes)
        ]
        free = [side for side in free if crossing_allowed or not side[0]]
        if free:
            _, y, box = min(free, key=lambda side: side[0])
            boxes.append(box)
            texts.append(Text(mark.x, y, mark.text, "center", look.weight, halo=True))
    return texts


def _dot(look: Look, mark: Mark) -> Box:
    half = look.dot / 2
    return Box(mark.x - half, mark.y - half, mark.x + half, mark.y + half)


def _rank(mark: Mark, marks: Sequence[Mark]) -> tuple[int, int]:
    """Which labels are placed first."""
    line = [one for one in marks if one.series == mark.series]
    extremes = {max(line, key=lambda one: one.y), min(line, key=lambda one: one.y)}
    first = 0 if mark is line[-1] else 1 if mark is line[0] else 2 if mark in extremes else 3
    return first, marks.index(mark)


def _sides(look: Look, mark: Mark, marks: Sequence[Mark]) -> Iterator[tuple[float, Box]]:
    """Baseline and box above and below a point; below comes first in a valley."""
    half = lettering.width(mark.text, look.letters, bold=True) / 2 + 1
    gap = look.dot / 2 + 4
    line = [one for one in marks if one.series == mark.series]
    here = line.index(mark)
    beside = [line[one] for one in (here - 1, here + 1) if 0 <= one < len(line)]
    baselines = [mark.y - gap, mark.y + gap + look.letters * 0.78]
    if beside and all(one.y <= mark.y for one in beside) and any(one.y < mark.y for one in beside):
        baselines.reverse()
    for y in baselines:
        yield y, Box(mark.x - half, y - look.letters * 0.82, mark.x + half, y + look.letters * 0.12)


def _crosses(line: tuple[Mark, Mark], box: Box) -> bool:
    """Whether a stretch of line runs through a box."""
    a, b = line
    low, high = max(box.left, min(a.x, b.x)), min(box.right, max(a.x, b.x))
    if low >= high:
        return False
    slope = (b.y - a.y) / (b.x - a.x)
    ends = sorted(a.y + slope * (x - a.x) for x in (low, high))
    return ends[0] < box.bottom and ends[1] > box.top
