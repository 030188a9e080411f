"""The catalogue: indicators, areas, code lists, targets and the word lists, from `data/catalogue/`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from macros.datasets.csv_source import Row, Table, read_table
from macros.errors import BadPeriod, unknown
from macros.model.area import Area
from macros.model.codelist import Code, Codelist
from macros.model.finding import Finding
from macros.model.indicator import Indicator, PeriodType, Polarity, Unit
from macros.model.period import Period
from macros.model.problems import KINDS
from macros.model.target import Comparison, Target

Made = TypeVar("Made")
FOLDER = "data/catalogue"
INDICATOR_COLUMNS = (
    "id", "name", "plain_name", "topic", "unit", "counted", "plain_counted", "dimensions", "decimals",
    "polarity", "definition", "plain_definition", "base", "plain_base", "base_unit", "period_type",
    "age_scope", "includes_short_breaks",
)  # fmt: skip
AREA_COLUMNS = ("id", "name", "short_name", "kind", "code", "start", "end", "region")
CODE_COLUMNS = ("code", "label", "plain_label", "order")
CODE_OPTIONAL = ("polarity",)
TARGET_COLUMNS = (
    "indicator", "area", "breakdown", "called", "period_from", "comparison", "value", "value_to", "set_by",
    "source", "note",
)  # fmt: skip
WORD_LISTS: Mapping[str, tuple[str, ...]] = {
    "duties": ("id", "requirement", "basis", "severity", "valid_from", "valid_to"),
    "terms": ("area", "not", "say", "note"),
    "glossary": ("id", "word", "meaning"),
    "help": (
        "id", "name", "what", "phone", "phone_label", "text", "url", "hours", "area", "source",
        "last_checked", "order",
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Catalogue:
    """What can be asked for. `words` holds the plain lists (duties, terms, glossary, help) by name."""

    indicators: Mapping[str, Indicator]
    areas: Mapping[str, Area]
    codelists: Mapping[str, Codelist]
    targets: tuple[Target, ...]
    words: Mapping[str, tuple[Mapping[str, str], ...]]
    findings: tuple[Finding, ...] = field(default=())

    def indicator(self, indicator: str) -> Indicator:
        """The indicator of this id. Raises UnknownName with the nearest ones."""
        if indicator not in self.indicators:
            raise unknown("indicator", indicator, self.indicators, f"{FOLDER}/indicators.csv")
        return self.indicators[indicator]

    def area(self, area: str) -> Area:
        """The area of this id. Raises UnknownName with the nearest ones."""
        if area not in self.areas:
            raise unknown("area", area, self.areas, f"{FOLDER}/areas.csv")
        return self.areas[area]

    def codelist(self, dimension: str) -> Codelist:
        """The code list of a dimension. Raises UnknownName with the nearest ones."""
        if dimension not in self.codelists:
            raise unknown("dimension", dimension, self.codelists, f"{FOLDER}/codes/")
        return self.codelists[dimension]

    def words_by_id(self, name: str) -> dict[str, Mapping[str, str]]:
        """A plain list's rows by their id."""
        return {row["id"]: row for row in self.words.get(name, ())}


def read_catalogue(root: Path) -> Catalogue:
    """Read `root/data/catalogue`. What cannot be read is left out and reported in `findings`."""
    reader = _CatalogueReader(root)
    indicators = reader.read("indicators", INDICATOR_COLUMNS, reader.indicator)
    areas = reader.read("areas", AREA_COLUMNS, _area)
    targets = reader.read("targets", TARGET_COLUMNS, reader.target)
    codelists = {path.stem: reader.codelist(path.stem) for path in sorted((root / FOLDER / "codes").glob("*.csv"))}
    words = {name: tuple(row.cells for row in reader.table(name, columns).rows) for name, columns in WORD_LISTS.items()}
    return Catalogue(
        {indicator.id: indicator for indicator in indicators},
        {area.id: area for area in areas},
        codelists,
        tuple(targets),
        words,
        tuple(reader.findings),
    )


