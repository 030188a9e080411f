"""The figures of a built page, and the sentences they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from macros.model.provenance import Provenance
from macros.wording.text_stats import sentences

_FIGURE = re.compile(r'<a class="tv-figure" href="[^"]*" data-figure="([^"]*)">(.*?)</a>', re.DOTALL)
_BLOCK = re.compile(r"<(p|li|h[1-6]|td|figcaption|blockquote)\b[^>]*>(.*?)</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_MARK = re.compile("\ue000(\\d+)\ue001")


@dataclass(frozen=True)
class Said:
    """One sentence of a page with the figures in it, in order."""

    sentence: str
    figures: tuple[Provenance, ...]


def figures_of(html: str) -> list[Provenance]:
    """Every figure that a page links, in page order; one that was spoiled is left out."""
    return [mark for found in _FIGURE.finditer(html) if (mark := _mark(found)) is not None]


def said_figures(html: str) -> Iterator[Said]:
    """The sentences of a page that hold figures."""
    for block in _BLOCK.finditer(html):
        if "data-figure=" in block[2]:
            yield from _sentences(block[2])


def _sentences(inner: str) -> Iterator[Said]:
    marks: list[Provenance] = []

    def kept(found: re.Match[str]) -> str:
        mark = _mark(found)
        if mark is None:
            return " "
        marks.append(mark)
        return f"\ue000{len(marks) - 1}\ue001"

    text = " ".join(unescape(_TAG.sub("", _FIGURE.sub(kept, inner))).split())
    for sentence in sentences(text):
        held = tuple(marks[int(found[1])] for found in _MARK.finditer(sentence))
        if held:
            yield Said(_MARK.sub(lambda found: marks[int(found[1])].shown, sentence), held)


def _mark(found: re.Match[str]) -> Provenance | None:
    try:
        return Provenance.parse(unescape(found[1]), unescape(_TAG.sub("", found[2])))
    except ValueError:
        return None
