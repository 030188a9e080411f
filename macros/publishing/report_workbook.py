"""`data/reports/<id>.xlsx`: every figure of a report as a workbook that can be read with a screen reader.

By the Government Analysis Function's "Releasing statistics in spreadsheets": a cover, contents with links, notes, then
one table a sheet. The same figures give the same bytes, so a workbook made before is taken from the cache.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from macros.datasets.revisions import told
from macros.datasets.store import Store
from macros.datasets.whole_file import keep_whole
from macros.model.report import Report
from macros.publishing.metadata import LICENCE
from macros.publishing.workbook_tables import CONTENTS, COVER, NOTES, workbook_tables
from macros.wording import periods

CACHE = ".cache/two-voices/workbooks"
_CODE = [Path(__file__).with_name(f"{name}.py") for name in ("report_workbook", "workbook_tables", "workbook_writer")]


def report_workbook(store: Store, report: Report) -> bytes:
    """The workbook of a report's release in force, as a file's bytes. Never a suppressed value."""
    release = store.release(report.id)
    tables = workbook_tables(store.catalogue, told(store, release), (COVER, CONTENTS, NOTES))
    facts = _facts(store, report)
    key = sha256("\x1f".join((_code(), repr(facts), repr(tables))).encode()).hexdigest()[:20]
    kept = store.root / CACHE / f"{key}.xlsx"
    try:
        return kept.read_bytes()
    except OSError:
        from macros.publishing.workbook_writer import written  # openpyxl takes a tenth of a second to import

        made = written(report, facts, tables)
    keep_whole(kept, made)
    return made


@lru_cache(maxsize=1)
def _code() -> str:
    """What the program that makes workbooks is: another program makes other ones."""
    return sha256(b"".join(path.read_bytes() for path in _CODE)).hexdigest()


def _facts(store: Store, report: Report) -> list[tuple[str, str]]:
    council = store.catalogue.area(report.council).name
    return [
        ("Report", report.title),
        ("Council", council),
        ("Period", periods.full(report.period)),
        ("Release", f"{periods.day(store.release(report.id).date)}. A release is never changed."),
        ("Source", f"{council}: {report.printed_title}"),
        ("Licence", f"{LICENCE['title']}, {LICENCE['path']}"),
        ("What was printed", "Figures stand as they were printed, with their decimals, also where they do not hold."),
    ]
