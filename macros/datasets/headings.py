"""Finding the tables of figures in the sheets of a file, by their row of headings, in whatever order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from macros.datasets.catalogue import Catalogue
from macros.datasets.spreadsheet import Cell, Line, Sheet
from macros.datasets.workbook_words import LISTED

SEARCHED = 40  # rows in which the headings may stand
IGNORED = "last time"  # our own column for reference: never read
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "indicator": ("indicator", "indicator id", "figure's id"),
    "what": ("what is counted", "what", "measure", "indicator name", "name"),
    "category": ("category", "categories", "group"),
    "breakdown": ("breakdown",),
    "area": ("area", "council", "local authority"),
    "period": ("period", "year", "quarter", "year or quarter", "time period", "date"),
    "value": ("figure", "value", "number", "result"),
    "numerator": ("how many", "numerator", "count"),
    "denominator": ("out of", "denominator", "base"),
    "status": ("why blank", "status", "reason", "why there is no figure"),
    "source": ("where from", "source"),
    "note": ("note", "notes", "remark", "remarks", "comment"),
}
_COLUMNS = {heading: column for column, headings in HEADINGS.items() for heading in headings}
DIMENSION = "dimension "  # before the id of a dimension that has a column of its own


@dataclass(frozen=True)
class GivenRow:
    """One row below the headings: its cells by what their column is, `place` for an author."""

    sheet: str
    number: int
    cells: Mapping[str, Cell]
    is_hidden: bool = False

    def __getitem__(self, column: str) -> Cell:
        return self.cells.get(column, Cell(f"{self.place}, no column for it", None))

    @property
    def place(self) -> str:
        """The row as an author finds it."""
        return f"{self.sheet}, row {self.number}" if self.sheet else f"Row {self.number}"


@dataclass
class Table:
    """The rows of one sheet; `unread` columns; what is `wrong` with the headings, as (place, sentence)."""

    sheet: str
    rows: list[GivenRow] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    wrong: list[tuple[str, str]] = field(default_factory=list)
    is_table: bool = True


def read_headings(sheet: Sheet, catalogue: Catalogue) -> Table:
    """The table of a sheet. One without headings is none, unless it names indicators: then it says what is missing."""
    made = Table(sheet.name)
    found = _headings(sheet, catalogue)
    if found is None:
        made.is_table = False
        if place := _names_indicator(sheet, catalogue):
            needs = "“What is counted” (or “indicator”) and “Figure”"
            made.wrong.append((place, f"names a figure, but the sheet has no row of headings with {needs}."))
        return made
    line, columns = found
    for number, column in columns.items():
        if twin := next((other for other, known in columns.items() if known == column and other < number), None):
            first, place = line.cells[twin].place, line.cells[number].place
            made.wrong.append((place, f"has the same heading as {first}. Rename one of them."))
    made.unread = [
        cell.text
        for number, cell in enumerate(line.cells)
        if number not in columns and cell.text and cell.text.lower() != IGNORED
    ]
    made.rows = list(_rows(sheet, line, columns))
    return made


def _headings(sheet: Sheet, catalogue: Catalogue) -> tuple[Line, dict[int, str]] | None:
    """The row of headings and what each of its columns is; headings over two merged rows count as one."""
    before: dict[int, str] = {}
    for line in sheet.lines[:SEARCHED]:
        columns = {number: column for number, cell in enumerate(line.cells) if (column := _column(cell, catalogue))}
        both = {number: column for number, column in before.items() if number not in columns} | columns
        for known in (columns, both):
            names = set(known.values())
            if names & {"indicator", "what"} and names & {"value", "status"}:
                return line, dict(sorted(known.items()))
        before = columns
    return None


def _column(cell: Cell, catalogue: Catalogue) -> str:
    heading = cell.text.lower().rstrip(":*").strip()
    if heading in catalogue.codelists and heading not in _COLUMNS:
        return f"{DIMENSION}{heading}"
    return _COLUMNS.get(heading, "")


def _names_indicator(sheet: Sheet, catalogue: Catalogue) -> str:
    """Where a sheet names an indicator, by its id or its full name; empty where it names none."""
    if sheet.lines and sheet.lines[0].cells[0].text.startswith(LISTED):
        return ""
    known = {*catalogue.indicators, *(one.name for one in catalogue.indicators.values())}
    return next((cell.place for line in sheet.lines for cell in line.cells if cell.text in known), "")


def _rows(sheet: Sheet, headings: Line, columns: Mapping[int, str]) -> Iterator[GivenRow]:
    for line in sheet.lines:
        if line.number <= headings.number:
            continue
        cells: dict[str, Cell] = {}
        for number, column in columns.items():
            if number < len(line.cells):
                cells.setdefault(column, line.cells[number])
        if any(not cell.is_empty for cell in cells.values()):
            yield GivenRow(sheet.name, line.number, cells, line.is_hidden)
