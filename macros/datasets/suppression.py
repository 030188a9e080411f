"""Hiding small counts: tables of counts in, what must be hidden and why out (DOMAIN.md section 6)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from macros.datasets.linear_audit import Audit, Equation, audit
from macros.datasets.row_bounds import Cell


@dataclass(frozen=True)
class Policy:
    """What is too small to show. A council may choose stricter numbers, or protect more than children."""

    lowest: int = 1
    highest: int = 5
    least_base: int = 10  # of a percentage, and of a group of which nothing may be told as a whole
    strict_units: frozenset[str] = frozenset({"child"})  # base units; reviews, staff and meetings may be added

    def is_small(self, count: int) -> bool:
        """Whether a count is too small to show. Nought is not."""
        return self.lowest <= count <= self.highest


DEFAULT = Policy()


class Why(StrEnum):
    """Why a cell is hidden."""

    SMALL = "small"  # the count itself is small
    SHARE = "share"  # a percentage of a small count, or of too few
    GROUP = "group"  # it tells about every member of a small group
    SUBTRACTION = "subtraction"  # another hidden count could be worked out from it


@dataclass(frozen=True)
class Suppressed:
    """`hidden` cells in the order they were chosen. `unsafe`: hidden, but nothing was left to protect them with."""

    hidden: Mapping[Cell, Why]
    unsafe: frozenset[Cell]


def suppress(
    counts: Mapping[Cell, int],
    equations: Iterable[Equation],
    strict: Collection[Cell] | None = None,
    policy: Policy = DEFAULT,
    shares: Collection[Cell] = (),
) -> Suppressed:
    """What must be hidden of some counts so that none of the small ones can be worked out.

    `strict` are the cells that may not be shown small (None: all of them). `shares` are hidden, too: numbers behind
    percentages that may not be shown. Nothing else is hidden where none is small.
    """
    held = [one for one in equations if all(cell in counts for cell in one.cells)]
    guarded = counts.keys() if strict is None else set(strict)
    hidden = {cell: Why.SMALL for cell, count in counts.items() if cell in guarded and policy.is_small(count)}
    hidden |= dict.fromkeys((cell for cell in shares if cell not in hidden), Why.SHARE)
    telling = _telling(counts, held, guarded, policy)
    hidden |= dict.fromkeys((cell for cell in telling if cell not in hidden), Why.GROUP)
    while True:
        found = _audited(counts, held, hidden, policy)
        unsafe = frozenset(cell for cell in hidden if cell in found.values or cell in found.undecided)
        partners = (_partner(cell, counts, held, hidden) for cell in hidden if cell in unsafe)
        chosen = next((cell for cell in partners if cell is not None), None)
        if chosen is None:
            return Suppressed(hidden, unsafe)
        hidden[chosen] = Why.SUBTRACTION


def _audited(
    counts: Mapping[Cell, int], equations: Iterable[Equation], hidden: Collection[Cell], policy: Policy
) -> Audit:
    shown = {cell: (count, count) for cell, count in counts.items() if cell not in hidden}
    return audit(equations, shown, hidden, policy.highest)


def _telling(
    counts: Mapping[Cell, int], equations: Iterable[Equation], guarded: Collection[Cell], policy: Policy
) -> list[Cell]:
    """The parts of small groups that are all alike: one part is the whole, and the noughts beside it say so."""
    found: list[Cell] = []
    for one in equations:
        whole, *parts = one.cells
        filled = [cell for cell in parts if counts[cell]]
        is_small = whole in guarded and 0 < counts[whole] < policy.least_base
        if is_small and len(parts) > 1 and [counts[cell] for cell in filled] == [counts[whole]]:
            found += parts
    return found


def _partner(
    cell: Cell, counts: Mapping[Cell, int], equations: Iterable[Equation], hidden: Collection[Cell]
) -> Cell | None:
    """The cell to hide so that another is safe: the smallest where it stands alone, else beside it, else anywhere.

    A nought is hidden last, because a hidden count is read as not nought.
    """
    alone = [
        other
        for one in equations
        if cell in one.cells and not any(mate in hidden for mate in one.cells if mate != cell)
        for other in one.cells
    ]
    groups = (alone, *_reached(cell, equations))
    for is_nought in (False, True):
        for among in groups:
            if open_cells := [one for one in among if one not in hidden and (counts[one] == 0) is is_nought]:
                return min(open_cells, key=lambda one: counts[one])
    return None


def _reached(cell: Cell, equations: Iterable[Equation]) -> tuple[list[Cell], list[Cell]]:
    """The cells that share an equation with a cell, and all that can be reached from it; both in printed order."""
    listed = [one.cells for one in equations]
    near = list(dict.fromkeys(other for cells in listed if cell in cells for other in cells))
    reached, grown = dict.fromkeys(near), True
    while grown:
        before = len(reached)
        for cells in listed:
            if any(one in reached for one in cells):
                reached |= dict.fromkeys(cells)
        grown = len(reached) > before
    return near, list(reached)
