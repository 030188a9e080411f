"""The rows of one list of the catalogue: those that can be used, and what is wrong with the others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from macros.datasets.catalogue import FOLDER, Name, Place
from macros.datasets.csv_source import Row, Table, read_table
from macros.errors import ReportsError
from macros.model.finding import Finding
from macros.model.problems import KINDS

Made = TypeVar("Made")
_KEYS = ("id", "code")
# an id stands in addresses, in `dimension=code;…` and in markers on pages: nothing in it may mean anything there
_ID = re.compile(r"[A-Za-z0-9_-]+")
_WHOLE = re.compile(r"[0-9]{1,4}")  # no other script's digits, no ², no number too long to be read


class Refused(Exception):
    """A row that cannot be used: the kind of the finding, and its facts."""

    def __init__(self, kind: str, column: str, cell: str, **facts: object) -> None:
        self.kind = kind
        self.facts = {"column": column, "cell": cell, **facts}
        super().__init__(kind)


class CatalogueRows:
    """Reads the lists one after the other and gathers what is wrong with them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.findings: list[Finding] = []
        self.places: dict[Name, Place] = {}
        self.left_out: dict[Name, Place] = {}

    def read(
        self,
        name: str,
        columns: tuple[str, ...],
        make: Callable[[Row], Made],
        called: str = "",
        optional: tuple[str, ...] = (),
    ) -> list[Made]:
        """What `make` makes of each row of the list `name`; it raises Refused for a row with a fault.

        `called` is the column by which figures name a row, where that is not the list's name.
        """
        table = read_table(self.root, f"{FOLDER}/{name}.csv", columns, optional)
        self.findings += table.findings
        key = columns[0] if columns[0] in _KEYS else ""
        group = called or name
        self._leave_out(table, group, key, table.broken)
        made = []
        for row in table.rows:
            try:
                if key:
                    self._hold_key(table.path, group, row, key)
                made.append(make(row))
            except Refused as refused:
                self.found(refused.kind, table.path, row, **refused.facts)
                self._leave_out(table, group, key, (row,))
        return made

    def found(self, kind: str, path: str, row: Row, **facts: object) -> None:
        """Report something wrong with a row."""
        self.findings.append(Finding(KINDS[kind], path, row.number, {"row": row.number, **facts}))

    def _leave_out(self, table: Table, group: str, key: str, rows: Iterable[Row]) -> None:
        for row in rows:
            if key and row[key]:
                self.left_out.setdefault((group, row[key]), (table.path, row.number))

    def _hold_key(self, path: str, group: str, row: Row, key: str) -> None:
        """An id is filled, plain, and stands once."""
        if not row[key]:
            raise Refused("empty-cell", key, "")
        if not _ID.fullmatch(row[key]):
            raise Refused("bad-catalogue-value", key, row[key], why="holds more than letters, digits, - and _")
        _, first = self.places.setdefault((group, row[key]), (path, row.number))
        if first != row.number:
            raise Refused("duplicate-id", key, row[key], first=first)


def one_of(row: Row, column: str, known: Iterable[str], *, blank: bool = False) -> str:
    """A cell that is one of a list. Raises Refused."""
    names = list(known)
    if row[column] in names or (blank and not row[column]):
        return row[column]
    raise Refused("bad-catalogue-value", column, row[column], why=f"is not one of: {', '.join(names)}")


def whole_number(row: Row, column: str) -> int:
    """A cell that is a whole number. Raises Refused."""
    if not _WHOLE.fullmatch(row[column]):
        raise Refused("not-a-number", column, row[column])
    return int(row[column])


def known_name(row: Row, column: str, look_up: Callable[[str], Made], cell: str | None = None) -> Made:
    """What a cell (or a part of it) names. Raises Refused with the nearest names."""
    try:
        return look_up(row[column] if cell is None else cell)
    except ReportsError as error:
        raise Refused("unknown-code", column, row[column], why=error) from None
