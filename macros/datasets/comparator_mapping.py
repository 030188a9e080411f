"""Which column and which rows of published files are which indicator: `data/catalogue/comparators.csv`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.datasets.catalogue import FOLDER, Catalogue
from macros.datasets.csv_source import Row, read_table
from macros.errors import BadRequest, ReportsError
from macros.model.finding import Severity
from macros.model.observation import Breakdown

PATH = f"{FOLDER}/comparators.csv"
COLUMNS = ("indicator", "breakdown", "source", "value", "numerator", "denominator", "where", "whole", "form", "note")
FORMS = ("", "years:months")


@dataclass(frozen=True)
class MappedStatistic:
    """One row: the indicator and category, the columns of its numbers, and the rows that hold them (`where`).

    `whole`: what differs in the row that holds the base of a share. `form` "years:months" is turned into months.
    """

    indicator: str
    breakdown: Breakdown
    source: str
    value: str
    numerator: str
    denominator: str
    where: Mapping[str, str]
    whole: Mapping[str, str]
    form: str
    note: str

    @property
    def columns(self) -> set[str]:
        """The columns that a file needs for it."""
        return {*filter(None, (self.value, self.numerator, self.denominator)), *self.where, *self.whole}


def read_comparator_mapping(root: Path, catalogue: Catalogue) -> list[MappedStatistic]:
    """The mapping. Raises BadRequest with the row for anything that is wrong in it."""
    table = read_table(root, PATH, COLUMNS, (), ("where", "whole"))
    if wrong := [one for one in table.findings if one.severity is Severity.STOPS]:
        raise BadRequest(f"{wrong[0].place}: {wrong[0].message}", "")
    return [_statistic(row, catalogue) for row in table.rows]


def _statistic(row: Row, catalogue: Catalogue) -> MappedStatistic:
    place = f"{PATH}, row {row.number}"
    try:
        indicator = catalogue.indicator(row["indicator"])
        codes = _pairs(row["breakdown"], place)
        if set(codes) != set(indicator.dimensions):
            wanted = ", ".join(indicator.dimensions) or "nothing"
            raise BadRequest(
                f"'{indicator.id}' is broken down by {wanted}.", "The column 'breakdown' must name just that."
            )
        breakdown = tuple((name, catalogue.codelist(name)[codes[name]].code) for name in indicator.dimensions)
    except ReportsError as error:
        raise BadRequest(f"{place}: {error}", "") from None
    for column in ("source", "value", "where"):
        if not row[column]:
            raise BadRequest(f"{place}: the column '{column}' must not be empty.", "")
    if row["form"] not in FORMS:
        raise BadRequest(f"{place}: the form '{row['form']}' is not known.", "Leave it empty, or write years:months.")
    return MappedStatistic(
        indicator.id, breakdown, row["source"], row["value"], row["numerator"], row["denominator"],
        _pairs(row["where"], place), _pairs(row["whole"], place), row["form"], row["note"],
    )  # fmt: skip


def _pairs(text: str, place: str) -> dict[str, str]:
    found = {}
    for part in filter(None, text.split(";")):
        name, sign, value = part.partition("=")
        if not sign or not name.strip() or not value.strip():
            raise BadRequest(f"{place}: '{part}' is not of the form column=value.", "Divide several by semicolons.")
        found[name.strip()] = value.strip()
    return found
