"""Which line of what an author wrote a sentence of the built page comes from."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORD = re.compile(r"[a-z0-9]+(?:['\u2019][a-z]+)?")
# words in a row, and which part of a sentence's runs a line must have: fewer in a row are found everywhere
_RUNS = ((3, 0.2), (2, 0.4), (1, 0.9))


def source_line(lines: Sequence[str], said: str) -> int:
    """The number (from 1) of the line that shares most of the words of `said` in their order; 0 when none does.

    Figures of macros are missing from the source, so a sentence is never found whole.
    """
    words = _words(said)
    for size, least in _RUNS:
        wanted = {tuple(words[at : at + size]) for at in range(len(words) - size + 1)}
        shared = [len(wanted & _runs(line, size)) for line in lines]
        if wanted and shared and max(shared) >= least * len(wanted):
            return shared.index(max(shared)) + 1
    return 0


def _runs(line: str, size: int) -> set[tuple[str, ...]]:
    words = _words(line)
    return {tuple(words[at : at + size]) for at in range(len(words) - size + 1)}


def _words(text: str) -> list[str]:
    return [word.replace("\u2019", "'") for word in _WORD.findall(text.lower())]
