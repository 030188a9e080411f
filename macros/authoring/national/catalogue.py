"""The part of the repository's catalogue that a council's site needs, and no more: then no other council changes it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from macros.authoring.own_site import OWN_ROWS, own_rows
from macros.datasets.catalogue import AREA_COLUMNS
from macros.datasets.open_data import OpenData

PUBLISHER = "Department for Education"
Files = Mapping[str, bytes]  # by their path from the project's root


def csv_bytes(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """Rows as a file; what a row has beyond the columns is left out."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def used_catalogue(all_files: Files, data: OpenData, council: str, files: Files) -> dict[str, bytes]:
    """The catalogue without what concerns other councils alone: indicators no file holds, others' targets and help.

    `all_files` hold the repository's catalogue, `files` the project's data. `council`: whose it is; empty for all.
    """
    used = {
        row["indicator"]
        for path, content in files.items()
        if path.startswith(("data/reports/", "data/comparators/")) and path.endswith(".csv")
        for row in csv.DictReader(io.StringIO(content.decode()))
        if row.get("indicator")
    }
    made = {}
    others = {area.id for area in data.areas.values() if area.kind == "council" and area.id != council}
    for name in OWN_ROWS:
        path = f"data/catalogue/{name}.csv"
        made[path] = own_rows(all_files[path].decode(), others).encode()
    for name, column in (("indicators", "id"), ("targets", "indicator")):
        path = f"data/catalogue/{name}.csv"
        table = csv.DictReader(io.StringIO(made.get(path, all_files[path]).decode(), newline=""))
        made[path] = csv_bytes(table.fieldnames or (), [row for row in table if row[column] in used])
    path = "data/catalogue/duties.csv"
    duties = csv.DictReader(io.StringIO(all_files[path].decode(), newline=""))
    asked = [{**row, "needs": ";".join(one for one in row["needs"].split(";") if one in used)} for row in duties]
    made[path] = csv_bytes(duties.fieldnames or (), asked)
    path = "data/catalogue/areas.csv"
    known = data.catalogue.areas
    if council and council not in known:
        one = data.areas[council]
        made[path] = (
            all_files[path] + csv_bytes(AREA_COLUMNS, [{n: getattr(one, n) for n in AREA_COLUMNS}]).split(b"\n", 1)[1]
        )
    path = "data/catalogue/bodies.csv"
    made[path] = all_files[path] + f"{PUBLISHER},other,\n".encode()
    return made
