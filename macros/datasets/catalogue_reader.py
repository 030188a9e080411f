"""Reading the catalogue from `data/catalogue/`: a row with a fault is reported and left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from macros.datasets.catalogue import (
    AREA_COLUMNS,
    CODE_COLUMNS,
    CODE_OPTIONAL,
    FOLDER,
    INDICATOR_COLUMNS,
    TARGET_COLUMNS,
    WORD_LISTS,
    WORD_OPTIONAL,
    Catalogue,
)
from macros.datasets.catalogue_rows import CatalogueRows, Refused, known_name, one_of, whole_number
from macros.datasets.csv_source import Row
from macros.datasets.targets import make_target
from macros.model.approval import BodyKind
from macros.model.area import Area
from macros.model.codelist import Code, Codelist
from macros.model.finding import Severity
from macros.model.indicator import Indicator, PeriodType, Polarity, Unit


def read_catalogue(root: Path) -> Catalogue:
    """Read `root/data/catalogue`. What cannot be read is left out and reported in `findings`."""
    rows = CatalogueRows(root)
    names = [path.stem for path in sorted((root / FOLDER / "codes").glob("*.csv"))]
    codelists = {name: _codelist(rows, name) for name in names}
    empty = Catalogue({}, {}, codelists, (), {})
    indicators = rows.read("indicators", INDICATOR_COLUMNS, partial(_indicator, empty), "indicator")
    areas = rows.read("areas", AREA_COLUMNS, _area, "area")
    known = replace(
        empty,
        indicators={indicator.id: indicator for indicator in indicators},
        areas={area.id: area for area in areas},
        left_out=rows.left_out,
    )
    targets = rows.read("targets", TARGET_COLUMNS, partial(make_target, known))
    made = _WORDS | {
        "duties": partial(_duty, known),
        "terms": partial(_term, known),
        "bodies": partial(_body, known),
    }
    words = {
        name: tuple(rows.read(name, columns, made.get(name, _cells), optional=WORD_OPTIONAL.get(name, ())))
        for name, columns in WORD_LISTS.items()
    }
    return replace(
        known,
        targets=tuple(target for target in targets if target is not None),
        words=words,
        findings=tuple(rows.findings),
        places=rows.places,
    )


def _codelist(rows: CatalogueRows, dimension: str) -> Codelist:
    codes = rows.read(f"codes/{dimension}", CODE_COLUMNS, _code, dimension, CODE_OPTIONAL)
    return Codelist(dimension, tuple(codes))


def _code(row: Row) -> Code:
    order = whole_number(row, "order")
    polarity = one_of(row, "polarity", Polarity, blank=True)
    return Code(row["code"], row["label"], row["plain_label"], order, Polarity(polarity) if polarity else None)


def _indicator(catalogue: Catalogue, row: Row) -> Indicator:
    cells = {column: row[column] for column in INDICATOR_COLUMNS}
    dimensions = tuple(part for part in row["dimensions"].split(";") if part)
    typed = {
        "unit": Unit(one_of(row, "unit", Unit)),
        "polarity": Polarity(one_of(row, "polarity", Polarity)),
        "period_type": PeriodType(one_of(row, "period_type", PeriodType)),
        "decimals": whole_number(row, "decimals"),
        "dimensions": dimensions,
    }
    for dimension in dimensions:
        known_name(row, "dimensions", catalogue.codelist, dimension)
    return Indicator(**{**cells, **typed})  # type: ignore[arg-type]  # the CSV's columns are the fields' names


def _area(row: Row) -> Area:
    return Area(**{column: row[column] for column in AREA_COLUMNS})


def _cells(row: Row) -> Mapping[str, str]:
    return row.cells


def _duty(catalogue: Catalogue, row: Row) -> Mapping[str, str]:
    one_of(row, "severity", Severity)
    for indicator in filter(None, row.cells.get("needs", "").split(";")):
        known_name(row, "needs", catalogue.indicator, indicator)
    return row.cells


def _help(row: Row) -> Mapping[str, str]:
    if row["order"]:
        whole_number(row, "order")
    return row.cells


def _term(known: Catalogue, row: Row) -> Mapping[str, str]:
    """A word not to use needs a word to use: a finding must be able to say it."""
    if row["area"]:
        known_name(row, "area", known.area)
    for column in ("not", "say"):
        if not row[column].strip():
            raise Refused("empty-cell", column, "")
    one_of(row, "edition", ("young-people", "both"), blank=True)
    return row.cells


def _body(known: Catalogue, row: Row) -> Mapping[str, str]:
    """A body that looks at reports: of every council, or of one."""
    if row["area"]:
        known_name(row, "area", known.area)
    if not row["name"].strip():
        raise Refused("empty-cell", "name", "")
    one_of(row, "kind", BodyKind)
    return row.cells


_WORDS: dict[str, Callable[[Row], Mapping[str, str]]] = {"help": _help}
