"""Translated summaries: `docs/reports/<id>/languages/<code>.md`, and what has changed in what they translate."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256
from pathlib import PurePosixPath

from macros.datasets.page_source import DOCS, PageSource

_PLACE = re.compile(rf"{DOCS}/reports/[^/]+/languages/[^/]+\.md")
_HEADING = re.compile(r"^#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_LENGTH = 6  # letters of a part's hash: one chance in 16 million that a change goes unseen


@dataclass(frozen=True)
class Translation:
    """One translated page: `code` is its file's name, `source` the page it translates, below `docs/`."""

    page: PageSource
    code: str
    source: str


def is_translation(path: str) -> bool:
    """Whether a page (`docs/…`) is a translated summary by its place."""
    return bool(_PLACE.fullmatch(path))


def translations(pages: Iterable[PageSource]) -> list[Translation]:
    """The translated summaries among some pages."""
    return [
        Translation(page, PurePosixPath(page.path).stem, str(page.meta.get("source") or ""))
        for page in pages
        if is_translation(page.path)
    ]


def source_hash(page: PageSource) -> str:
    """What the words of a page are now: a short hash for each of its parts, from heading to heading.

    Spaces and line breaks do not count, nor do the figures that macros put in: a translation has the same ones.
    """
    return "-".join(hash_ for hash_, _ in _parts(page))


def changed_parts(page: PageSource, then: str) -> list[str]:
    """The headings of the parts that are not as they were when `then` was the page's hash, and how many are gone."""
    before, now = then.split("-"), _parts(page)
    changed: list[str] = []
    gone = 0
    matcher = SequenceMatcher(None, before, [hash_ for hash_, _ in now], autojunk=False)
    for what, start, end, first, last in matcher.get_opcodes():
        if what != "equal":
            changed += [heading for _, heading in now[first:last]]
            gone += max(0, (end - start) - (last - first))
    named = [f"“{heading}”" for heading in changed]
    return [*named, *([f"{gone} part{'s' if gone > 1 else ''} taken out"] if gone else [])]


def _parts(page: PageSource) -> list[tuple[str, str]]:
    """Hash and heading of each part; what stands before the first heading is a part, too."""
    starts = [0, *(found.start() for found in _HEADING.finditer(page.body))]
    ends = [*starts[1:], len(page.body)]
    parts = []
    for start, end in zip(starts, ends, strict=True):
        text = " ".join(page.body[start:end].split())
        if text:
            heading = _HEADING.match(page.body, start)
            parts.append((sha256(text.encode()).hexdigest()[:_LENGTH], heading[1] if heading else "the beginning"))
    return parts
