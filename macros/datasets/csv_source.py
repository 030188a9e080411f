"""Reading one CSV file: bytes in, rows of text with their row numbers out, every defect a finding.

Nothing is guessed: codes stay text (`001` is not 1, `NA` is not missing). Row 1 is the header.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.errors import CONTROL
from macros.model.finding import Finding
from macros.model.problems import KINDS

_BOM = b"\xef\xbb\xbf"
FORMULA = re.compile(r"[=+@\t\r-]")
HTML = re.compile(r"</?[A-Za-z!][^<>]*>?|&#?\w+;")
NUMBER = re.compile(r"-?\d{1,60}(\.\d{1,60})?", re.ASCII)


@dataclass(frozen=True)
class Row:
    """One record: its number in the file (a record may span lines: the first counts) and its cells."""

    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(frozen=True)
class Table:
    """The rows of a file that could be read, its columns, and what was wrong with the rest.

    `broken` are rows with too few or too many cells, as far as they go.
    """

    path: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]
    broken: tuple[Row, ...] = ()


def read_table(
    root: Path, path: str, required: Sequence[str], optional: Sequence[str] | None = (), coded: Collection[str] = ()
) -> Table:
    """Read `root/path`. `optional` None allows any further column. Never raises for bad content.

    `coded` columns are those whose cells the caller holds against a list: what is wrong in them is told once.
    """
    reader = _Reader(path, tuple(required), None if optional is None else tuple(optional), frozenset(coded))
    if not (root / path).resolve().is_relative_to(root.resolve()):
        return reader.refuse("missing-file", 0, remedy="What stands there is a link that leads out of the project.")
    try:
        data = (root / path).read_bytes()
    except OSError:
        return reader.refuse("missing-file", 0, remedy="Restore it, or remove what names it.")
    return reader.read(data)


class _Reader:
    """The state of reading one file: where we are and what was found."""

    def __init__(
        self, path: str, required: tuple[str, ...], optional: tuple[str, ...] | None, coded: frozenset[str]
    ) -> None:
        self.path, self.required, self.optional, self.coded = path, required, optional, coded
        self.findings: list[Finding] = []
        self.broken: list[Row] = []

    def found(self, kind: str, line: int, **facts: object) -> None:
        self.findings.append(Finding(KINDS[kind], self.path, line, facts))

    def refuse(self, kind: str, line: int, **facts: object) -> Table:
        self.found(kind, line, **facts)
        return Table(self.path, (), (), tuple(self.findings))

    def read(self, data: bytes) -> Table:
        if data.startswith(_BOM):
            self.found("byte-order-mark", 1)
            data = data[len(_BOM) :]
        if (at := data.find(b"\r")) >= 0:
            row = data.count(b"\n", 0, at) + 1
            self.found("windows-line-ends", row, row=row)
            data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        if not data.strip():
            return self.refuse("empty-file", 1, columns=", ".join(self.required))
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            return self._not_utf8(data, error.start)
        return self._records(text)

    def _not_utf8(self, data: bytes, at: int) -> Table:
        row = data.count(b"\n", 0, at) + 1
        near = data[max(0, at - 12) : at].decode("ascii", "replace").split("\n")[-1]
        return self.refuse("not-utf8", row, row=row, near=near)

    def _records(self, text: str) -> Table:
        records = self._parse(text)
        _, header = next(records, (1, []))
        if not self._header_holds(header):
            return Table(self.path, tuple(header), (), tuple(self.findings))
        rows = tuple(row for number, cells in records if (row := self._row(number, cells, header)))
        return Table(self.path, tuple(header), rows, tuple(self.findings), tuple(self.broken))

    def _parse(self, text: str) -> Iterator[tuple[int, list[str]]]:
        """Each record with the line it starts on; blank lines are passed over."""
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        start = 1
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                self.found("broken-quotes", start, row=start, why=error)
                return
            if cells:
                yield start, cells
            start = reader.line_num + 1

    def _header_holds(self, header: list[str]) -> bool:
        before = len(self.findings)
        if len(header) == 1 and (";" in header[0] or "\t" in header[0]):
            self.found("not-commas", 1)
            return False
        for column in self.required:
            if column not in header:
                self.found("missing-column", 1, column=column, columns=", ".join(header))
        for column in dict.fromkeys(header):
            if header.count(column) > 1:
                self.found("duplicate-column", 1, column=column)
            elif self.optional is not None and column not in (*self.required, *self.optional):
                known = ", ".join((*self.required, *self.optional))
                self.found("unknown-column", 1, column=column, remedy=f"Known columns: {known}.")
        return len(self.findings) == before

    def _row(self, number: int, cells: list[str], header: list[str]) -> Row | None:
        if len(cells) != len(header):
            self.found("ragged-row", number, row=number, cells=len(cells), columns=len(header))
            self.broken.append(Row(number, dict(zip(header, cells, strict=False))))
            return None
        row = Row(number, dict(zip(header, cells, strict=True)))
        for column in (name for name in header if name not in self.coded):
            self._text(row, column)
        return row

    def _text(self, row: Row, column: str) -> None:
        """What must not stand in a cell that is free text."""
        cell = row[column]
        if FORMULA.match(cell) and not NUMBER.fullmatch(cell):
            self.found("formula", row.number, row=row.number, column=column, cell=cell)
        if html := HTML.search(cell):
            self.found("html-in-text", row.number, row=row.number, column=column, cell=html[0])
        if hidden := CONTROL.search(cell):
            near = cell[max(0, hidden.start() - 12) : hidden.end() + 12]
            self.found("control-character", row.number, row=row.number, column=column, cell=near)
