"""`data/reports/<id>.xlsx`: every figure of a report as a workbook that can be read with a screen reader.

By the Government Analysis Function's "Releasing statistics in spreadsheets": a cover, contents with links, notes, then
one table a sheet. The same figures give the same bytes, so a workbook made before is taken from the cache.
"""

from __future__ import annotations

import io
import os
import re
import zipfile
from decimal import Decimal
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from macros.datasets.revisions import told
from macros.datasets.store import Store
from macros.datasets.workbook_styles import BOLD, HEAD, PLAIN, TITLE, WHITE_BOLD, WRAP, number_format, put
from macros.model.report import Report
from macros.model.status import MEANINGS, ObservationStatus
from macros.publishing.metadata import LICENCE
from macros.publishing.workbook_tables import Cell, WorkbookTable, workbook_tables
from macros.wording import periods

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

CACHE = ".cache/two-voices/workbooks"
COVER, CONTENTS, NOTES = "Cover", "Contents", "Notes"
LANGUAGE = "en-GB"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest a ZIP can hold: the time of the build is no part of the figures
_CHANGED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_WIDTHS = {
    "Measure": 46, "Area": 24, "Period": 24, "Note": 60, "Printed in": 22, "Unit": 20, "Meaning": 80, "Sheet": 34,
    "What it holds": 90, "Shorthand": 14,
}  # fmt: skip
_CODE = Path(__file__), Path(__file__).with_name("workbook_tables.py")


def report_workbook(store: Store, report: Report) -> bytes:
    """The workbook of a report's release in force, as a file's bytes. Never a suppressed value."""
    release = store.release(report.id)
    tables = workbook_tables(store.catalogue, told(store, release), (COVER, CONTENTS, NOTES))
    facts = _facts(store, report)
    key = sha256("\x1f".join((_code(), repr(facts), repr(tables))).encode()).hexdigest()[:20]
    kept = store.root / CACHE / f"{key}.xlsx"
    try:
        return kept.read_bytes()
    except OSError:
        made = _made(report, facts, tables)
    kept.parent.mkdir(parents=True, exist_ok=True)
    part = kept.with_suffix(f".{os.getpid()}.part")
    part.write_bytes(made)
    os.replace(part, kept)
    return made


@lru_cache(maxsize=1)
def _code() -> str:
    """What the program that makes workbooks is: another program makes other ones."""
    return sha256(b"".join(path.read_bytes() for path in _CODE)).hexdigest()


def _facts(store: Store, report: Report) -> list[tuple[str, str]]:
    council = store.catalogue.area(report.council).name
    return [
        ("Report", report.title),
        ("Council", council),
        ("Period", periods.full(report.period)),
        ("Release", f"{periods.day(store.release(report.id).date)}. A release is never changed."),
        ("Source", f"{council}: {report.printed_title}"),
        ("Licence", f"{LICENCE['title']}, {LICENCE['path']}"),
        ("What was printed", "Figures stand as they were printed, with their decimals, also where they do not hold."),
    ]


def _made(report: Report, facts: list[tuple[str, str]], tables: list[WorkbookTable]) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.title = f"Figures of the {report.short_title}"
    book.properties.creator = "Two Voices"
    book.properties.language = LANGUAGE
    book.properties.identifier = report.id
    _cover(book, report, facts, len(tables))
    links = [(table.name, table.title, Decimal(len(table.rows))) for table in tables]
    used = tuple((status.symbol, MEANINGS[status]) for status in ObservationStatus if status.value)
    listed = (NOTES, "What the letters in square brackets mean", Decimal(len(used))), *links
    _sheet(book, WorkbookTable(CONTENTS, "Contents", ("Sheet", "What it holds", "Rows"), listed), "Contents")
    notes = WorkbookTable(NOTES, "Notes: what a letter in square brackets means", ("Shorthand", "Meaning"), used)
    _sheet(book, notes, "Notes")
    for number, table in enumerate(tables, 1):
        _sheet(book, table, f"Figures{number}")
    out = io.BytesIO()
    book.save(out)
    return _timeless(out.getvalue())


def _cover(book: Workbook, report: Report, facts: list[tuple[str, str]], tables: int) -> None:
    from openpyxl.worksheet.hyperlink import Hyperlink

    sheet = book.create_sheet(COVER)
    sheet.column_dimensions["A"].width = 110
    put(sheet, 1, 1, f"Figures of the {report.short_title}").font = TITLE
    lines = [f"{name}: {said}" for name, said in facts]
    lines += [f"The workbook holds {tables} tables, each on a sheet of its own, named by where it is printed."]
    lines += ["A cell without a number says why, by a letter in square brackets. See the sheet Notes."]
    for row, line in enumerate(lines, 2):
        cell = put(sheet, row, 1, line)
        cell.font, cell.alignment = PLAIN, WRAP
    for row, name in enumerate((CONTENTS, NOTES), len(lines) + 2):
        cell = put(sheet, row, 1, f"Go to the sheet {name}")
        cell.font = BOLD
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{name}'!A1")


def _sheet(book: Workbook, table: WorkbookTable, name: str) -> None:
    """One table with its title, what it is, and the way back above it; marked as a table for screen readers."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.hyperlink import Hyperlink
    from openpyxl.worksheet.properties import PageSetupProperties
    from openpyxl.worksheet.table import Table

    linked = table.name == CONTENTS
    sheet = book.create_sheet(table.name)
    put(sheet, 1, 1, table.title).font = TITLE
    put(sheet, 2, 1, "This sheet holds one table.").font = PLAIN
    back = put(sheet, 3, 1, f"Back to {COVER if linked else CONTENTS}")
    back.font, back.hyperlink = BOLD, Hyperlink(ref="A3", location=f"'{COVER if linked else CONTENTS}'!A1")
    for column, heading in enumerate(table.columns, 1):
        cell = put(sheet, 4, column, heading)
        cell.font, cell.fill, cell.alignment = WHITE_BOLD, HEAD, WRAP
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTHS.get(heading, 18)
    for number, row in enumerate(table.rows, 5):
        for column, value in enumerate(row, 1):
            _put(sheet, number, column, value)
        if linked:
            cell = sheet.cell(number, 1)
            cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{row[0]}'!A1")
    last = f"{get_column_letter(len(table.columns))}{len(table.rows) + 4}"
    sheet.add_table(Table(displayName=name, ref=f"A4:{last}"))
    sheet.freeze_panes = "A5"
    sheet.print_title_rows = "4:4"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _put(sheet: Worksheet, row: int, column: int, value: Cell) -> None:
    if isinstance(value, Decimal):
        cell = put(sheet, row, column, int(value) if value == value.to_integral_value() else float(value))
        cell.number_format = number_format(str(value), 0)
    else:
        cell = put(sheet, row, column, value)
    cell.font, cell.alignment = PLAIN, WRAP


def _timeless(book: bytes) -> bytes:
    """The same workbook without the time at which it was made."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            content = given.read(name)
            if name == "docProps/core.xml":
                content = _CHANGED.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(entry, content)
    return out.getvalue()
