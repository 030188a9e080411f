"""How the workbook for figures looks: its colours, its widths, what may be typed where."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.worksheet import Worksheet

from macros.errors import CONTROL

# heading, width in characters
COLUMNS = (
    ("What is counted", 42), ("Category", 30), ("Period", 12), ("Figure", 11), ("How many", 11), ("Out of", 11),
    ("Why blank", 24), ("Last time", 11), ("Where from", 22), ("Note", 36), ("Area", 18), ("indicator", 20),
    ("breakdown", 20),
)  # fmt: skip
HEADINGS = tuple(heading for heading, _ in COLUMNS)
TYPED = ("Figure", "How many", "Out of", "Why blank", "Where from", "Note")  # what the author fills in
SPARE = 100  # unlocked rows below the last one, for figures of one's own

HEAD = PatternFill("solid", fgColor="FF1F3A5F")
GREY = PatternFill("solid", fgColor="FFEDEDED")
INPUT = PatternFill("solid", fgColor="FFFFFBE6")
WHITE_BOLD = Font(name="Arial", size=11, bold=True, color="FFFFFFFF")
PLAIN = Font(name="Arial", size=11)
BOLD = Font(name="Arial", size=11, bold=True)
TITLE = Font(name="Arial", size=18, bold=True, color="FF1F3A5F")
DIM = Font(name="Arial", size=10, color="FF595959")  # 7:1 on the grey
TOP = Border(top=Side(style="thin", color="FF7F7F7F"))
LINE = Border(bottom=Side(style="hair", color="FFBFBFBF"))
WRAP = Alignment(wrap_text=True, vertical="top")
RIGHT = Alignment(horizontal="right", vertical="top")
OPEN = Protection(locked=False)


def put(sheet: Worksheet, row: int, column: int, value: str | float | None) -> Any:
    """Write a cell; a text stays a text, also where it would start a formula."""
    if isinstance(value, str):
        cell = sheet.cell(row, column, CONTROL.sub("", value).replace("\r", ""))
        if cell.value is not None:
            cell.data_type = "s"
        return cell
    return sheet.cell(row, column, value)


def number_format(printed: str, decimals: int) -> str:
    """How Excel shows a number: with the decimals it was printed with, else with the indicator's usual ones.

    Whole numbers stay in the general format, so that a decimal somebody types is not hidden.
    """
    places = max(0, -int(Decimal(printed).as_tuple().exponent)) if printed else decimals
    return f"0.{'0' * places}" if places else "General"
