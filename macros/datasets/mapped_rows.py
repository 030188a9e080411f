"""The rows of an export, read by a mapping, as rows of figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

from macros.datasets.export_mapping import ExportMapping, MappedDimension, MappedFigure
from macros.datasets.headings import SEARCHED, GivenRow
from macros.datasets.spreadsheet import Cell, Line, Sheet, Spreadsheet, tidy
from macros.errors import BadRequest, excerpt

Taken = dict[str, Cell]  # a row's cells by their column's name


@dataclass
class Mapped:
    """`wrong` and `told` as (place, sentence)."""

    rows: list[GivenRow] = field(default_factory=list)
    wrong: list[tuple[str, str]] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)


def apply_mapping(mapping: ExportMapping, file: Spreadsheet) -> Mapped:
    """The figures' rows of a file. Raises BadRequest when no sheet has the columns that the mapping names."""
    needs = {column for figure in mapping.figures for column in figure.needs}
    made = Mapped()
    for sheet in file.sheets:
        if headings := _headings(sheet, needs):
            _apply(mapping, sheet, headings, made)
            return made
    seen = {cell.text for sheet in file.sheets for line in sheet.lines[:SEARCHED] for cell in line.cells}
    missing = ", ".join(f"“{column}”" for column in sorted(needs - seen)) or "all of them in one row"
    raise BadRequest(
        f"The file does not have the columns of the mapping '{mapping.name}': {missing} is missing.",
        "Compare the names in the mapping with the first row of the export.",
    )


def _headings(sheet: Sheet, needs: set[str]) -> Line | None:
    return next((line for line in sheet.lines[:SEARCHED] if needs <= {cell.text for cell in line.cells}), None)


def _apply(mapping: ExportMapping, sheet: Sheet, headings: Line, made: Mapped) -> None:
    names = {cell.text: number for number, cell in reversed(list(enumerate(headings.cells)))}
    lines = [line for line in sheet.lines if line.number > headings.number]
    taken = [(line, {name: line.cells[at] for name, at in names.items() if at < len(line.cells)}) for line in lines]
    used: set[int] = set()
    for figure in mapping.figures:
        chosen = [(line, cells) for line, cells in taken if _is_about(figure, cells)]
        used |= {line.number for line, _ in chosen}
        made.rows += (
            _counted(mapping, figure, chosen, made) if figure.counts_rows else _read(mapping, figure, chosen, made)
        )
    made.told.append(
        ("The file", f"{len(used)} of {len(lines)} rows are of figures that the mapping '{mapping.name}' names")
    )


def _is_about(figure: MappedFigure, cells: Taken) -> bool:
    return all(_said(cells.get(column)).casefold() in values for column, values in figure.where.items())


def _said(cell: Cell | None) -> str:
    if cell is None or cell.value is None:
        return ""
    value = int(cell.value) if isinstance(cell.value, float) and cell.value.is_integer() else cell.value
    return tidy(str(value))


def _read(
    mapping: ExportMapping, figure: MappedFigure, chosen: list[tuple[Line, Taken]], made: Mapped
) -> Iterator[GivenRow]:
    """A row of figures for each row of the export."""
    for line, cells in chosen:
        codes = _codes(figure, cells, line, made)
        if codes is None:
            continue
        given = {part: cells[column] for part, column in figure.columns.items() if column in cells}
        given["period"] = _period(mapping, given.get("period"), f"row {line.number}")
        yield _row(figure, codes, given, line)


def _counted(
    mapping: ExportMapping, figure: MappedFigure, chosen: list[tuple[Line, Taken]], made: Mapped
) -> Iterator[GivenRow]:
    """A row of figures for each period and category that occurs, with the number of rows; nought where none does."""
    counts: dict[tuple[str, tuple[str, ...]], int] = {}
    first: dict[str, tuple[Cell, Line]] = {}
    column = figure.columns.get("period", "")
    for line, cells in chosen:
        codes = _codes(figure, cells, line, made)
        if codes is None:
            continue
        period = _period(mapping, cells.get(column), f"row {line.number}")
        first.setdefault(_said(period), (period, line))
        key = _said(period), codes
        counts[key] = counts.get(key, 0) + 1
    known = [_values(one) for one in figure.breakdown.values()]
    for said, (period, line) in first.items():
        held = [codes for when, codes in counts if when == said]
        for codes in dict.fromkeys([*product(*known), *held] if all(known) else held):
            number = Cell(f"the rows counted for {figure.indicator}", counts.get((said, codes), 0))
            yield _row(figure, codes, {"value": number, "period": period}, line)


def _values(dimension: MappedDimension) -> list[str]:
    """The codes that a dimension can have by its mapping; none where the export names them itself."""
    if dimension.fixed:
        return [dimension.fixed]
    return list(dict.fromkeys((dimension.codes or {}).values()))


def _codes(figure: MappedFigure, cells: Taken, line: Line, made: Mapped) -> tuple[str, ...] | None:
    """The categories of a row, in the order of the mapping; None after telling of one that it does not know."""
    codes = []
    for name, dimension in figure.breakdown.items():
        said = _said(cells.get(dimension.column))
        code = dimension.fixed or (said if dimension.codes is None else dimension.codes.get(said.casefold(), ""))
        if not code:
            place = cells[dimension.column].place if dimension.column in cells else f"row {line.number}"
            known = ", ".join(dimension.codes or ()) or "none"
            made.wrong.append(
                (place, f"holds '{excerpt(said, 40)}'; the mapping knows for {name}: {excerpt(known, 200)}.")
            )
            return None
        codes.append(code)
    return tuple(codes)


def _period(mapping: ExportMapping, cell: Cell | None, place: str) -> Cell:
    """The cell of a row's period, in words that are ours where the mapping says so."""
    if cell is None:
        return Cell(place, mapping.period or None)
    said = mapping.periods.get(_said(cell), "")
    return Cell(cell.place, said) if said else cell


def _row(figure: MappedFigure, codes: tuple[str, ...], given: Taken, line: Line) -> GivenRow:
    place = next(iter(given.values())).place
    breakdown = ";".join(f"{name}={code}" for name, code in zip(figure.breakdown, codes, strict=True))
    own = {"indicator": Cell(place, figure.indicator), "breakdown": Cell(place, breakdown or None)}
    return GivenRow("", line.number, {**given, **own}, line.is_hidden)
