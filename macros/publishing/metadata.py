"""What the published CSVs hold, for programs: a Data Package with Table Schemas, and CSVW."""

from __future__ import annotations

import csv
from collections.abc import Collection, Mapping, Sequence

_NUMBERS = frozenset({"value", "numerator", "denominator", "first_value", "later_value"})
_WHOLE = frozenset({"decimals", "order", "line"})
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
    "id": "id, by which other tables name it", "name": "name", "plain_name": "name in the young people's edition",
    "definition": "what is measured", "plain_definition": "what is measured, in the young people's words",
    "base": "of whom", "plain_base": "of whom, in the young people's words", "base_unit": "one of the base",
    "counted": "what is counted", "plain_counted": "what is counted, in the young people's words",
    "dimensions": "breakdowns, joined by ; (see codes.csv)", "decimals": "usual printed decimals",
    "polarity": "whether a high or a low value is good; none: neither", "topic": "topic",
    "period_type": "snapshot of a day, flow over a period, or cumulative since April", "age_scope": "ages covered",
    "includes_short_breaks": "whether children in short breaks are counted", "kind": "kind",
    "code": "code", "start": "first day of the area's code", "end": "last day of the area's code",
    "region": "id of the area's region", "short_name": "short name", "dimension": "breakdown it belongs to",
    "label": "name of the category", "plain_label": "name of the category in the young people's edition",
    "order": "place in the list", "printed": "what was printed", "problem": "what does not hold",
    "page": "address of the page from the site's root", "edition": "formal or young-people",
    "shown": "the figure as the page shows it", "check": "check that found it", "severity": "stops or warns",
    "path": "file, from the project's folder", "line": "line of the file, 0 for all of it",
    "message": "what is wrong", "help": "page that says how to mend it",
}  # fmt: skip
# the columns that tell the rows of a table apart, and the tables whose `id` a column holds
_KEYS = {"indicators.csv": ["id"], "areas.csv": ["id"], "codes.csv": ["dimension", "code"]}
_NAMED = {"indicator": "indicators.csv", "area": "areas.csv"}
LICENCE = {
    "name": "OGL-UK-3.0",
    "path": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    "title": "Open Government Licence v3.0",
}


def data_package(tables: Mapping[str, str], lists: Mapping[str, Sequence[str]]) -> dict[str, object]:
    """The Data Package descriptor of some CSVs, by path below `data/`, and of the JSON lists with these fields."""
    return {
        "name": "two-voices",
        "title": "Figures of the Independent Reviewing Officer reports on this site",
        "profile": "data-package",
        "licenses": [LICENCE],
        "resources": [
            *(_resource(path, "text/csv", columns_of(text), tables) for path, text in tables.items()),
            *(_resource(path, "application/json", names, {}) for path, names in lists.items()),
        ],
    }


def columns_of(text: str) -> list[str]:
    """The column names of a CSV."""
    return next(csv.reader([text.split("\n", 1)[0]]))


def _resource(path: str, mediatype: str, columns: Sequence[str], tables: Collection[str]) -> dict[str, object]:
    stem, _, kind = path.rpartition(".")
    return {
        "name": stem.replace("/", "-"),
        "path": path,
        # a list in JSON is told to be one: as a table, frictionless would want a package of its own to read it
        **({"profile": "tabular-data-resource"} if kind == "csv" else {"type": "json"}),
        "format": kind,
        "mediatype": mediatype,
        "encoding": "utf-8",
        "schema": _schema(path, columns, tables),
    }


def _schema(path: str, columns: Sequence[str], tables: Collection[str]) -> dict[str, object]:
    schema: dict[str, object] = {"fields": [_field(column) for column in columns], "missingValues": [""]}
    if path in _KEYS:
        schema["primaryKey"] = _KEYS[path]
    named = [
        {"fields": [column], "reference": {"resource": table.removesuffix(".csv"), "fields": ["id"]}}
        for column, table in _NAMED.items()
        if column in columns and table in tables
    ]
    return schema | ({"foreignKeys": named} if named else {})


def _field(column: str) -> dict[str, str]:
    kind = (
        "number" if column in _NUMBERS else "integer" if column in _WHOLE else "date" if column in _DATES else "string"
    )
    return {"name": column, "type": kind, "title": _TITLES.get(column, column.replace("_", " "))}


def csvw(path: str, columns: Sequence[str]) -> dict[str, object]:
    """The CSVW metadata of one CSV, to stand beside it as `<name>.csv-metadata.json`."""
    schema: dict[str, object] = {"columns": [_column(column) for column in columns]}
    if path in _KEYS:
        schema["primaryKey"] = _KEYS[path]
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": path.rsplit("/", 1)[-1],
        "dc:license": {"@id": LICENCE["path"]},
        "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True, "lineTerminators": ["\n"]},
        "tableSchema": schema,
    }


def _column(column: str) -> dict[str, object]:
    field = _field(column)
    datatype = {"number": "decimal", "integer": "integer", "date": "date"}.get(field["type"], "string")
    return {"name": column, "titles": column, "dc:description": field["title"], "datatype": datatype}
