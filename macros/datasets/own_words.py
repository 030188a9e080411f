"""`words.csv`: young people's own words, beside what is public and never part of it.

Why: docs/guide/decisions/own-words.md.
The file is for the people who answer. Excel may open it, so no cell begins a formula.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from macros.errors import BadRequest

COLUMNS = ("id", "voice", "page", "section", "face", "text", "look_at")
_FORMULA = re.compile(r"'*[=+\-@\t]")
_GUARDED = re.compile(r"'+[=+\-@\t]")


def read_words(path: Path) -> dict[str, dict[str, str]]:
    """The rows by the comment's id; none where there is no file. Raises BadRequest for a file that is none of ours."""
    if not path.exists():
        return {}
    try:
        table = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""), strict=True)
        rows = list(table)
    except (OSError, UnicodeDecodeError, csv.Error):
        raise BadRequest(f"'{path.name}' cannot be read.", "Mend it, or move it away; nothing was written.") from None
    if not {"id", "text"} <= set(table.fieldnames or ()) or any(None in row or None in row.values() for row in rows):
        raise BadRequest(f"'{path.name}' has other columns than {', '.join(COLUMNS)}.", "Mend it; nothing was written.")
    return {row["id"]: {**row, "text": _plain(row["text"])} for row in rows}


def words_text(rows: Iterable[Mapping[str, str]]) -> str:
    """The rows as the file's text, sorted by page, so that their order does not tell who said what together."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n", extrasaction="ignore", restval="")
    writer.writeheader()
    for row in sorted(rows, key=lambda row: (row.get("page", ""), row.get("section", ""), row["id"])):
        writer.writerow({**row, "text": f"'{row['text']}" if _FORMULA.match(row["text"]) else row["text"]})
    return out.getvalue()


def _plain(text: str) -> str:
    return text[1:] if _GUARDED.match(text) else text
