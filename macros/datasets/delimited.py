"""Text files of figures as programs export them: whichever commas, quotation marks and letters they use."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from macros.errors import BadRequest

_DELIMITERS = (",", ";", "\t", "|")


def read_delimited(name: str, data: bytes) -> Iterator[tuple[int, list[str]]]:
    """Each record of a text file with the number of the line it begins on.

    Raises BadRequest for bytes that are no text and for quotation marks that never close.
    """
    text = _decoded(name, data)
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    start = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise BadRequest(
                f"'{name}', line {start}, cannot be read as CSV.", "Look for a quotation mark that is never closed."
            ) from None
        yield start, cells
        start = reader.line_num + 1


def _decoded(name: str, data: bytes) -> str:
    """The text: UTF-8, what Excel calls “Unicode Text”, or else what Windows in Britain writes."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    elif b"\x00" in data:
        encodings = ()
    else:
        encodings = ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadRequest(f"'{name}' is not a text file.", "Export it again as CSV.")
