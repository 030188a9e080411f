"""Raw figures of a council, not yet fit to publish, as rows without the small ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from macros.datasets.catalogue import Catalogue
from macros.datasets.csv_source import read_table
from macros.datasets.observations import AFTER, read_observations
from macros.datasets.published_tables import Tables, cell_of, counts_behind, tables_of, with_bases
from macros.datasets.reports import TABLES
from macros.datasets.row_bounds import Cell
from macros.datasets.suppression import Policy, Why, suppress
from macros.errors import BadRequest
from macros.model.finding import Severity
from macros.model.indicator import Unit
from macros.model.observation import Observation
from macros.model.release import Release

RELATIONS = "relations.csv"  # beside the raw figures: what adds to what, as beside a release
BLANKED = AFTER[:3]  # value, numerator, denominator


@dataclass(frozen=True)
class SuppressedRows:
    """`hidden` and `unsafe` name rows by their place in `rows`, from 0."""

    columns: tuple[str, ...]
    rows: list[dict[str, str]]
    hidden: dict[int, Why]
    unsafe: list[int]


@dataclass(frozen=True)
class HiddenFigures:
    """What must be hidden of a release's observations, each by its place among them, from 0."""

    hidden: dict[int, Why]
    unsafe: frozenset[int]


def suppressed(source: Path, catalogue: Catalogue, policy: Policy) -> SuppressedRows:
    """The rows of a raw CSV with what must be hidden blank and marked c. Raises BadRequest when it cannot be read."""
    release = _read(source, catalogue)
    table = read_table(source.parent, source.name, (), None)
    rows = [dict(row.cells) for row in table.rows]
    place = {row.number: number for number, row in enumerate(table.rows)}
    found = hidden_figures(release, catalogue, policy)
    hidden: dict[int, Why] = {}
    unsafe: list[int] = []
    for at, why in found.hidden.items():
        one = release.observations[at]
        if one.row in place:
            number = place[one.row]
            hidden[number] = why
            rows[number] |= dict.fromkeys(BLANKED, "") | {"status": "c"}
            unsafe += [number] if at in found.unsafe else []
    return SuppressedRows(table.columns, rows, hidden, unsafe)


def hidden_figures(release: Release, catalogue: Catalogue, policy: Policy) -> HiddenFigures:
    """Which figures of a raw release must be hidden, so that no small count is shown or can be worked out."""
    given = with_bases(release)
    tables = tables_of(catalogue, release)
    counts = {cell: low for cell, (low, high) in tables.ranges.items() if low == high}
    found = suppress(
        counts, tables.equations, _guarded(catalogue, tables, counts, policy), policy, _shares(catalogue, given, policy)
    )
    hidden: dict[int, Why] = {}
    unsafe = set()
    for number, one in enumerate(given.observations):
        cells = [cell for take in BLANKED if (cell := cell_of(one.key, take)) in found.hidden]
        if cells:
            hidden[number] = found.hidden[cells[0]]
            if any(cell in found.unsafe for cell in cells):
                unsafe.add(number)
    return HiddenFigures(hidden, frozenset(unsafe))


def _read(source: Path, catalogue: Catalogue) -> Release:
    observations, findings = read_observations(source.parent, [source.name], catalogue)
    wrong = [one for one in findings if one.severity is Severity.STOPS]
    if wrong:
        told = " ".join(f"{one.place}: {one.message}" for one in wrong[:5])
        raise BadRequest(f"The raw figures cannot be read. {told}", "Nothing was written.")
    tables = {}
    if (source.parent / RELATIONS).is_file():
        related = read_table(source.parent, RELATIONS, TABLES["relations"])
        tables["relations"] = tuple(row.cells for row in related.rows)
    return Release("raw", date.min, "", tuple(observations), tables)


def _guarded(catalogue: Catalogue, tables: Tables, counts: dict[Cell, int], policy: Policy) -> set[Cell]:
    """The counts that may not be shown small: those of children, behind percentages, too."""
    return {
        cell
        for cell, one in tables.own.items()
        if cell in counts
        and cell != cell_of(one.key, "denominator")
        and catalogue.indicator(one.key.indicator).base_unit in policy.strict_units
    }


def _shares(catalogue: Catalogue, release: Release, policy: Policy) -> set[Cell]:
    """The percentages that stand for a small count, or for a share of too few."""
    found = set()
    for one in release.observations:
        indicator = catalogue.indicator(one.key.indicator)
        is_guarded = indicator.unit is Unit.PERCENT and indicator.base_unit in policy.strict_units
        if is_guarded and _is_small_share(one, policy):
            found.add(cell_of(one.key, "numerator"))
    return found


def _is_small_share(one: Observation, policy: Policy) -> bool:
    behind = counts_behind(one)
    of_few = one.denominator is not None and one.denominator < policy.least_base
    return of_few or (behind is not None and all(policy.is_small(count) for count in behind))
