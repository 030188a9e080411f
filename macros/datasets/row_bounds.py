"""How tight rows of whole numbers that add up make the bounds of their cells: interval arithmetic, exact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Cell = Any  # whatever names a cell: it must be hashable (a Mapping's key type does not vary, so no narrower)
Range = tuple[int, int | None]  # lowest and highest possible value; None: no end
Row = tuple[dict[Cell, int], int]  # coefficients, and what they add to
Bounds = dict[Cell, Range]

_ROUNDS = 100


def narrow(rows: Sequence[Row], bounds: Bounds) -> Bounds | None:
    """Bounds made as tight as each row by itself can make them; None when a row cannot hold."""
    now = dict(bounds)
    for _ in range(_ROUNDS):
        changed = False
        for cells, right in rows:
            rest = _Rest(cells, right, now)
            for cell, factor in cells.items():
                span = rest.span_of(factor, now[cell])
                low, high = now[cell]
                new = max(low, span[0]), high if span[1] is None else span[1] if high is None else min(high, span[1])
                if new[1] is not None and new[0] > new[1]:
                    return None
                if new != (low, high):
                    rest.replace(factor, now[cell], new)
                    now[cell] = new
                    changed = True
        if not changed:
            break
    return now if all(_may_hold(cells, right, now) for cells, right in rows) else None


class _Rest:
    """What the cells of one row can add to: least and most, each with the number of cells that have no such end."""

    def __init__(self, cells: Mapping[Cell, int], right: int, bounds: Bounds) -> None:
        self._right = right
        self._least = self._most = self._no_least = self._no_most = 0
        for cell, factor in cells.items():
            self._count(factor, bounds[cell], 1)

    def _count(self, factor: int, span: Range, sign: int) -> None:
        least, most = _times(factor, span)
        if least is None:
            self._no_least += sign
        else:
            self._least += sign * least
        if most is None:
            self._no_most += sign
        else:
            self._most += sign * most

    def replace(self, factor: int, old: Range, new: Range) -> None:
        """Give a cell other bounds."""
        self._count(factor, old, -1)
        self._count(factor, new, 1)

    def span_of(self, factor: int, own: Range) -> Range:
        """What the row leaves for one cell, given its factor, its bounds and the bounds of the others."""
        least, most = _times(factor, own)
        has_least = self._no_most == (most is None)  # no other cell is without a most
        has_most = self._no_least == (least is None)
        low = self._right - self._most + (most or 0) if has_least else None  # of the cell times its factor
        high = self._right - self._least + (least or 0) if has_most else None
        if factor < 0:
            low, high = (None if high is None else -high), (None if low is None else -low)
            factor = -factor
        lowest = -(10**12) if low is None else -(-low // factor)
        return lowest, None if high is None else high // factor


def _times(factor: int, span: Range) -> tuple[int | None, int | None]:
    """The ends of a cell times its factor."""
    low, high = span[0] * factor, None if span[1] is None else span[1] * factor
    return (low, high) if factor > 0 else (high, low)


def _may_hold(cells: Mapping[Cell, int], right: int, bounds: Bounds) -> bool:
    """Whether a row whose cells are all fixed adds up; any other may."""
    if any(bounds[cell][0] != bounds[cell][1] for cell in cells):
        return True
    return sum(factor * bounds[cell][0] for cell, factor in cells.items()) == right
