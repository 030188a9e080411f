"""The observations of one topic's CSV, checked against the catalogue row by row.

A row with a fault is reported and left out; the others stand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from decimal import Decimal
from pathlib import Path

from macros.datasets.catalogue import Catalogue, Name
from macros.datasets.csv_source import NUMBER, Row, Table, read_table
from macros.errors import ReportsError
from macros.model.finding import Finding
from macros.model.observation import Breakdown, Observation, ObservationKey
from macros.model.period import Period
from macros.model.problems import KINDS
from macros.model.status import ObservationStatus

BEFORE = ("indicator", "area", "period")
AFTER = ("value", "numerator", "denominator", "status", "source", "note")
MUST_FILL = ("indicator", "area", "period", "source")


def read_observations(
    root: Path, paths: Iterable[str], catalogue: Catalogue
) -> tuple[list[Observation], list[Finding]]:
    """The observations of a release's topic files, in printed order, and what is wrong with them."""
    observations: list[Observation] = []
    findings: list[Finding] = []
    waiting: Counter[Name] = Counter()
    coded = (*BEFORE, *catalogue.codelists, *AFTER[:4])
    for path in paths:
        table = read_table(root, path, (*BEFORE, *AFTER), tuple(catalogue.codelists), coded)
        findings += table.findings
        reader = ObservationReader(table, catalogue)
        observations += [made for row in table.rows if (made := reader.observation(row))]
        findings += reader.findings
        waiting += reader.waiting
    return observations, findings + _left_out(catalogue, waiting) + _twins(observations)


class ObservationReader:
    """Turns the rows of one table into observations and gathers what is wrong with them."""

    def __init__(self, table: Table, catalogue: Catalogue) -> None:
        self.path, self.catalogue = table.path, catalogue
        self.dimensions = tuple(column for column in table.columns if column not in (*BEFORE, *AFTER))
        self.findings: list[Finding] = []
        self.waiting: Counter[Name] = Counter()  # rows by the name they use that was left out of the catalogue

    def observation(self, row: Row) -> Observation | None:
        """The observation of a row, or None after reporting each of its faults."""
        before = len(self.findings)
        for column in MUST_FILL:
            if not row[column]:
                self._found("empty-cell", row, column=column)
        status = self._status(row)
        value, numerator, denominator = (self._number(row, column) for column in AFTER[:3])
        key = self._key(row)
        if len(self.findings) > before or key is None:
            return None
        self._value_fits_status(row, value, status)
        if denominator == 0:
            self._found("impossible-share", row, cell=row["denominator"])
        if len(self.findings) > before:
            return None
        return Observation(
            key, value, numerator, denominator, status, row["source"], row["note"], self.path, row.number
        )

    def _found(self, kind: str, row: Row, **facts: object) -> None:
        self.findings.append(Finding(KINDS[kind], self.path, row.number, {"row": row.number, **facts}))

    def _status(self, row: Row) -> ObservationStatus:
        try:
            return ObservationStatus(row["status"])
        except ValueError:
            known = ", ".join(status for status in ObservationStatus if status)
            self._found("unknown-status", row, cell=row["status"], known=known)
            return ObservationStatus.NORMAL

    def _number(self, row: Row, column: str) -> Decimal | None:
        cell = row[column]
        if not cell:
            return None
        if not NUMBER.fullmatch(cell):
            self._found("not-a-number", row, column=column, cell=cell)
            return None
        return Decimal(cell)

    def _key(self, row: Row) -> ObservationKey | None:
        """The key, when indicator, area, period and breakdown are all known."""
        try:
            period = Period.parse(row["period"])
        except ReportsError as error:
            self._found("bad-period", row, why=error)
            return None
        for column, look_up in (("indicator", self.catalogue.indicator), ("area", self.catalogue.area)):
            if not self._known(row, column, look_up):
                return None
        breakdown = self._breakdown(row)
        return None if breakdown is None else ObservationKey(row["indicator"], row["area"], period, breakdown)

    def _breakdown(self, row: Row) -> Breakdown | None:
        filled = tuple((dimension, row[dimension]) for dimension in self.dimensions if row[dimension])
        wanted = self.catalogue.indicator(row["indicator"]).dimensions
        if {dimension for dimension, _ in filled} != set(wanted):
            names = ", ".join(dimension for dimension, _ in filled) or "none"
            self._found(
                "bad-breakdown", row, indicator=row["indicator"], wanted=", ".join(wanted) or "nothing", filled=names
            )
            return None
        for dimension, _ in filled:
            if not self._known(row, dimension, self.catalogue.codelist(dimension).__getitem__):
                return None
        return filled

    def _known(self, row: Row, column: str, look_up: Callable[[str], object]) -> bool:
        """Whether a cell names something. What was left out for a fault of its own is told once, not in each row."""
        try:
            look_up(row[column])
        except ReportsError as error:
            if (column, row[column]) in self.catalogue.left_out:
                self.waiting[column, row[column]] += 1
            else:
                self._found("unknown-code", row, column=column, why=error)
            return False
        return True

    def _value_fits_status(self, row: Row, value: Decimal | None, status: ObservationStatus) -> None:
        if value is None and not status.explains_blank:
            self._found("unexplained-blank", row)
        if value is not None and status.explains_blank:
            self._found("value-with-blank-status", row, cell=row["value"], status=status.value)


def _left_out(catalogue: Catalogue, waiting: Counter[Name]) -> list[Finding]:
    """What was left out of the catalogue for a fault of its own, with the number of rows that use it."""
    findings = []
    for name, count in waiting.items():
        path, row = catalogue.left_out[name]
        findings.append(Finding(KINDS["left-out"], path, row, {"row": row, "cell": name[1], "count": count}))
    return findings


def _twins(observations: list[Observation]) -> list[Finding]:
    """Rows that give the same figure of the same printed place twice."""
    first: dict[tuple[ObservationKey, str], Observation] = {}
    findings = []
    for observation in observations:
        known = first.setdefault((observation.key, observation.source), observation)
        if known is not observation:
            key = observation.key
            facts = {
                "row": observation.row,
                "first": known.row,
                "path": known.path,
                "source": observation.source,
                "key": " ".join(filter(None, (key.indicator, key.area, key.period.text, key.breakdown_text))),
            }
            findings.append(Finding(KINDS["duplicate-key"], observation.path, observation.row, facts))
    return findings
