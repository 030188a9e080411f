"""What the published CSVs hold, for programs: a Data Package with Table Schemas, and CSVW."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence

_NUMBERS = frozenset({"value", "numerator", "denominator", "first_value", "later_value"})
_WHOLE = frozenset({"decimals"})
_DATES = frozenset({"release"})
_TITLES = {
    "report": "report's id", "release": "date of the release", "indicator": "indicator's id (see indicators.csv)",
    "area": "area's id", "period": "period: 2016-17, 2016-17 Q1, 2013 or 2017-03-31",
    "breakdown": "dimension=code joined by ;", "value": "value as printed, in the indicator's unit",
    "numerator": "numerator, where printed", "denominator": "denominator, where printed", "unit": "unit of the value",
    "status": "shorthand letter that explains a blank or special value", "source": "place in the printed report",
    "note": "note", "first_report": "earlier report, or report@day of an earlier release of it",
    "first_value": "value there", "later_report": "later report, or report@day of the later release",
    "later_value": "value there", "reason": "why it changed",
}  # fmt: skip
LICENCE = {
    "name": "OGL-UK-3.0",
    "path": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    "title": "Open Government Licence v3.0",
}


def data_package(tables: Mapping[str, str]) -> dict[str, object]:
    """The Data Package descriptor of some CSVs, by path below `data/`."""
    return {
        "name": "two-voices",
        "title": "Figures of the Independent Reviewing Officer reports on this site",
        "licenses": [LICENCE],
        "resources": [_resource(path, text) for path, text in tables.items()],
    }


def _resource(path: str, text: str) -> dict[str, object]:
    columns = next(csv.reader([text.split("\n", 1)[0]]))
    return {
        "name": path.removesuffix(".csv").replace("/", "-"),
        "path": path,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": [_field(column) for column in columns], "missingValues": [""]},
    }


def _field(column: str) -> dict[str, str]:
    kind = (
        "number" if column in _NUMBERS else "integer" if column in _WHOLE else "date" if column in _DATES else "string"
    )
    return {"name": column, "type": kind, "title": _TITLES.get(column, column.replace("_", " "))}


def csvw(path: str, columns: Sequence[str]) -> dict[str, object]:
    """The CSVW metadata of one CSV, to stand beside it as `<name>.csv-metadata.json`."""
    return {
        "@context": "http://www.w3.org/ns/csvw",
        "url": path.rsplit("/", 1)[-1],
        "dc:license": {"@id": LICENCE["path"]},
        "tableSchema": {"columns": [_column(column) for column in columns]},
    }


def _column(column: str) -> dict[str, object]:
    field = _field(column)
    datatype = {"number": "decimal", "integer": "integer", "date": "date"}.get(field["type"], "string")
    return {"name": column, "titles": column, "dc:description": field["title"], "datatype": datatype}
