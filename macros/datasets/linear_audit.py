"""What subtraction gives away: the hidden cells of published tables that can have only one value.

Pure arithmetic over whole numbers, exact throughout: elimination, then intervals, then a search for a
second solution. No cell is called safe unless two solutions that differ in it were found.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import gcd

from macros.datasets.row_bounds import Bounds, Cell, Range, Row, narrow

_STEPS = 3000  # of one search; beyond it a cell is undecided
_WIDTH = 60  # values tried of a cell that has no upper end


@dataclass(frozen=True)
class Equation:
    """Cells times their signs add to nought: a total less its parts."""

    terms: tuple[tuple[Cell, int], ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells it speaks of."""
        return tuple(cell for cell, _ in self.terms)


@dataclass(frozen=True)
class Audit:
    """`values`: cells that can be worked out, each with its value. `undecided`: cells not shown to be safe."""

    values: Mapping[Cell, int]
    undecided: frozenset[Cell]


class _TooLong(Exception):
    """The search came to no end."""


def total_of(total: Cell, parts: Iterable[Cell]) -> Equation:
    """The equation of a total and its parts."""
    return Equation(((total, 1), *((part, -1) for part in parts)))


def audit(
    equations: Iterable[Equation],
    ranges: Mapping[Cell, Range],
    hidden: Collection[Cell],
    highest: int,
    about: Container[Cell] | None = None,
) -> Audit:
    """The hidden cells, and those in no table at all, that have only one possible value.

    `ranges` says what readers know of the cells that are not hidden; a cell in neither may be any number from 0.
    Readers may think that each hidden cell is from 1 to `highest`, or only that it is not nought (true noughts are
    shown); where neither can be, that noughts are hidden, too. What follows from any of these is given away.

    With `about`, tables that have nothing to do with any of these cells are passed over.
    """
    told = [(row, one) for one in equations if (row := _row(one, ranges))[0]]
    rows = [row for row, _ in told]
    values: dict[Cell, int] = {}
    undecided: set[Cell] = set()
    for numbers in _components(rows):
        if about is not None and not any(cell in about for number in numbers for cell in told[number][1].cells):
            continue
        component = [rows[number] for number in numbers]
        found = _of_component(component, ranges, hidden, highest)
        if found is None and len(component) > 1:  # the printed figures contradict each other: each equation by itself
            alone = [_of_component([row], ranges, hidden, highest) for row in component]
            found = {cell: value for one in alone if one for cell, value in one[0].items()}, set()
        if found is not None:
            values |= found[0]
            undecided |= found[1]
    return Audit(values, frozenset(undecided - values.keys()))


def _row(equation: Equation, ranges: Mapping[Cell, Range]) -> Row:
    """An equation with what is known put in."""
    open_cells: dict[Cell, int] = {}
    right = 0
    for cell, sign in equation.terms:
        low, high = ranges.get(cell, (0, None))
        if low == high:
            right -= sign * low
        else:
            open_cells[cell] = open_cells.get(cell, 0) + sign
    return {cell: sign for cell, sign in open_cells.items() if sign}, right


def _components(rows: Sequence[Row]) -> Iterator[list[int]]:
    """The numbers of rows that share open cells, together."""
    by_cell: dict[Cell, list[int]] = {}
    for number, (cells, _) in enumerate(rows):
        for cell in cells:
            by_cell.setdefault(cell, []).append(number)
    seen: set[int] = set()
    for first in range(len(rows)):
        if first in seen:
            continue
        waiting, together = [first], []
        seen.add(first)
        while waiting:
            number = waiting.pop()
            together.append(number)
            near = {other for cell in rows[number][0] for other in by_cell[cell]} - seen
            seen |= near
            waiting += near
        yield sorted(together)


def _of_component(
    rows: Sequence[Row], ranges: Mapping[Cell, Range], hidden: Collection[Cell], highest: int
) -> tuple[dict[Cell, int], set[Cell]] | None:
    """What each way of reading the blanks gives away; None when the figures contradict each other."""
    cells = list(dict.fromkeys(cell for row, _ in rows for cell in row))
    if len(rows) > 1:
        rows = [*rows, *_eliminated(rows, cells)]
    values: dict[Cell, int] = {}
    undecided: set[Cell] = set()
    possible = False
    readings: tuple[Range, ...] = ((1, highest), (1, None), (0, None))
    is_blank = any(cell in hidden for cell in cells)  # without a blank all readings are one
    for reading in readings if is_blank else readings[-1:]:
        if possible and reading[0] == 0:
            break
        bounds = {cell: _both(ranges.get(cell, (0, None)), reading if cell in hidden else (0, None)) for cell in cells}
        if any(high is not None and low > high for low, high in bounds.values()):
            continue
        found = _only_values(rows, bounds, hidden)
        if found is not None:
            possible = True
            values |= found[0]
            undecided |= found[1]
    return (values, undecided) if possible else None


