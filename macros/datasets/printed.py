"""A release as it was printed: the figures of one place and area side by side, for the rules of arithmetic."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal

from macros.errors import ReportsError
from macros.model.codelist import TOTAL
from macros.model.observation import Observation, ObservationKey
from macros.model.period import Period
from macros.model.relation import Relation, Rule, Term, parse_terms
from macros.model.release import Release, Row

_EXACT = Context(prec=200)  # more digits than a cell may hold, so that rounding never fails

_NEEDS = {1: "figures", 2: "a count and a base"}
_WITHOUT_PARTS = (Rule.WHOLE, Rule.NOT_PARTS, Rule.NOT_QUARTERS)

Cells = dict[tuple[str, Period, frozenset[tuple[str, str]]], Observation]


@dataclass(frozen=True)
class Place:
    """What is printed in one place of a report about one area."""

    source: str
    area: str
    cells: Cells

    def get(self, key: ObservationKey) -> Observation | None:
        """The cell of a key; the order of its dimensions does not matter."""
        return self.cells.get((key.indicator, key.period, frozenset(key.breakdown)))


def places(release: Release) -> Iterator[Place]:
    """Each printed place, area by area, in printed order."""
    found: dict[tuple[str, str], Cells] = {}
    for one in release.observations:
        cells = found.setdefault((one.source, one.key.area), {})
        cells[one.key.indicator, one.key.period, frozenset(one.key.breakdown)] = one
    return (Place(source, area, cells) for (source, area), cells in found.items())


def relations(release: Release) -> list[Relation]:
    """The relations declared beside a release. Rows that cannot be used are told by `unreadable_relations`."""
    unusable = {number for number, _ in unreadable_relations(release)}
    return [
        Relation(Rule(row["rule"]), parse_terms(row["result"])[0], parse_terms(row["parts"]), row["note"], number)
        for number, row in enumerate(release.tables.get("relations", ()), 2)
        if number not in unusable
    ]


def unreadable_relations(release: Release) -> list[tuple[int, str]]:
    """The row numbers of relations that cannot be used, and why: a rule that tests nothing must not seem to hold."""
    rows = enumerate(release.tables.get("relations", ()), 2)
    return [(number, why) for number, row in rows if (why := _fault(release, row))]


def _fault(release: Release, row: Row) -> str:
    """Why a relation cannot be used; empty when it can."""
    try:
        rule, results, parts = Rule(row["rule"]), parse_terms(row["result"]), parse_terms(row["parts"])
    except ReportsError as error:
        return str(error)
    except ValueError:
        return f"'{row['rule']}' is no rule; use one of: {', '.join(Rule)}."
    if len(results) != 1:
        return "the column 'result' must name one figure."
    fewest = 0 if rule in _WITHOUT_PARTS else 2 if rule is Rule.DIVIDED else 1
    if len(parts) < fewest:
        return f"the rule '{rule}' needs {_NEEDS[fewest]} in the column 'parts'."
    some = rule in (*_WITHOUT_PARTS, Rule.SHARE)  # the result stands for every category that fits
    for term in (*results, *parts):
        if not names_held_figure(release, term, some=some and term is results[0]):
            return (
                f"the release has no figure '{written(term)}'. Look for a slip in a name; several dimensions stand in "
                "the order of the columns."
            )
    return ""


def names_held_figure(release: Release, term: Term, *, some: bool = False) -> bool:
    """Whether a release prints what a term names; `some`: a term without all dimensions stands for each category."""
    asked = tuple(term.breakdown.items())
    return any(
        term.period in ("", "previous", one.key.period.text)
        and term.area in ("", one.key.area)
        and (asked == one.key.breakdown or (some and term.breakdown.items() <= dict(one.key.breakdown).items()))
        for one in release.by_indicator.get(term.indicator, ())
    )


def written(term: Term) -> str:
    """A term as an author writes it."""
    fixed = {"period": term.period, "area": term.area}
    return " ".join((term.indicator, *(f"{k}={v}" for k, v in {**term.breakdown, **fixed}.items() if v)))


def parts_of(release: Release, relation: Relation, one: Observation) -> list[Observation] | None:
    """The printed parts of a relation's result: in its own place, else in the first place that holds them all."""
    keys = [term.key(one.key.period, one.key.area) for term in relation.parts]
    found = [release.by_key.get(key, ()) for key in keys]
    sources = [one.source, *dict.fromkeys(row.source for rows in found for row in rows)]
    for source in sources:
        parts = [next((row for row in rows if row.source == source), None) for rows in found]
        if all(parts):
            return [part for part in parts if part is not None]
    anywhere = [next(iter(rows), None) for rows in found]
    return [part for part in anywhere if part is not None] if all(anywhere) else None


def parts_of_total(place: Place, total: Observation) -> dict[str, list[Observation]]:
    """For each dimension in which an observation is the total: the cells of the categories beside it."""
    breakdown = dict(total.key.breakdown)
    found: dict[str, list[Observation]] = {}
    for dimension, code in breakdown.items():
        if code != TOTAL:
            continue
        rest = {name: value for name, value in breakdown.items() if name != dimension}
        found[dimension] = [
            one
            for (indicator, period, cell), one in place.cells.items()
            if (indicator, period) == (total.key.indicator, total.key.period)
            and (codes := dict(cell)).keys() == breakdown.keys()
            and codes[dimension] != TOTAL
            and rest.items() <= codes.items()
        ]
    return {dimension: parts for dimension, parts in found.items() if len(parts) > 1}


def decimals(value: Decimal) -> int:
    """The printed decimals of a value."""
    return max(0, -int(value.as_tuple().exponent))


def rounded(exact: Decimal, places: int) -> Decimal:
    """Rounded half up to some decimals."""
    return exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _EXACT)


def truncated(exact: Decimal, places: int) -> Decimal:
    """Cut off after some decimals."""
    return exact.quantize(Decimal(1).scaleb(-places), ROUND_DOWN, _EXACT)
