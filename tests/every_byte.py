"""Every byte of a built folder, also of what lies packed inside its files: where a word may hide."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

DEEPEST = 4  # a workbook in a ZIP in a ZIP: enough


def pieces(site: Path) -> Iterator[tuple[str, bytes]]:
    """Each file's place with its name and its bytes, and the same of everything packed in it."""
    for path in sorted(site.rglob("*")):
        place = path.relative_to(site).as_posix()
        yield f"the name {place}", place.encode()
        if path.is_file():
            yield from _unpacked(place, path.read_bytes(), DEEPEST)


def _unpacked(place: str, data: bytes, depth: int) -> Iterator[tuple[str, bytes]]:
    yield place, data
    if depth == 0:
        return
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            yield f"the remark of {place}", packed.comment
            for entry in packed.infolist():
                inner = f"{place} > {entry.filename}"
                yield f"the name {inner}", entry.filename.encode() + entry.comment + entry.extra
                yield from _unpacked(inner, packed.read(entry), depth - 1)
    elif data.startswith(b"\x1f\x8b"):
        yield from _unpacked(f"{place} > unzipped", gzip.decompress(data), depth - 1)
    elif data.startswith(b"%PDF"):
        yield from _pdf(place, data)
    elif data.startswith(b"\x89PNG"):
        yield from _png(place, data)
    elif place.endswith((".xml", ".rels")):
        words = "".join(str(part) for part in etree.fromstring(data).itertext())  # references like &#122; are undone
        yield f"{place} > its words", words.encode()


def _pdf(place: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number, one in enumerate(pdf.objects):
            yield f"{place} > object {number}", repr(one).encode()
            if isinstance(one, pikepdf.Stream):
                yield f"{place} > stream {number}", _stream(one)


def _stream(one: object) -> bytes:
    import pikepdf

    assert isinstance(one, pikepdf.Stream)
    try:
        return one.read_bytes()
    except pikepdf.PdfError:  # a picture's own packing
        return one.read_raw_bytes()


def _png(place: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    at = 8
    while at + 8 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        chunk = data[at + 8 : at + 8 + length]
        if kind in (b"zTXt", b"iTXt"):
            _, _, packed = chunk.partition(b"\0")
            try:
                yield f"{place} > {kind.decode()}", zlib.decompress(packed[1:])
            except zlib.error:
                yield f"{place} > {kind.decode()}", packed
        at += 12 + length


def hiding_places(site: Path, word: str) -> list[str]:
    """Where a word stands in a built folder, in small letters or large, in any encoding of Unicode."""
    forms = {word.lower().encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")}
    return [place for place, data in pieces(site) if any(form in data.lower() for form in forms)]
