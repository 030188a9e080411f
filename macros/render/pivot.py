"""From observations to a table model: what stands in the rows, what in the columns, in printed order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.datasets.known_issues import issues_of
from macros.datasets.store import Store
from macros.errors import BadRequest
from macros.model.codelist import TOTAL
from macros.model.indicator import Indicator, Unit
from macros.model.observation import Breakdown, Observation
from macros.model.period import Period, PeriodKind
from macros.model.report import Edition, Report
from macros.model.status import ObservationStatus
from macros.render.block import ROOT
from macros.render.issue_mark import issue_marks
from macros.render.tables import Cell, TableModel
from macros.wording import numbers, periods

RowKey = tuple[str, tuple[tuple[str, str], ...], str]  # indicator, breakdown, area ("" when in the columns)
ColumnKey = tuple[str, Period]  # area ("" when in the rows), period
_UNITS = {
    Unit.COUNT: "number", Unit.PERCENT: "per cent", Unit.RATE: "number per 10,000 children",
    Unit.SCORE: "score", Unit.WEEKS: "weeks", Unit.FTE: "full-time equivalent posts",
}  # fmt: skip


@dataclass(frozen=True)
class Layout:
    """How to lay observations out. `rows` is "" (indicators and categories) or "area"."""

    store: Store
    report: Report
    edition: Edition
    rows: str = ""


def lay_out(layout: Layout, observations: Sequence[Observation], caption: str) -> TableModel:
    """A table of `observations`. Raises BadRequest when two of them fall into one cell."""
    by_cell: dict[tuple[RowKey, ColumnKey], Observation] = {}
    for one in observations:
        place = _row_key(layout, one), _column_key(layout, one)
        if place in by_cell and by_cell[place].value != one.value:
            raise BadRequest(
                "Two figures would stand in one cell of the table.", 'Ask for one printed table with source="Table …".'
            )
        by_cell.setdefault(place, one)
    rows = list(dict.fromkeys(row for row, _ in by_cell))
    columns = list(dict.fromkeys(column for _, column in by_cell))
    notes = tuple(dict.fromkeys(note for one in by_cell.values() for note in _notes(layout, one)))
    cells = tuple(
        (_row_head(layout, row, rows), tuple(_cell(layout, by_cell.get((row, column)), notes) for column in columns))
        for row in rows
    )
    return TableModel(
        caption=caption,
        subtitle=_subtitle(layout, rows, columns),
        stub_head=_stub_head(layout, rows),
        columns=tuple(_column_head(layout, column, columns) for column in columns),
        rows=cells,
        notes=notes,
    )


def units(layout: Layout, indicators: Sequence[Indicator]) -> str:
    """The units of some indicators, for a caption: `number and per cent`."""
    return " and ".join(dict.fromkeys(_unit(layout, indicator) for indicator in indicators))


def unit_of(indicator: Indicator) -> str:
    """The unit of an indicator in the formal edition's words."""
    return indicator.counted if indicator.unit is Unit.RATIO else _UNITS[indicator.unit]


def _unit(layout: Layout, indicator: Indicator) -> str:
    formal = layout.edition is Edition.FORMAL
    if indicator.unit is Unit.RATIO:
        return indicator.counted if formal else indicator.plain_counted
    return _UNITS[indicator.unit] if formal or indicator.unit is not Unit.PERCENT else "out of every 100"


def label(layout: Layout, breakdown: Sequence[tuple[str, str]]) -> str:
    """The categories of a breakdown as this edition calls them; a total among others is silent."""
    named = [(dimension, code) for dimension, code in breakdown if code != TOTAL or len(breakdown) == 1]
    codes = [layout.store.catalogue.codelist(dimension)[code] for dimension, code in named or breakdown]
    return ", ".join(code.label if layout.edition is Edition.FORMAL else code.plain_label for code in codes)


def name(layout: Layout, indicator: Indicator) -> str:
    """What this edition calls an indicator."""
    return indicator.name if layout.edition is Edition.FORMAL else indicator.plain_name


def cell_text(layout: Layout, one: Observation) -> str:
    """A value as a cell shows it: `67%`, `1,202`, `[x]`."""
    if one.value is None:
        return one.status.symbol
    unit = layout.store.catalogue.indicator(one.key.indicator).unit
    percent = unit is Unit.PERCENT and layout.edition is Edition.FORMAL
    return f"{numbers.digits(one.value)}%" if percent else numbers.digits(one.value)


def _row_key(layout: Layout, one: Observation) -> RowKey:
    return one.key.indicator, one.key.breakdown, one.key.area if layout.rows == "area" else ""


