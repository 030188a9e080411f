"""What readers know of a council's figures, and how the figures hang together: the ground of the disclosure check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from macros.datasets.catalogue import Catalogue
from macros.datasets.linear_audit import Equation, total_of
from macros.datasets.printed import Place, decimals, parts_of_total, places, relations, rounded
from macros.datasets.row_bounds import Cell, Range
from macros.model.codelist import TOTAL
from macros.model.indicator import PeriodType, Unit
from macros.model.observation import Observation, ObservationKey
from macros.model.relation import Relation, Rule, Term
from macros.model.release import Release
from macros.model.status import ObservationStatus

_ADDING = (Rule.SUM, Rule.EQUAL, Rule.STOCK_FLOW)


@dataclass
class Tables:
    """`ranges`: what is shown of each cell. `hidden`: cells with status c.

    `shown_elsewhere`: cells that the report hides, though another release of the council shows them.
    """

    ranges: dict[Cell, Range] = field(default_factory=dict)
    hidden: dict[Cell, Observation] = field(default_factory=dict)
    equations: list[Equation] = field(default_factory=list)
    own: dict[Cell, Observation] = field(default_factory=dict)  # cells that the report itself speaks of
    shown_elsewhere: dict[Cell, Observation] = field(default_factory=dict)


def cell_of(key: ObservationKey, take: str = "value") -> Cell:
    """The number of a key that may be known or hidden; the order of dimensions does not matter."""
    return take, key.indicator, key.area, key.period.text, frozenset(key.breakdown)


class Publications:
    """What releases tell: of each it is worked out once, however many reports it is laid beside."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._told: dict[int, _Told] = {}  # by the release's identity; each is held, so that no other takes its place

    def tables(self, release: Release, others: Iterable[Release]) -> Tables:
        """What readers can lay side by side: a release and the others of its council, the newest first."""
        made = Tables()
        for one in (release, *others):
            told = self._of(one)
            if one is release:
                _add_own(made, told)
            for cell, span, _ in told.cells:
                if span is not None:
                    _know(made.ranges, cell, span)
            made.equations += told.equations
        for cell in list(made.hidden):
            low, high = made.ranges.get(cell, (0, None))
            if low == high:
                made.shown_elsewhere[cell] = made.hidden.pop(cell)
        return made

    def _of(self, release: Release) -> _Told:
        if id(release) not in self._told:
            cells = [told for one in with_bases(release).observations for told in _cells(self._catalogue, one)]
            self._told[id(release)] = _Told(release, cells, list(_equations(self._catalogue, release)))
        return self._told[id(release)]


@dataclass
class _Told:
    """`cells`: each with what is shown of it and its figure, in printed order."""

    release: Release
    cells: list[tuple[Cell, Range | None, Observation]]
    equations: list[Equation]


def tables_of(catalogue: Catalogue, release: Release) -> Tables:
    """What readers of one release alone can lay side by side."""
    return Publications(catalogue).tables(release, ())


def with_bases(release: Release) -> Release:
    """A release whose percentages have the base that a declared share gives them."""
    bases: dict[int, Decimal] = {}
    for relation in relations(release):
        if relation.rule is not Rule.SHARE or len(relation.parts) != 1:
            continue
        for one in release.by_indicator.get(relation.result.indicator, ()):
            if relation.result.breakdown.items() <= dict(one.key.breakdown).items():
                key = relation.parts[0].key(one.key.period, one.key.area)
                found = [relation.parts[0].of(part) for part in release.by_key.get(key, ())]
                if held := [number for number in found if number is not None]:
                    bases[id(one)] = held[0]
    if not bases:
        return release
    filled = (
        replace(one, denominator=bases[id(one)])
        if id(one) in bases and one.denominator is None and one.value is not None
        else one
        for one in release.observations
    )
    return replace(release, observations=tuple(filled))


def counts_behind(share: Observation) -> tuple[int, int] | None:
    """The fewest and the most that a printed percentage of a printed base can stand for; None when none can."""
    if share.value is None or share.denominator is None or share.denominator <= 0:
        return None
    places_, base = decimals(share.value), share.denominator
    half = Decimal(1).scaleb(-places_) / 2
    lowest = ((share.value - half) * base / 100).to_integral_value(ROUND_FLOOR)
    highest = ((share.value + half) * base / 100).to_integral_value(ROUND_CEILING)
    fits = [
        count
        for count in range(max(0, int(lowest)), int(highest) + 1)
        if rounded(Decimal(100 * count) / base, places_) == share.value
    ]
    return (fits[0], fits[-1]) if fits else None


def _add_own(made: Tables, told: _Told) -> None:
    """The cells that the report itself speaks of, and those it hides."""
    for cell, span, one in told.cells:
        made.own.setdefault(cell, one)
        if span is None and one.status is ObservationStatus.CONFIDENTIAL and cell[0] != "denominator":
            made.hidden.setdefault(cell, one)


def _cells(catalogue: Catalogue, one: Observation) -> Iterator[tuple[Cell, Range | None, Observation]]:
    """What one printed figure tells: its own count, or the count and the base behind a percentage."""
    unit = catalogue.indicator(one.key.indicator).unit
    shown: dict[str, Range] = {}
    if unit is Unit.COUNT and one.value is not None:
        shown["value"] = _exactly(one.value)
    for take in ("numerator", "denominator"):
        number = getattr(one, take)
        if number is not None:
            shown[take] = _exactly(number)
    if unit is Unit.PERCENT and one.numerator is None and (behind := counts_behind(one)):
        shown["numerator"] = behind
    takes = ("value",) if unit is Unit.COUNT else ("numerator", "denominator") if unit is Unit.PERCENT else ()
    for take in takes:
        yield cell_of(one.key, take), shown.get(take), one


