"""From a file of figures to a draft release: read, understand, protect small counts, and write all or nothing."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path

from macros.datasets.csv_source import read_table
from macros.datasets.draft_release import Figure, Merged, merge, open_draft, write_draft
from macros.datasets.export_mapping import read_mapping
from macros.datasets.given_figures import Remark, Understood, understand
from macros.datasets.headings import GivenRow, read_headings
from macros.datasets.linear_audit import audit
from macros.datasets.mapped_rows import apply_mapping
from macros.datasets.printed import unreadable_relations
from macros.datasets.published_tables import tables_of
from macros.datasets.raw_figures import BLANKED, RELATIONS, hidden_figures
from macros.datasets.reports import TABLES
from macros.datasets.sealing import release_folder
from macros.datasets.spreadsheet import Spreadsheet, read_spreadsheet
from macros.datasets.store import Store
from macros.datasets.suppression import DEFAULT, Why
from macros.datasets.workbook_plan import last_report
from macros.datasets.workbook_words import COVER, LISTS, OUR_RECORDS, SOURCE
from macros.errors import BadRequest, excerpt
from macros.model.observation import Observation
from macros.model.release import Release, Row
from macros.model.report import Report
from macros.model.status import ObservationStatus


@dataclass
class Import:
    """An import that is ready to be written, or what stands in its way.

    `sheets`: what was made of each sheet. `hidden`: figures that must be hidden, and are if `suppressed`, as
    (place, words, why). `unsafe`: hidden figures that could be worked out from the others.
    """

    report: Report
    understood: Understood
    sheets: list[Remark] = field(default_factory=list)
    held: list[Figure] = field(default_factory=list)
    merged: Merged = field(default_factory=lambda: Merged([]))
    hidden: list[tuple[str, str, Why]] = field(default_factory=list)
    unsafe: list[Remark] = field(default_factory=list)
    suppressed: bool = False


def prepare_import(store: Store, report: Report, path: Path, mapping: str = "", *, suppress: bool = False) -> Import:
    """Read a file for a report's draft release. Raises BadRequest for a file that cannot be read at all.

    `mapping` names the file of data/catalogue/mappings/ by which an export is read.
    """
    held = open_draft(store, report)
    made = _understood(store, report, read_spreadsheet(path), mapping)
    if made.understood.problems:
        return made
    given = [
        Figure(one.key, one.cells, f"{store.catalogue.indicator(one.key.indicator).topic}.csv", one.place)
        for one in made.understood.figures
    ]
    made.held, made.suppressed = held, suppress
    made.merged = merge(held, given, made.understood.empty)
    if report.exemption is None:
        _protect(store, made)
    return made


def write_import(store: Store, made: Import) -> dict[str, int]:
    """Write a prepared import; the rows of each file. Raises BadRequest when it is not fit to be written."""
    if made.understood.problems:
        raise BadRequest("Not everything in the file was understood.", "Nothing was written.")
    if made.unsafe or (made.hidden and not made.suppressed):
        raise BadRequest("The figures hold small counts that could point at a child.", "Nothing was written.")
    return write_draft(store, made.report, made.merged.figures, made.held, _taken_over(store, made))


def _understood(store: Store, report: Report, file: Spreadsheet, mapping: str) -> Import:
    if mapping:
        return _mapped(store, report, file, mapping)
    if file.report and file.report in store.reports and file.report != report.id:
        raise BadRequest(
            f"This workbook was made for {file.report}, not for {report.id}.",
            "Name the other report, or write a new workbook for this one.",
        )
    made = Import(report, Understood())
    rows: list[GivenRow] = []
    for sheet in file.sheets:
        table = read_headings(sheet, store.catalogue)
        made.understood.problems += [Remark(place, text) for place, text in table.wrong]
        rows += table.rows
        name = f"Sheet “{sheet.name}”" if sheet.name else "The file"
        if table.is_table:
            left = (
                f"; not read: the columns {', '.join(excerpt(one, 30) for one in table.unread)}" if table.unread else ""
            )
            made.sheets.append(Remark(name, f"{len(table.rows)} {'row' if len(table.rows) == 1 else 'rows'}{left}"))
        elif not table.wrong and sheet.name not in (COVER, LISTS):
            made.sheets.append(Remark(name, "holds no table of figures, so it was not read"))
    if not rows and not made.understood.problems:
        raise BadRequest(
            "No table of figures was found in the file.",
            "A sheet needs a row of headings, with “What is counted” (or “indicator”) and “Figure” among them.",
        )
    problems = made.understood.problems
    made.understood = understand(rows, store.catalogue, report, _source(file))
    made.understood.problems[:0] = problems
    return made


def _mapped(store: Store, report: Report, file: Spreadsheet, name: str) -> Import:
    mapping = read_mapping(store, name)
    applied = apply_mapping(mapping, file)
    made = Import(report, understand(applied.rows, store.catalogue, report, mapping.source))
    made.understood.problems[:0] = [Remark(*one) for one in applied.wrong]
    made.sheets += [Remark(*one) for one in applied.told]
    return made


def _source(file: Spreadsheet) -> str:
    """What the cover says of where the figures come from; else that they are the council's own."""
    for sheet in file.sheets:
        for line in sheet.lines:
            for cell, beside in zip(line.cells, line.cells[1:], strict=False):
                if cell.text == SOURCE and beside.text:
                    return beside.text
    return OUR_RECORDS


