"""Reading a spreadsheet file (.xlsx or .csv) that anybody may have made: its sheets as lines of cells.

Nothing is understood here. What cannot be a workbook, or would be too much, is refused with a sentence.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from macros.datasets.delimited import read_delimited
from macros.errors import BadRequest

if TYPE_CHECKING:
    from openpyxl import Workbook

Value = str | int | float | bool | datetime | date | time | None
MOST_BYTES = 60_000_000  # of a workbook unpacked; a council's year fills less than one
MOST_PARTS = 2_000
MOST_SHEETS = 60
MOST_ROWS = 20_000  # of a sheet, down to its last row
MOST_COLUMNS = 200
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the old .xls, and any workbook with a password
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*[\"']([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)[\"']")
_HIDDEN = re.compile(rb"<(?:\w+:)?row\s(?=[^>]*?\shidden\s*=\s*[\"'](?:1|true)[\"'])[^>]*?\br\s*=\s*[\"'](\d+)[\"']")
_AGAIN = "In Excel, choose “Save as”, then “Excel Workbook (.xlsx)”, and try again."


@dataclass(frozen=True)
class Cell:
    """One cell: `place` as an author finds it (`Timeliness!D7`), its `format` as Excel names it.

    `is_formula`: a formula whose value the file does not keep. `is_error`: the value is an error such as #DIV/0!.
    """

    place: str
    value: Value
    format: str = "General"
    is_formula: bool = False
    is_error: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing can be seen in it."""
        return not self.is_formula and (self.value is None or (isinstance(self.value, str) and not tidy(self.value)))

    @property
    def text(self) -> str:
        """A text, without the blanks around it and with plain ones in it; empty for any other value."""
        return tidy(self.value) if isinstance(self.value, str) else ""


@dataclass(frozen=True)
class Line:
    """One row of a sheet; `is_hidden` where Excel does not show it."""

    number: int
    cells: tuple[Cell, ...]
    is_hidden: bool = False


@dataclass(frozen=True)
class Sheet:
    """A sheet, or a CSV file as the only one; `lines` without the empty ones."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Spreadsheet:
    """The sheets of a file, and the report it says it was made for (empty where it says none)."""

    sheets: tuple[Sheet, ...]
    report: str = ""


def tidy(text: str) -> str:
    """A text with single plain blanks: no line breaks, no non-breaking or zero-width ones."""
    return " ".join(text.replace("\u200b", " ").replace("\ufeff", " ").split())


def read_spreadsheet(path: Path) -> Spreadsheet:
    """The sheets of a file. Raises BadRequest for a file that is no spreadsheet or too large to be one of figures."""
    try:
        data = path.read_bytes() if path.stat().st_size <= MOST_BYTES else None
    except OSError:
        raise BadRequest(
            f"There is no file '{path.name}' that can be opened.", "Close it in Excel, and look for a slip in its name."
        ) from None
    if data is None:
        raise BadRequest(f"'{path.name}' is far too large for a report's figures.", "Save only the sheets of figures.")
    if data.startswith(_OLE):
        raise BadRequest(
            f"'{path.name}' is protected with a password, or is in the old form of Excel (.xls).",
            f"Take the password off (File, Info, Protect Workbook). {_AGAIN}",
        )
    if data.startswith(b"PK"):
        return _read_workbook(path.name, data)
    if path.suffix.lower() not in (".csv", ".txt", ".tsv"):
        raise BadRequest(f"'{path.name}' is not a workbook that can be read.", _AGAIN)
    return Spreadsheet((_delimited(path.name, data),))


def _delimited(name: str, data: bytes) -> Sheet:
    lines = []
    for number, cells in read_delimited(name, data):
        if number > MOST_ROWS:
            raise _too_long(name)
        made = tuple(
            Cell(f"row {number}, column {column}", cell) for column, cell in enumerate(cells[:MOST_COLUMNS], 1)
        )
        if any(not cell.is_empty for cell in made):
            lines.append(Line(number, made))
    return Sheet("", tuple(lines))


def _read_workbook(name: str, data: bytes) -> Spreadsheet:
    broken = BadRequest(f"'{name}' cannot be read as a workbook: it is damaged, or was not made by Excel.", _AGAIN)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _parts(name, archive)
        with warnings.catch_warnings():  # openpyxl warns of what it leaves out: nothing we read
            warnings.simplefilter("ignore")
            return _opened(name, data, parts)
    except BadRequest:
        raise
    except Exception:  # noqa: BLE001  # openpyxl raises all kinds of errors on a file that was tampered with
        raise broken from None


def _opened(name: str, data: bytes, parts: dict[str, bytes]) -> Spreadsheet:
    from openpyxl import load_workbook

    # twice: once for the values that Excel worked out, once to know where a formula stands
    values = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    formulas = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    try:
        return _sheets(name, values, formulas, parts)
    finally:
        values.close()
        formulas.close()


def _parts(name: str, archive: zipfile.ZipFile) -> dict[str, bytes]:
    """The sheets' own XML by the name of the part, after looking whether it is fit to be read."""
    listed = archive.infolist()
    if len(listed) > MOST_PARTS or sum(part.file_size for part in listed) > MOST_BYTES:
        raise BadRequest(
            f"'{name}' unpacks to far more than a report's figures can be, so it was not opened.",
            "Copy the figures into a new workbook.",
        )
    if any(part.flag_bits & 1 for part in listed):
        raise BadRequest(f"'{name}' is protected with a password.", "Take it off, and try again.")
    kept: dict[str, bytes] = {}
    for part in listed:
        if not part.filename.lower().endswith((".xml", ".rels")):
            continue
        data = archive.read(part)
        if b"<!ENTITY" in data or b"<!DOCTYPE" in data or b"\x00" in data:
            raise BadRequest(f"'{name}' holds what no workbook of Excel holds, so it was not opened.", _AGAIN)
        if part.filename.startswith("xl/worksheets/"):
            kept[part.filename] = data
    return kept


