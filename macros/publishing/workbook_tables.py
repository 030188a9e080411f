"""The figures of a report as the tables of a workbook: one for each printed table, one for all that stands in the text.

By the Government Analysis Function's "Releasing statistics in spreadsheets": one header row, no blank cell, a
shorthand letter where there is no number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from macros.datasets.catalogue import Catalogue
from macros.model.observation import Observation
from macros.model.status import ObservationStatus
from macros.wording import periods

Cell = str | Decimal
COVER, CONTENTS, NOTES = "Cover", "Contents", "Notes"  # the sheets before the tables
TEXT = "In the text"  # the sheet of what is printed outside tables
_IN_TEXT = re.compile(r"(?:para(?:graph)?|section)\b", re.IGNORECASE)
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_LONGEST = 31  # letters, in the name of a sheet
_NAMED_AT_MOST = 2  # measures in a title; more are counted
_DIMENSIONS_AT_MOST = 4  # columns for categories; more share one, or most of their cells would say nothing
_UNITS = {
    "count": "number", "percent": "per cent", "rate_10000": "per 10,000 children", "ratio": "average",
    "score": "score", "weeks": "weeks", "fte": "full-time posts",
}  # fmt: skip
NOT_APPLICABLE = ObservationStatus.NOT_APPLICABLE.symbol
NO_NOTE, NO_SHORTHAND = "No note", "None"
_OURS = (
    "Measure", "Area", "Period", "Figure", "Unit", "Numerator", "Denominator", "Shorthand", "Printed in", "Note",
)  # fmt: skip


@dataclass(frozen=True)
class WorkbookTable:
    """One sheet: its name, its title, the columns, and the rows, of which none has a blank cell."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def workbook_tables(
    catalogue: Catalogue, observations: Iterable[Observation], taken: Sequence[str]
) -> list[WorkbookTable]:
    """The tables of some observations in printed order; `taken` are names of sheets that are not free."""
    places: dict[str, list[Observation]] = {}
    text: list[Observation] = []
    for one in observations:
        (text if _IN_TEXT.match(one.source) else places.setdefault(one.source, [])).append(one)
    names = {name.casefold() for name in taken}
    tables = [
        _table(catalogue, _free(place, names), f"{place}: {_counted(catalogue, rows)}", rows)
        for place, rows in places.items()
    ]
    if text:
        title = "Figures printed in the text of the report, outside its tables"
        tables.append(_table(catalogue, _free(TEXT, names), title, text))
    return tables


def _free(place: str, names: set[str]) -> str:
    """A sheet's name that Excel takes and that no other sheet has; it is put among the names."""
    plain = " ".join(_FORBIDDEN.sub(" ", place).split()) or "Table"
    name, number = plain[:_LONGEST].strip(), 1
    while name.casefold() in names:
        number += 1
        end = f" {number}"
        name = f"{plain[: _LONGEST - len(end)].strip()}{end}"
    names.add(name.casefold())
    return name


def _counted(catalogue: Catalogue, rows: Iterable[Observation]) -> str:
    names = list(dict.fromkeys(catalogue.indicator(one.key.indicator).name for one in rows))
    return "; ".join(names) if len(names) <= _NAMED_AT_MOST else f"{names[0]}, and {len(names) - 1} other measures"


def _table(catalogue: Catalogue, name: str, title: str, rows: Sequence[Observation]) -> WorkbookTable:
    dimensions = list(dict.fromkeys(dimension for one in rows for dimension, _ in one.key.breakdown))
    categories = {_heading(name): _category(catalogue, name) for name in dimensions}
    if len(dimensions) > _DIMENSIONS_AT_MOST:
        categories = {"Category": lambda one: _categories(catalogue, one)}
    columns: dict[str, Callable[[Observation], Cell]] = {
        "Measure": lambda one: catalogue.indicator(one.key.indicator).name,
        **categories,
        "Area": lambda one: catalogue.area(one.key.area).name,
        "Period": lambda one: periods.full(one.key.period),
        "Figure": _figure,
        "Unit": lambda one: _UNITS[catalogue.indicator(one.key.indicator).unit.value],
        "Numerator": lambda one: _number(one, one.numerator),
        "Denominator": lambda one: _number(one, one.denominator),
        "Shorthand": lambda one: one.status.symbol or NO_SHORTHAND,
        "Printed in": lambda one: one.source,
        "Note": lambda one: one.note.strip() or NO_NOTE,
    }
    filled = {heading: [of(one) for one in rows] for heading, of in columns.items()}
    # a column that says the same nothing in every row says nothing
    empty = {"Numerator": NOT_APPLICABLE, "Denominator": NOT_APPLICABLE, "Shorthand": NO_SHORTHAND, "Note": NO_NOTE}
    kept = [heading for heading, cells in filled.items() if set(cells) != {empty.get(heading)}]
    kept = [heading for heading in kept if heading != "Printed in" or len(set(filled[heading])) > 1]
    return WorkbookTable(name, title, tuple(kept), tuple(zip(*(filled[heading] for heading in kept), strict=True)))


def _heading(dimension: str) -> str:
    """A dimension's name; Excel lets no two columns of a table have the same one."""
    name = dimension.replace("_", " ").replace("-", " ").capitalize()
    return f"{name} (category)" if name in _OURS else name


def _category(catalogue: Catalogue, dimension: str) -> Callable[[Observation], Cell]:
    def label(one: Observation) -> Cell:
        code = dict(one.key.breakdown).get(dimension)
        return NOT_APPLICABLE if code is None else catalogue.codelist(dimension)[code].label

    return label


def _categories(catalogue: Catalogue, one: Observation) -> Cell:
    told = (f"{_heading(name)}: {catalogue.codelist(name)[code].label}" for name, code in one.key.breakdown)
    return "; ".join(told) or NOT_APPLICABLE


def _figure(one: Observation) -> Cell:
    if one.status is ObservationStatus.CONFIDENTIAL or one.value is None:
        return one.status.symbol or ObservationStatus.NOT_AVAILABLE.symbol
    return one.value


def _number(one: Observation, value: Decimal | None) -> Cell:
    if one.status is ObservationStatus.CONFIDENTIAL:
        return one.status.symbol
    return NOT_APPLICABLE if value is None else value