def _exactly(number: Decimal) -> Range:
    whole = int(number)
    return whole, whole


def _know(ranges: dict[Cell, Range], cell: Cell, span: Range) -> None:
    """Keep the closest that is known; figures that contradict each other leave the first."""
    low, high = ranges.setdefault(cell, span)
    narrower = max(low, span[0]), span[1] if high is None else high if span[1] is None else min(high, span[1])
    if narrower[1] is None or narrower[0] <= narrower[1]:
        ranges[cell] = narrower


def _equations(catalogue: Catalogue, release: Release) -> Iterator[Equation]:
    declared = relations(release)
    for place in places(release):
        yield from _totals(catalogue, place, declared)
    yield from _years(catalogue, release, declared)
    for relation in declared:
        yield from _declared(release, relation)


def _totals(catalogue: Catalogue, place: Place, declared: Iterable[Relation]) -> Iterator[Equation]:
    """A printed total and its parts; where every part is shown, also the one category that is not printed."""
    overlapping = {relation.result.indicator for relation in declared if relation.rule is Rule.NOT_PARTS}
    for one in place.cells.values():
        if one.key.indicator in overlapping:
            continue
        take = "value" if catalogue.indicator(one.key.indicator).unit is Unit.COUNT else "numerator"
        for dimension, parts in parts_of_total(place, one).items():
            cells = [cell_of(part.key, take) for part in parts]
            if any(part.status is ObservationStatus.CONFIDENTIAL for part in (one, *parts)) or _adds(one, parts):
                yield total_of(cell_of(one.key, take), cells)
            else:
                left = _not_printed(catalogue, one, dimension, parts)
                yield total_of(cell_of(one.key, take), [*cells, *(cell_of(key, take) for key in left)])


def _adds(total: Observation, parts: Iterable[Observation]) -> bool:
    """Whether the printed parts are the whole of a total: then the categories that are not printed are nought."""
    held = [part.value for part in parts if part.value is not None]
    return total.value is not None and sum(held, Decimal(0)) == total.value


def _not_printed(
    catalogue: Catalogue, total: Observation, dimension: str, parts: Iterable[Observation]
) -> list[ObservationKey]:
    """The keys of the categories that stand in the code list but not in the table."""
    printed = {dict(part.key.breakdown)[dimension] for part in parts} | {TOTAL}
    key = total.key
    return [
        ObservationKey(
            key.indicator,
            key.area,
            key.period,
            tuple((name, code.code if name == dimension else held) for name, held in key.breakdown),
        )
        for code in catalogue.codelist(dimension)
        if code.code not in printed
    ]


def _years(catalogue: Catalogue, release: Release, declared: Iterable[Relation]) -> Iterator[Equation]:
    """A flow's year and its quarters, wherever they are printed; a quarter that is not can be worked out, too."""
    exempt = {relation.result.indicator for relation in declared if relation.rule is Rule.NOT_QUARTERS}
    for key in release.by_key:
        indicator = catalogue.indicator(key.indicator)
        if indicator.period_type is not PeriodType.FLOW or indicator.id in exempt or not key.period.quarters:
            continue
        keys = [ObservationKey(key.indicator, key.area, quarter, key.breakdown) for quarter in key.period.quarters]
        take = "value" if indicator.unit is Unit.COUNT else "numerator"
        yield total_of(cell_of(key, take), [cell_of(one, take) for one in keys])


def _declared(release: Release, relation: Relation) -> Iterator[Equation]:
    """What `relations.csv` says of counts: sums, equalities, stocks; the base of a share; the shares of a whole."""
    held = release.by_indicator.get(relation.result.indicator, ())
    if relation.rule in _ADDING:
        for one in held:
            if relation.result.selects(one):
                parts = [(_cell(term, one), -term.sign) for term in relation.parts]
                yield Equation(((_cell(relation.result, one), 1), *parts))
    if relation.rule is Rule.WHOLE:
        yield from _whole(relation, held)
    if relation.rule is Rule.SHARE and len(relation.parts) == 1:
        for one in held:
            if relation.result.breakdown.items() <= dict(one.key.breakdown).items():
                yield Equation(((cell_of(one.key, "denominator"), 1), (_cell(relation.parts[0], one), -1)))


def _whole(relation: Relation, held: Iterable[Observation]) -> Iterator[Equation]:
    """The counts behind the shares of a whole add to its base, in each printed place."""
    groups: dict[Cell, list[Observation]] = {}
    for one in held:
        breakdown, fixed = dict(one.key.breakdown), relation.result.breakdown
        if fixed.items() <= breakdown.items() and len(breakdown) == len(fixed) + 1 and TOTAL not in breakdown.values():
            groups.setdefault((one.source, one.key.area, one.key.period), []).append(one)
    for rows in groups.values():
        base = next((row for row in rows if row.value is not None), rows[0])
        yield total_of(cell_of(base.key, "denominator"), [cell_of(row.key, "numerator") for row in rows])


def _cell(term: Term, one: Observation) -> Cell:
    return cell_of(term.key(one.key.period, one.key.area), term.take)
