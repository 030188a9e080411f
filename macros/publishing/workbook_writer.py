"""Writing a report's workbook with openpyxl: cover, contents, notes, then one table a sheet, for screen readers too.

Imported only where a workbook is not kept from before: openpyxl takes a tenth of a second to import.
"""

from __future__ import annotations

import io
import re
import zipfile
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from macros.datasets.workbook_styles import BOLD, HEAD, PLAIN, TITLE, WHITE_BOLD, WRAP, number_format, put
from macros.model.report import Report
from macros.model.status import MEANINGS, ObservationStatus
from macros.publishing.workbook_tables import CONTENTS, COVER, NOTES, Cell, WorkbookTable

LANGUAGE = "en-GB"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest a ZIP can hold: the time of the build is no part of the figures
_CHANGED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_WIDTHS = {
    "Measure": 46, "Area": 24, "Period": 24, "Note": 60, "Printed in": 22, "Unit": 20, "Meaning": 80, "Sheet": 34,
    "What it holds": 90, "Shorthand": 14,
}  # fmt: skip


def written(report: Report, facts: list[tuple[str, str]], tables: list[WorkbookTable]) -> bytes:
    """The workbook of some tables as a file's bytes; `facts` stand on its cover. The same tables, the same bytes."""
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