class _CatalogueReader:
    """Reads the lists one after the other and gathers what is wrong with them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.findings: list[Finding] = []

    def table(self, name: str, columns: tuple[str, ...]) -> Table:
        optional = CODE_OPTIONAL if columns is CODE_COLUMNS else ()
        table = read_table(self.root, f"{FOLDER}/{name}.csv", columns, optional)
        self.findings += table.findings
        if columns[0] in ("id", "code"):
            self._report_twins(table, columns[0])
        return table

    def read(self, name: str, columns: tuple[str, ...], make: Callable[[str, Row], Made | None]) -> list[Made]:
        table = self.table(name, columns)
        return [made for row in table.rows if (made := make(table.path, row)) is not None]

    def codelist(self, dimension: str) -> Codelist:
        return Codelist(dimension, tuple(self.read(f"codes/{dimension}", CODE_COLUMNS, self.code)))

    def code(self, path: str, row: Row) -> Code | None:
        if not row["order"].isdigit():
            self._refuse("not-a-number", path, row, column="order", cell=row["order"])
            return None
        if row["polarity"] not in ("", *Polarity):
            self._not_one_of(path, row, "polarity", Polarity)
            return None
        polarity = Polarity(row["polarity"]) if row["polarity"] else None
        return Code(row["code"], row["label"], row["plain_label"], int(row["order"]), polarity)

    def indicator(self, path: str, row: Row) -> Indicator | None:
        for column, known in (("unit", Unit), ("polarity", Polarity), ("period_type", PeriodType)):
            if row[column] not in list(known):
                self._not_one_of(path, row, column, known)
                return None
        if not row["decimals"].isdigit():
            self._refuse("not-a-number", path, row, column="decimals", cell=row["decimals"])
            return None
        cells = {column: row[column] for column in INDICATOR_COLUMNS}
        typed = {
            "unit": Unit(row["unit"]),
            "polarity": Polarity(row["polarity"]),
            "period_type": PeriodType(row["period_type"]),
            "decimals": int(row["decimals"]),
            "dimensions": tuple(part for part in row["dimensions"].split(";") if part),
        }
        return Indicator(**{**cells, **typed})  # type: ignore[arg-type]  # the CSV's columns are the fields' names

    def target(self, path: str, row: Row) -> Target | None:
        if row["comparison"] not in list(Comparison):
            self._not_one_of(path, row, "comparison", Comparison)
            return None
        try:
            since = Period.parse(row["period_from"])
            value = Decimal(row["value"])
            upper = Decimal(row["value_to"]) if row["value_to"] else None
        except BadPeriod as error:
            self._refuse("bad-period", path, row, why=error)
            return None
        except InvalidOperation:
            self._refuse("not-a-number", path, row, column="value", cell=row["value"])
            return None
        comparison = Comparison(row["comparison"])
        return Target(
            row["indicator"],
            row["area"],
            row["breakdown"],
            row["called"],
            since,
            comparison,
            value,
            upper,
            row["set_by"],
            row["source"],
            row["note"],
        )

    def _not_one_of(self, path: str, row: Row, column: str, known: type[StrEnum]) -> None:
        """Report a value that is none of a list's; the row is left out."""
        names = ", ".join(known)
        self._refuse("bad-catalogue-value", path, row, column=column, cell=row[column], known=names)

    def _refuse(self, kind: str, path: str, row: Row, **facts: object) -> None:
        self.findings.append(Finding(KINDS[kind], path, row.number, {"row": row.number, **facts}))

    def _report_twins(self, table: Table, key: str) -> None:
        """An id or code that is defined twice."""
        first: dict[str, int] = {}
        for row in table.rows:
            if (known := first.setdefault(row[key], row.number)) != row.number:
                self._refuse("duplicate-id", table.path, row, cell=row[key], first=known)


def _area(_path: str, row: Row) -> Area:
    return Area(**{column: row[column] for column in AREA_COLUMNS})
