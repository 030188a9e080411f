"""Observations as CSV text, safe to open in a spreadsheet, and the links to it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from types import SimpleNamespace

from markupsafe import Markup

from macros.model.indicator import Indicator
from macros.model.observation import Observation
from macros.model.release import Release
from macros.model.status import ObservationStatus
from macros.render.block import ROOT
from macros.render.html import tag

OBSERVATION_COLUMNS = (
    "report", "release", "indicator", "area", "period", "breakdown", "value", "numerator", "denominator",
    "unit", "status", "source", "note",
)  # fmt: skip
_FORMULA = re.compile(r"\s*[=+@\t\r-]")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def csv_text(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """CSV with LF line ends; no cell starts a formula (an apostrophe is put before it)."""
    records: list[str] = []
    # each record is one call of `write`, ended as Windows does, so that a lone CR in a cell is quoted, too
    writer = csv.writer(SimpleNamespace(write=records.append), lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_safe(row.get(column)) for column in columns] for row in rows)
    return "".join(f"{record[:-2]}\n" for record in records)


def _safe(value: object) -> str:
    text = "" if value is None else str(value)
    if text[:1].isalnum():  # most cells
        return text
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def observation_rows(
    release: Release, observations: Iterable[Observation], indicators: Mapping[str, Indicator]
) -> Iterable[dict[str, object]]:
    """Observations as the published contract lists them (DESIGN.md section 6)."""
    for one in observations:
        hidden = one.status is ObservationStatus.CONFIDENTIAL  # neither the value nor what it could be worked out from
        yield {
            "report": release.report,
            "release": release.date.isoformat(),
            "indicator": one.key.indicator,
            "area": one.key.area,
            "period": one.key.period.text,
            "breakdown": one.key.breakdown_text,
            "value": None if hidden else one.value,
            "numerator": None if hidden else one.numerator,
            "denominator": None if hidden else one.denominator,
            "unit": indicators[one.key.indicator].unit.value,
            "status": one.status.value,
            "source": one.source,
            "note": one.note,
        }


def download_link(path: str, csv: str) -> Markup:
    """A link to a CSV at `path` from the site's root, with its type and size."""
    size = max(1, round(len(csv.encode()) / 1000))
    return tag("a", f"Download as CSV ({size} kB)", href=f"{ROOT}/{path}", download=True)
