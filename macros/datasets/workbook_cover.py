"""The workbook's first sheet, which says what to do, and its last, which holds the lists to choose from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties

from macros.datasets.store import Store
from macros.datasets.workbook_plan import WorkbookPlan
from macros.datasets.workbook_styles import BOLD, GREY, HEAD, INPUT, OPEN, PLAIN, TITLE, WHITE_BOLD, WRAP, put
from macros.datasets.workbook_words import COVER, LISTED, LISTS, OUR_RECORDS, SOURCE
from macros.model.status import ObservationStatus

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet


_STEPS = (
    "Each of the other sheets is one topic. Fill in the yellow cells. Grey cells are for reference: leave them alone.",
    "Type the number as it should be published: 67 for 67%, 9.4 for 9.4%, 1202 or 1,202.",
    "For a percentage, fill in “How many” and “Out of”, too. With both, “Figure” may stay empty: it is worked out.",
    "No figure? Leave “Figure” empty and choose the reason under “Why blank”. The reasons stand below.",
    "A row that you leave quite empty is left out of the report. That is no mistake.",
    "“Last time” shows what the last report said. It is not read back.",
    "Point at a cell with a red corner to read what exactly is counted, and which legal requirement it answers.",
    "To add a figure, use the empty rows below the last one. Choose what is counted from the list; name the category.",
    "You may sort, filter, move and rename sheets and columns, but keep the headings.",
    "A count of one to five children could point at a child. Hide it (reason c), or let the import do it: --suppress.",
    "Keep this file out of the project's folder: it holds figures that are not public. Save it as .xlsx.",
)


def write_cover(book: Workbook, plan: WorkbookPlan, names: Mapping[str, str]) -> None:
    """The sheet of instructions, with a link to each topic."""
    sheet = book.create_sheet(COVER)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 30, 100
    put(sheet, 1, 1, f"Figures for {plan.report.short_title}").font = TITLE
    sheet.row_dimensions[1].height = 30
    row = _facts(sheet, plan, 3)
    row = _heading(sheet, row + 1, "What to do")
    for number, step in enumerate(_STEPS, 1):
        row = _line(sheet, row, f"{number}.", step)
    row = _line(sheet, row, "Then", f"python -m macros import {plan.report.id} the-name-of-this-file.xlsx")
    row = _heading(sheet, row + 1, "Reasons for “Why blank”")
    for status in ObservationStatus:
        if status.value:
            row = _line(sheet, row, status.value, status.meaning)
    row = _heading(sheet, row + 1, "The sheets")
    for topic, rows in plan.topics.items():
        row = _line(sheet, row, names[topic], f"{len(rows)} rows")
        cell = sheet.cell(row - 1, 1)
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{names[topic]}'!A1")
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _facts(sheet: Worksheet, plan: WorkbookPlan, row: int) -> int:
    last = plan.last.short_title if plan.last else "none: the rows are those of the catalogue"
    row = _line(sheet, row, "Report", plan.report.id)
    row = _line(sheet, row, "Period", plan.report.period.text)
    row = _line(sheet, row, "Last time", last)
    row = _line(sheet, row, SOURCE, OUR_RECORDS)
    cell = sheet.cell(row - 1, 2)
    cell.protection, cell.fill = OPEN, INPUT
    return row


def _heading(sheet: Worksheet, row: int, text: str) -> int:
    for column in (1, 2):
        cell = put(sheet, row, column, text if column == 1 else None)
        cell.font, cell.fill = WHITE_BOLD, HEAD
    return row + 1


def _line(sheet: Worksheet, row: int, first: str, second: str) -> int:
    for column, text in ((1, first), (2, second)):
        cell = put(sheet, row, column, text)
        cell.font, cell.alignment = BOLD if column == 1 else PLAIN, WRAP
    return row + 1


def offered(store: Store, plan: WorkbookPlan) -> dict[str, list[str]]:
    """What the drop-down lists offer, by the heading of the column they belong to."""
    catalogue, report = store.catalogue, plan.report
    periods = [report.period, *report.period.quarters]
    return {
        "Why blank": [f"{one.value}: {one.meaning}" for one in ObservationStatus if one.value],
        "Period": [*(period.text for period in periods), report.period.end.isoformat()],
        "What is counted": sorted({one.name for one in catalogue.indicators.values()}),
        "Area": [area.short_name for area in catalogue.areas.values()],
    }


def write_lists(book: Workbook, lists: Mapping[str, list[str]]) -> None:
    """The hidden sheet behind the drop-downs, one column for each list."""
    sheet = book.create_sheet(LISTS)
    for column, (heading, texts) in enumerate(lists.items(), 1):
        cell = put(sheet, 1, column, f"{LISTED}{heading}”")
        cell.font, cell.fill = BOLD, GREY
        for row, text in enumerate(texts, 2):
            put(sheet, row, column, text).number_format = "@"
    sheet.sheet_state = "hidden"
