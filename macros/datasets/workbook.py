"""The workbook in which an author fills in the figures of a report: one sheet for each topic, a cover before them."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from macros.datasets.given_names import JOINED, label
from macros.datasets.store import Store
from macros.datasets.workbook_cover import offered, write_cover, write_lists
from macros.datasets.workbook_guides import comment_of, set_up_sheet
from macros.datasets.workbook_plan import PlannedRow, WorkbookPlan, plan_workbook
from macros.datasets.workbook_styles import (
    BOLD,
    COLUMNS,
    DIM,
    GREY,
    HEAD,
    HEADINGS,
    INPUT,
    LINE,
    OPEN,
    PLAIN,
    RIGHT,
    SPARE,
    TOP,
    TYPED,
    WHITE_BOLD,
    WRAP,
    number_format,
    put,
)  # fmt: skip
from macros.model.indicator import Unit
from macros.model.observation import Observation
from macros.model.report import Report

_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'"))
_PARTS = (Unit.PERCENT, Unit.RATIO, Unit.RATE)  # units with a count and a base behind the figure


def make_workbook(store: Store, report: Report) -> bytes:
    """The workbook of a report as a file's bytes; what the report holds already is filled in."""
    plan = plan_workbook(store, report)
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.title = f"Figures for {report.short_title}"
    book.properties.creator = "Two Voices"
    book.properties.identifier = report.id
    names = sheet_names(plan)
    lists = offered(store, plan)
    write_cover(book, plan, names)
    for topic, rows in plan.topics.items():
        sheet = book.create_sheet(names[topic])
        _write_topic(sheet, store, plan, rows)
        set_up_sheet(sheet, plan, len(rows), lists)
    write_lists(book, lists)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def sheet_names(plan: WorkbookPlan) -> dict[str, str]:
    """What the sheet of each topic is called: at most 31 letters, and none that Excel forbids."""
    return {
        topic: topic.replace("-", " ").capitalize().translate(_FORBIDDEN)[:31] or "Figures" for topic in plan.topics
    }


def _write_topic(sheet: Worksheet, store: Store, plan: WorkbookPlan, rows: tuple[PlannedRow, ...]) -> None:
    for column, (heading, _) in enumerate(COLUMNS, 1):
        cell = put(sheet, 1, column, heading)
        cell.font, cell.fill, cell.alignment = WHITE_BOLD, HEAD, WRAP
    before = ""
    for number, row in enumerate(rows, 2):
        _write_row(sheet, store, number, row, is_first=row.indicator.id != before)
        if row.indicator.id != before:
            sheet.cell(number, 1).comment = comment_of(row.indicator, plan.duties.get(row.indicator.id, ()))
        before = row.indicator.id
    for number in range(len(rows) + 2, len(rows) + 2 + SPARE):
        for column, heading in enumerate(HEADINGS, 1):
            if heading in (*TYPED, "What is counted", "Category", "Period", "Area"):
                _open(sheet.cell(number, column), is_typed=heading in TYPED)


def _write_row(sheet: Worksheet, store: Store, number: int, row: PlannedRow, *, is_first: bool) -> None:
    catalogue = store.catalogue
    held, key = row.held, row.key
    codes = dict(key.breakdown)
    labels = [label(catalogue.codelist(name), codes[name]) for name in row.indicator.dimensions]
    texts: dict[str, Any] = {
        "What is counted": row.indicator.name, "Category": JOINED.join(labels), "Period": key.period.text,
        "Figure": _number(held.value if held else None), "How many": _number(held.numerator if held else None),
        "Out of": _number(held.denominator if held else None), "Why blank": status_words(held),
        "Last time": shown(row.before), "Where from": held.source if held else "", "Note": held.note if held else "",
        "Area": catalogue.area(key.area).short_name, "indicator": key.indicator, "breakdown": key.breakdown_text,
    }  # fmt: skip
    for column, heading in enumerate(HEADINGS, 1):
        cell = put(sheet, number, column, texts[heading] if texts[heading] != "" else None)
        cell.font, cell.alignment, cell.border = PLAIN, WRAP, TOP if is_first else LINE
        is_typed = heading in TYPED and (heading not in ("How many", "Out of") or row.indicator.unit in _PARTS)
        if is_typed:
            _open(cell, is_typed=True)
        elif heading != "What is counted":
            cell.fill, cell.font = GREY, DIM
        elif is_first:
            cell.font = BOLD
        if heading == "Figure":
            printed = str(held.value) if held and held.value is not None else ""
            cell.number_format = number_format(printed, row.indicator.decimals)
        if heading == "Period":
            cell.number_format = "@"
        if heading == "Last time":
            cell.alignment = RIGHT


def _open(cell: Any, *, is_typed: bool) -> None:
    """Let the author change a cell; yellow where something is to be typed."""
    cell.protection = OPEN
    if is_typed:
        cell.fill = INPUT


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def shown(one: Observation | None) -> str:
    """A value of the last report as it was printed, with its mark; empty where there is none."""
    if one is None:
        return ""
    value = "" if one.value is None else f"{one.value:f}"
    return f"{value} {one.status.symbol}".strip()


def status_words(one: Observation | None) -> str:
    """The reason why a figure is blank or special, as the drop-down list has it."""
    return f"{one.status.value}: {one.status.meaning}" if one and one.status.value else ""
