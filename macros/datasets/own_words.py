"""`words.csv`: young people's own words, beside what is public and never part of it.

Why: docs/guide/decisions/own-words.md. The file is for the people who answer: they read it in Excel and write the id of
their answer beside each comment. So no cell begins a formula, and what Excel saves can be read.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from macros.datasets.delimited import read_delimited
from macros.errors import BadRequest

COLUMNS = ("id", "voice", "page", "section", "face", "text", "look_at", "answer")
_FORMULA = re.compile(r"'*[=+\-@\t]")
_GUARDED = re.compile(r"'+[=+\-@\t]")
_UNTOUCHED = "Mend it, or move it away; nothing was written."


def read_words(path: Path) -> dict[str, dict[str, str]]:
    """The rows by the comment's id; none where there is no file. Raises BadRequest for a file that is none of ours."""
    if not path.exists():
        return {}
    try:
        records = [cells for _, cells in read_delimited(path.name, path.read_bytes()) if any(cells)]
    except OSError:
        raise BadRequest(f"'{path.name}' cannot be read.", _UNTOUCHED) from None
    except BadRequest as error:
        raise BadRequest(error.message, _UNTOUCHED) from None
    columns = records[0] if records else []
    if not {"id", "text"} <= set(columns) or any(len(cells) != len(columns) for cells in records):
        raise BadRequest(f"'{path.name}' has other columns than {', '.join(COLUMNS)}.", _UNTOUCHED)
    rows = (dict(zip(columns, cells, strict=True)) for cells in records[1:])
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