def _sheets(name: str, values: Workbook, formulas: Workbook, parts: dict[str, bytes]) -> Spreadsheet:
    if len(values.worksheets) > MOST_SHEETS:
        raise BadRequest(f"'{name}' has more than {MOST_SHEETS} sheets.", "Save only the sheets of figures.")
    found = []
    for shown, written in zip(values.worksheets, formulas.worksheets, strict=True):
        part = parts.get(str(getattr(shown, "_worksheet_path", "")).lstrip("/"), b"")
        found.append(Sheet(shown.title, tuple(_lines(shown, written, part))))
    return Spreadsheet(tuple(found), tidy(str(values.properties.identifier or "")))


def _lines(shown: Any, written: Any, part: bytes) -> Iterator[Line]:
    """The rows of a sheet that hold something; a merged cell's value stands in each cell of its first column."""
    from openpyxl.utils import get_column_letter

    for sheet in (shown, written):
        sheet.reset_dimensions()  # what the file says of its own size may be wrong
    hidden = {int(number) for number in _HIDDEN.findall(part)}
    above = _merged_down(part)
    rows: dict[tuple[int, int], Value] = {}
    pairs = zip(shown.iter_rows(max_col=MOST_COLUMNS), written.iter_rows(max_col=MOST_COLUMNS), strict=True)
    for number, (cells, sources) in enumerate(pairs, 1):
        if number > MOST_ROWS:
            raise _too_long(shown.title)
        width = _width(cells, sources, number, above)
        made = []
        for column, (cell, source) in enumerate(zip(cells[:width], sources[:width], strict=True), 1):
            value = cell.value
            if value is None and (top := above.get((number, column))):
                value = rows.get((top, column))
            if above:
                rows[number, column] = value
            place = f"{shown.title}!{get_column_letter(column)}{number}"
            is_formula = cell.value is None and source.data_type == "f"
            made.append(Cell(place, value, cell.number_format or "General", is_formula, cell.data_type == "e"))
        if any(not cell.is_empty for cell in made):
            yield Line(number, tuple(made), number in hidden)


def _width(cells: tuple[Any, ...], sources: tuple[Any, ...], number: int, above: dict[tuple[int, int], int]) -> int:
    """How many cells of a row hold something."""
    for column in range(len(cells), 0, -1):
        cell, source = cells[column - 1], sources[column - 1]
        if cell.value is not None or source.data_type == "f" or (number, column) in above:
            return column
    return 0


def _merged_down(part: bytes) -> dict[tuple[int, int], int]:
    """For each cell below the top one of a merged column, the row of that one. Enormous merges are passed over."""
    from openpyxl.utils import column_index_from_string

    found: dict[tuple[int, int], int] = {}
    for first, top, _, bottom in _MERGED.findall(part):
        if len(found) > MOST_ROWS or int(bottom) - int(top) > 1_000:
            continue
        column = column_index_from_string(first.decode())
        found |= {(row, column): int(top) for row in range(int(top) + 1, int(bottom) + 1)}
    return found


def _too_long(name: str) -> BadRequest:
    return BadRequest(
        f"'{name}' goes on for more than {MOST_ROWS:,} rows.",
        "Look for something far down in the sheet (Ctrl+End), delete those rows, save, and try again.",
    )