def _column_key(layout: Layout, one: Observation) -> ColumnKey:
    return "" if layout.rows == "area" else one.key.area, one.key.period


def _notes(layout: Layout, one: Observation) -> list[str]:
    """What a reader of the table should know; how a cell was printed stays in the download."""
    told = [note for note in one.note.split("; ") if note and not note.startswith("printed")]
    report = layout.report.id
    return [*told, *issue_marks(layout.store, report, issues_of(layout.store, report, one), layout.edition, ROOT)]


def _cell(layout: Layout, one: Observation | None, notes: tuple[str, ...]) -> Cell:
    if one is None:
        return Cell("", status=ObservationStatus.NOT_AVAILABLE)
    unit = layout.store.catalogue.indicator(one.key.indicator).unit
    text = "" if one.value is None else cell_text(layout, one)
    of = ""
    if one.value is not None and one.numerator is not None and one.denominator is not None:
        joint = "÷" if unit is Unit.RATIO else "of"
        of = f"({numbers.digits(one.numerator)} {joint} {numbers.digits(one.denominator)})"
    numbered = tuple(notes.index(note) + 1 for note in _notes(layout, one))
    return Cell(text, of, one.status, numbered)


def _row_head(layout: Layout, row: RowKey, rows: Sequence[RowKey]) -> str:
    """The categories; the indicator's name too where they alone would not tell the rows apart."""
    indicator, breakdown, area = row
    alike = {key[0] for key in rows if key[1] == breakdown}
    parts = []
    if len(alike) > 1 or (not breakdown and not area):
        parts.append(name(layout, layout.store.catalogue.indicator(indicator)))
    if breakdown and not _shared(layout, rows):
        parts.append(label(layout, breakdown))
    if area:
        parts.append(
            layout.store.catalogue.area(area).short_name
            if _is_council(layout, area)
            else layout.store.catalogue.area(area).name
        )
    return ": ".join(parts)


def _shared(layout: Layout, rows: Sequence[RowKey]) -> Breakdown:
    """The categories that all areas of a table with areas in its rows have in common: said once, above the table."""
    breakdowns = {row[1] for row in rows}
    return breakdowns.pop() if layout.rows and len(breakdowns) == 1 else ()


def _is_council(layout: Layout, area: str) -> bool:
    return layout.store.catalogue.area(area).kind == "council"


def _column_head(layout: Layout, column: ColumnKey, columns: Sequence[ColumnKey]) -> str:
    area, period = column
    year = layout.report.period
    head = periods.short(period)
    if period.kind is PeriodKind.QUARTER:
        head = f"{head} {period.start:%b}\u2011{period.end:%b}"  # a hyphen that does not break
        if period.year != year:
            head += f" {periods.short(period.year)}"
    others = {one for one, _ in columns} - {"", layout.report.council}
    return (
        f"{layout.store.catalogue.area(area).short_name} {head}"
        if area in others and len({a for a, _ in columns}) > 1
        else head
    )


def _stub_head(layout: Layout, rows: Sequence[RowKey]) -> str:
    if layout.rows == "area":
        return "Area"
    dimensions = {dimension for _, breakdown, _ in rows for dimension, _ in breakdown}
    if len({row[0] for row in rows}) == 1 and len(dimensions) == 1:
        return dimension_head(dimensions.pop(), layout.report.council)
    return "Measure"


def dimension_head(dimension: str, council: str) -> str:
    """`Ethnic group` for `ethnic_group_derby`: whose list it is, or the number of a return, goes without saying."""
    words = dimension.split("_")
    named = [word for word in words[1:] if word not in council.split("-") and not word.isdigit()]
    first = words[0].upper() if words[0] == "qa" else words[0].capitalize()
    return " ".join((first, *named))


def _subtitle(layout: Layout, rows: Sequence[RowKey], columns: Sequence[ColumnKey]) -> str:
    catalogue = layout.store.catalogue
    indicators = [catalogue.indicator(key) for key in dict.fromkeys(row[0] for row in rows)]
    text = ", ".join(filter(None, (label(layout, _shared(layout, rows)), units(layout, indicators))))
    areas = list(dict.fromkeys(area for area, _ in columns if area)) or [layout.report.council]
    if layout.rows or (len(areas) > 1 and layout.report.council not in areas):  # then the heads name each area
        return f"{text[0].upper()}{text[1:]}"
    area = layout.report.council if len(areas) > 1 else areas[0]
    return f"{catalogue.area(area).short_name}, {text}"
