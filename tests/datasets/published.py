"""Made-up statistics in the shape in which the Department for Education publishes them, and a mapping for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.builders import CATALOGUE, csv_text

MAPPING = f"{CATALOGUE}/comparators.csv"
COLUMNS = (
    "time_period", "time_identifier", "geographic_level", "country_code", "country_name", "region_code", "region_name",
    "old_la_code", "la_name", "new_la_code", "group", "children_count", "children_percent",
)  # fmt: skip
Row = Mapping[str, str]


def england(**changes: str) -> dict[str, str]:
    """One row of the nation: 80% of 1,000 children on time in the year to March 2017."""
    row = dict.fromkeys(COLUMNS, "")
    row |= {"time_period": "2017", "time_identifier": "Reporting year", "geographic_level": "National"}
    row |= {"country_code": "E92000001", "country_name": "England", "group": "On time"}
    return row | {"children_count": "800", "children_percent": "80"} | changes


def region(code: str = "E12000003", name: str = "Yorkshire and The Humber", **changes: str) -> dict[str, str]:
    """One row of a region."""
    return england(geographic_level="Regional", region_code=code, region_name=name, **changes)


def council(name: str = "York", code: str = "E06000014", number: str = "816", **changes: str) -> dict[str, str]:
    """One row of a council, of Yorkshire unless the changes say otherwise."""
    own = {"la_name": name, "new_la_code": code, "old_la_code": number, "geographic_level": "Local authority"}
    return england(**({"region_code": "E12000003", "region_name": "Yorkshire and The Humber"} | own | changes))


def total(row: Row) -> dict[str, str]:
    """The row with the base of a share."""
    return {**row, "group": "Total", "children_count": "1000", "children_percent": "100"}


def mapped(**changes: str) -> dict[str, str]:
    """One row of the mapping: the share of children on time."""
    row = {"indicator": "on_time_pct", "breakdown": "", "source": "On time", "value": "children_percent"}
    row |= {"numerator": "children_count", "denominator": "", "where": "group=On time", "whole": "group=Total"}
    return row | {"form": "", "note": ""} | changes


def mapping(*rows: Row) -> dict[str, str | bytes | None]:
    """The mapping as a change of the default project."""
    return {MAPPING: csv_text(rows or [mapped()])}


def write_published(path: Path, rows: Iterable[Row], *, bom: bool = False, columns: Iterable[str] = COLUMNS) -> Path:
    """A published file, with or without a byte order mark, its columns in any order."""
    names = list(columns)
    text = csv_text([{name: row.get(name, "") for name in names} for row in rows], names)
    path.write_text(text, encoding="utf-8-sig" if bom else "utf-8", newline="")
    return path
