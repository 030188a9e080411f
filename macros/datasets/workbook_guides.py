"""What helps while filling in a sheet: drop-down lists, notes on cells, a heading that stays, good printing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from macros.datasets.workbook_plan import WorkbookPlan
from macros.datasets.workbook_styles import COLUMNS, HEADINGS, SPARE
from macros.datasets.workbook_words import LISTS
from macros.errors import CONTROL
from macros.model.indicator import Indicator

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


def comment_of(indicator: Indicator, duties: Sequence[str]) -> Comment:
    """The note on an indicator's first row: what it means, of whom, which requirement it answers."""
    parts = [indicator.definition, f"Counted: {indicator.base or indicator.counted}"]
    if duties:
        parts.append("Answers the requirements: " + "; ".join(duties[:6]))
    text = CONTROL.sub("", "\n\n".join(parts))
    return Comment(text, "Two Voices", height=min(400, 80 + len(text) // 2), width=380)


def set_up_sheet(sheet: Worksheet, plan: WorkbookPlan, rows: int, lists: Mapping[str, list[str]]) -> None:
    """Widths, fixed heading, validation, protection (without a password) and printing of a topic's sheet.

    `lists` are those of the sheet of lists, in the order of its columns.
    """
    last = rows + 1 + SPARE
    for number, (_, width) in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.row_dimensions[1].height = 32
    sheet.freeze_panes = "D2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{rows + 1}"
    for column, (heading, texts) in enumerate(lists.items(), 1):
        letter = get_column_letter(column)
        _offer(sheet, heading, f"{LISTS}!${letter}$2:${letter}${len(texts) + 1}", last)
    _only_numbers(sheet, last)
    protect = sheet.protection
    protect.sheet = True
    protect.formatCells = protect.formatColumns = protect.formatRows = False  # in Excel's words: not forbidden
    protect.insertRows = protect.sort = protect.autoFilter = False
    page = sheet.page_setup
    page.orientation, page.paperSize, page.fitToWidth, page.fitToHeight = "landscape", sheet.PAPERSIZE_A4, 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    sheet.print_area = f"A1:{get_column_letter(HEADINGS.index('Note') + 1)}{rows + 1}"
    for item, text in (
        (sheet.oddHeader and sheet.oddHeader.left, plan.report.short_title.replace("&", "&&")),
        (sheet.oddHeader and sheet.oddHeader.right, sheet.title.replace("&", "&&")),
        (sheet.oddFooter and sheet.oddFooter.right, "Page &P of &N"),
    ):
        if item:
            item.text = text


def _letter(heading: str) -> str:
    return get_column_letter(HEADINGS.index(heading) + 1)


def _offer(sheet: Worksheet, heading: str, place: str, last: int) -> None:
    """A drop-down list; another text than the offered ones is allowed where people add rows of their own."""
    offered = DataValidation(type="list", formula1=place, allow_blank=True, showErrorMessage=True)
    is_reason = heading == "Why blank"
    offered.errorStyle = "stop" if is_reason else "warning"
    offered.errorTitle = heading
    offered.error = (
        "Choose a reason from the list, or leave the cell empty." if is_reason else "This is not on the list. Keep it?"
    )
    if is_reason:
        offered.promptTitle, offered.showInputMessage = "Why is there no figure?", True
        offered.prompt = "Only where there is no figure, or where it needs a mark. Choose from the list."
    sheet.add_data_validation(offered)
    offered.add(f"{_letter(heading)}2:{_letter(heading)}{last}")


def _only_numbers(sheet: Worksheet, last: int) -> None:
    for heading in ("Figure", "How many", "Out of"):
        low = "-1000000000" if heading == "Figure" else "0"
        numbers = DataValidation(
            type="decimal", operator="between", formula1=low, formula2="1000000000", allow_blank=True,
            showErrorMessage=True, errorStyle="stop", errorTitle=heading,
            error="Type a number, without % and without words. If there is none, leave this cell empty and choose "
            "the reason under “Why blank”.",
        )  # fmt: skip
        sheet.add_data_validation(numbers)
        numbers.add(f"{_letter(heading)}2:{_letter(heading)}{last}")
