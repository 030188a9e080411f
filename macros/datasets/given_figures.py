"""What the rows of a workbook or an export say: figures of the catalogue, each understood or told of with its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from macros.datasets.catalogue import Catalogue
from macros.datasets.cell_values import Number, read_number, read_period, read_status
from macros.datasets.csv_source import FORMULA, HTML, NUMBER
from macros.datasets.given_names import Names
from macros.datasets.headings import GivenRow
from macros.datasets.spreadsheet import Cell, tidy
from macros.errors import CONTROL, ReportsError, excerpt
from macros.model.indicator import Indicator, Unit
from macros.model.observation import ObservationKey
from macros.model.period import Period
from macros.model.report import Report
from macros.model.status import ObservationStatus

NUMBERS = ("value", "numerator", "denominator")
_SAYS = (*NUMBERS, "status")


class Remark(NamedTuple):
    """Something to tell the author of a place in the file."""

    place: str
    text: str


@dataclass(frozen=True)
class GivenFigure:
    """One row understood: its key, its cells as a release keeps them, where it stood."""

    key: ObservationKey
    cells: dict[str, str]
    place: str


@dataclass
class Understood:
    """`empty` are the keys of rows left blank; `problems` stop the import, `remarks` say how something was read."""

    figures: list[GivenFigure] = field(default_factory=list)
    empty: dict[ObservationKey, str] = field(default_factory=dict)
    problems: list[Remark] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


class _NotUnderstood(Exception):
    """A row cannot be used: where and why."""

    def __init__(self, place: str, text: str) -> None:
        self.remark = Remark(place, text)
        super().__init__(text)


def understand(rows: Iterable[GivenRow], catalogue: Catalogue, report: Report, source: str) -> Understood:
    """The figures of some rows. `source` stands in rows that do not say where their figure comes from."""
    made = Understood()
    reader = _RowReader(Names(catalogue), report, source, made)
    for row in rows:
        try:
            reader.read(row)
        except _NotUnderstood as wrong:
            made.problems.append(wrong.remark)
    _twins(made)
    filled = {figure.key for figure in made.figures}
    made.empty = {key: place for key, place in made.empty.items() if key not in filled}
    return made


class _RowReader:
    """Reads row after row into what is understood."""

    def __init__(self, names: Names, report: Report, source: str, made: Understood) -> None:
        self.names, self.report, self.source, self.made = names, report, source, made

    def read(self, row: GivenRow) -> None:
        """Take one row over. Raises _NotUnderstood."""
        says_something = any(not row[column].is_empty for column in _SAYS)
        indicator = self._indicator(row, says_something=says_something)
        if indicator is None:
            return
        key = self._key(row, indicator)
        if not says_something:
            self.made.empty.setdefault(key, row.place)
            return
        numbers = {column: self._number(row, column, indicator) for column in NUMBERS}
        status = self._status(row, numbers)
        cells = {column: number.text for column, number in numbers.items()}
        if not cells["value"] and not status:
            cells["value"] = self._worked_out(row, indicator, cells)
        _fits(row, cells, status)
        cells |= {
            "status": status,
            "source": self._words(row["source"]) or self.source,
            "note": self._words(row["note"]),
        }
        if row.is_hidden:
            self.made.remarks.append(Remark(row.place, "is hidden in Excel; it was read all the same"))
        self.made.figures.append(GivenFigure(key, cells, row.place))

    def _indicator(self, row: GivenRow, *, says_something: bool) -> Indicator | None:
        """The indicator of a row; None for a row of headings or remarks in between."""
        try:
            return self.names.indicator(_shown(row["indicator"]), _shown(row["what"]))
        except ReportsError as error:
            if not says_something:
                return None
            named = next((row[column] for column in ("indicator", "what") if not row[column].is_empty), None)
            raise _NotUnderstood(named.place if named else row.place, str(error)) from None

    def _key(self, row: GivenRow, indicator: Indicator) -> ObservationKey:
        try:
            area = self.names.area(_shown(row["area"])) if not row["area"].is_empty else self.report.council
            dimensions = {
                column.split(" ", 1)[1]: _shown(cell)
                for column, cell in row.cells.items()
                if column.startswith("dimension ")
            }
            breakdown = self.names.breakdown(indicator, _shown(row["breakdown"]), _shown(row["category"]), dimensions)
        except ReportsError as error:
            raise _NotUnderstood(row.place, str(error)) from None
        try:
            period, remark = read_period(row["period"], self.report.period)
        except ReportsError as error:
            raise _NotUnderstood(row["period"].place, str(error)) from None
        self._remark(row["period"], remark)
        return ObservationKey(indicator.id, area, Period.parse(period), breakdown)

    def _number(self, row: GivenRow, column: str, indicator: Indicator) -> Number:
        try:
            number = read_number(row[column], indicator, is_value=column == "value")
        except ReportsError as error:
            raise _NotUnderstood(row[column].place, str(error)) from None
        self._remark(row[column], number.remark)
        return number

    def _status(self, row: GivenRow, numbers: dict[str, Number]) -> str:
        """The status of its own column, and that which stands in the place of the number."""
        try:
            given = read_status(_shown(row["status"]))
        except ReportsError as error:
            raise _NotUnderstood(row["status"].place, str(error)) from None
        found = numbers["value"].status
        if given and found and given != found:
            text = f"gives the reason {given}, but the figure's own cell says {found}. Keep one of them."
            raise _NotUnderstood(row["status"].place, text)
        return given or found

    def _worked_out(self, row: GivenRow, indicator: Indicator, cells: dict[str, str]) -> str:
        """The percentage of a count and its base, where the author left it to us."""
        if indicator.unit is not Unit.PERCENT or not cells["numerator"] or not cells["denominator"]:
            return ""
        base = Decimal(cells["denominator"])
        if base <= 0:
            raise _NotUnderstood(row["denominator"].place, "is nought: a share of nothing cannot be worked out.")
        share = 100 * Decimal(cells["numerator"]) / base
        shown = f"{share.quantize(Decimal(1).scaleb(-indicator.decimals), ROUND_HALF_UP):f}"
        self._remark(row["value"], f"was empty; worked out as {cells['numerator']} out of {base} = {shown}")
        return shown

    def _words(self, cell: Cell) -> str:
        """A text as a release may keep it. Raises _NotUnderstood."""
        text = _shown(cell)
        if FORMULA.match(text) and not NUMBER.fullmatch(text):
            raise _NotUnderstood(
                cell.place, f"holds '{excerpt(text, 40)}', which would start a formula. Begin with a letter."
            )
        if HTML.search(text) or CONTROL.search(text):
            raise _NotUnderstood(cell.place, "holds HTML or a character that cannot be seen. Type the text again.")
        return text

    def _remark(self, cell: Cell, text: str) -> None:
        if text:
            self.made.remarks.append(Remark(cell.place, text))


def _shown(cell: Cell) -> str:
    """A cell's text; a number without its decimal point where it is whole."""
    value = cell.value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else tidy(str(value))