def _both(one: Range, other: Range) -> Range:
    """What two ranges have in common."""
    ends = [high for high in (one[1], other[1]) if high is not None]
    return max(one[0], other[0]), min(ends) if ends else None


def _only_values(
    rows: Sequence[Row], bounds: Bounds, hidden: Collection[Cell]
) -> tuple[dict[Cell, int], set[Cell]] | None:
    """The cells with one value in every solution, and those undecided; None when there is no solution.

    Only hidden cells are worth a search; others are told when elimination and intervals give them.
    """
    narrowed = narrow(rows, bounds)
    if narrowed is None:
        return None
    only = {cell: low for cell, (low, high) in narrowed.items() if low == high}
    left = {cell for cell in narrowed if cell in hidden} - only.keys()
    if not left:
        return only, set()
    try:
        first = _solution(rows, narrowed)
    except _TooLong:
        return only, left
    if first is None:
        return None
    undecided = set()
    while left:
        cell = left.pop()
        try:
            other = _other(rows, narrowed, cell, first[cell])
        except _TooLong:
            undecided.add(cell)
            continue
        if other is None:
            only[cell] = first[cell]
        else:
            differing = {one for one, value in other.items() if value != first[one]}
            left -= differing
            undecided -= differing
    return only, undecided


def _other(rows: Sequence[Row], bounds: Bounds, cell: Cell, value: int) -> dict[Cell, int] | None:
    """A solution in which a cell has another value."""
    low, high = bounds[cell]
    for part in ((value + 1, high), (low, value - 1)):
        if part[1] is not None and part[0] > part[1]:
            continue
        narrowed = narrow(rows, {**bounds, cell: part})
        found = None if narrowed is None else _solution(rows, narrowed)
        if found is not None:
            return found
    return None


def _solution(rows: Sequence[Row], bounds: Bounds) -> dict[Cell, int] | None:
    """Any solution within bounds that are narrowed already. Raises _TooLong when none was found in time."""
    waiting, steps, cut = [bounds], 0, False
    while waiting:
        now = waiting.pop()
        steps += 1
        if steps > _STEPS:
            raise _TooLong
        free = [(cell, span) for cell, span in now.items() if span[0] != span[1]]
        if not free:
            return {cell: span[0] for cell, span in now.items()}
        cell, (low, high) = min(free, key=lambda one: _size(one[1]))
        last = low + _WIDTH if high is None or high > low + _WIDTH else high
        cut = cut or last != high
        below = [narrow(rows, {**now, cell: (value, value)}) for value in range(low, min(last, low + 8) + 1)]
        if last > low + 8:
            below.append(narrow(rows, {**now, cell: (low + 9, high)}))
        waiting += [one for one in reversed(below) if one is not None]
    if cut:
        raise _TooLong
    return None


def _size(span: Range) -> float:
    return float("inf") if span[1] is None else span[1] - span[0]


def _eliminated(rows: Sequence[Row], cells: Sequence[Cell]) -> list[Row]:
    """The rows in reduced form: what adding and taking away whole tables gives, with whole-number factors.

    A right side that its factors cannot make leaves the row impossible, which `narrow` sees.
    """
    work, done = list(rows), list[Row]()
    for cell in cells:
        at = next((number for number, (row, _) in enumerate(work) if row.get(cell)), None)
        if at is None:
            continue
        row, right = work.pop(at)
        sign = 1 if row[cell] > 0 else -1
        pivot = _reduced({one: sign * factor for one, factor in row.items()}, sign * right)
        work = [_less(other, pivot, cell) for other in work]
        done = [*(_less(other, pivot, cell) for other in done), pivot]
    return [row for row in done if row[0]]


def _less(row: Row, pivot: Row, cell: Cell) -> Row:
    """A multiple of a row less the pivot's multiple that takes a cell out of it."""
    times = row[0].get(cell)
    if not times:
        return row
    lead = pivot[0][cell]
    left = {one: lead * factor for one, factor in row[0].items()}
    for one, factor in pivot[0].items():
        left[one] = left.get(one, 0) - times * factor
    return _reduced({one: factor for one, factor in left.items() if factor}, lead * row[1] - times * pivot[1])


def _reduced(row: dict[Cell, int], right: int) -> Row:
    """A row without a common factor."""
    common = gcd(right, *row.values())
    return (row, right) if common < 2 else ({one: factor // common for one, factor in row.items()}, right // common)