def _protect(store: Store, made: Import) -> None:
    """Find the figures that must be hidden; hide them where that was asked for; see whether the hidden are safe."""
    figures = made.merged.figures
    for number, why in hidden_figures(_release(store, made), store.catalogue, DEFAULT).hidden.items():
        figure = figures[number]
        made.hidden.append((figure.place, figure.key.words, why))
        if made.suppressed:
            blank: Mapping[str, str] = dict.fromkeys(BLANKED, "") | {"status": "c"}
            figures[number] = replace(figure, cells={**figure.cells, **blank})
    if made.suppressed or not made.hidden:
        made.unsafe = list(_worked_out(store, made))


def _worked_out(store: Store, made: Import) -> Iterator[Remark]:
    """Hidden figures, the author's own ones too, that the figures beside them give away."""
    tables = tables_of(store.catalogue, _release(store, made))
    found = audit(tables.equations, tables.ranges, tables.hidden, DEFAULT.highest)
    given_away = [one for cell, one in tables.hidden.items() if cell in found.values or cell in found.undecided]
    for one in (*tables.shown_elsewhere.values(), *given_away):
        yield Remark(made.merged.figures[one.row].place, one.key.words)


def _observation(figure: Figure, number: int) -> Observation:
    """A figure as the search for small counts needs it: wherever it comes from, it adds up with the others."""
    value, numerator, denominator = (Decimal(cell) if (cell := figure.cells[name]) else None for name in BLANKED)
    status = ObservationStatus(figure.cells["status"])
    return Observation(figure.key, value, numerator, denominator, status, "", figure.cells["note"], figure.file, number)


def _release(store: Store, made: Import) -> Release:
    """The figures as a release, with what adds to what: as it says itself, and as the council's last report said."""
    rows = [*_relations(store, made.report)]
    if last := last_report(store, made.report):
        known = {(row["rule"], row["result"], row["parts"]) for row in rows}
        rows += [row for row in _relations(store, last) if (row["rule"], row["result"], row["parts"]) not in known]
    observations = tuple(_observation(one, number) for number, one in enumerate(made.merged.figures))
    return Release(made.report.id, made.report.release, "", observations, {"relations": tuple(rows)})


def _relations(store: Store, report: Report) -> tuple[Row, ...]:
    path = f"{release_folder(report)}/{RELATIONS}"
    if not (store.root / path).is_file():
        return ()
    return tuple(row.cells for row in read_table(store.root, path, TABLES["relations"]).rows)


def _taken_over(store: Store, made: Import) -> dict[str, str]:
    """A `relations.csv` for a draft that has none: what the last report said, as far as these figures go."""
    release = _release(store, made)
    unusable = {number for number, _ in unreadable_relations(release)}
    rows = [row for number, row in enumerate(release.tables["relations"], 2) if number not in unusable]
    if not rows:
        return {}
    out = io.StringIO()
    writer = csv.DictWriter(out, TABLES["relations"], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return {RELATIONS: out.getvalue()}