def _fits(row: GivenRow, cells: dict[str, str], status: str) -> None:
    """Whether value, parts and status go together. Raises _NotUnderstood."""
    place, value = row["value"].place, cells["value"]
    explains = ObservationStatus(status).explains_blank
    if value and explains:
        raise _NotUnderstood(place, f"holds {value}, but the reason says that there is no figure ({status}). Keep one.")
    if not value and not explains:
        raise _NotUnderstood(place, "is empty. Type the figure, or choose the reason why there is none.")
    if status == "c" and (cells["numerator"] or cells["denominator"]):
        text = "is too small to show (c), but “How many” or “Out of” stands beside it. Clear them."
        raise _NotUnderstood(place, text)
    if cells["denominator"] and Decimal(cells["denominator"]) == 0:
        raise _NotUnderstood(row["denominator"].place, "is nought: leave it empty.")


def _twins(made: Understood) -> None:
    """Rows that give the same figure of the same place twice."""
    first: dict[tuple[ObservationKey, str], GivenFigure] = {}
    for figure in made.figures:
        known = first.setdefault((figure.key, figure.cells["source"]), figure)
        if known is not figure:
            text = f"gives the same figure as {known.place} ({figure.key.words}). Remove one of them."
            made.problems.append(Remark(figure.place, text))
