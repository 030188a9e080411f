"""Counting a text: sentences, words and the Flesch-Kincaid grade (Kincaid and others, 1975).

A formula is a smoke alarm for whole pages of 150 words or more; the rules per sentence are the gate
(ACCESSIBILITY.md section 6). The text is whole sentences: a list item or a heading has been given its stop before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from macros.wording.syllables import syllables

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'\u201d\u2019)\]]*\s+(?=[\"'\u201c\u2018(\[]*[A-Z0-9])|\n+")
_WORD = re.compile(r"[A-Za-z]+(?:['\u2019-][A-Za-z]+)*|\d[\d,.]*\d|\d")


@dataclass(frozen=True)
class TextStats:
    """What was counted; `grade` is the US school grade, a British reading age is about five more."""

    words: int
    sentences: int
    longest: int
    longest_sentence: str
    grade: float

    @property
    def mean(self) -> float:
        """Words a sentence, on average."""
        return self.words / self.sentences if self.sentences else 0.0


def sentences(text: str) -> list[str]:
    """The sentences of a text; a line break ends one, too."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part and _WORD.search(part)]


def words(text: str) -> list[str]:
    """The words and numbers of a text."""
    return _WORD.findall(text)


def measure(text: str) -> TextStats:
    """The counts of a text of whole sentences."""
    parts = sentences(text)
    counted = [words(part) for part in parts]
    total = sum(len(found) for found in counted)
    if not total:
        return TextStats(0, 0, 0, "", 0.0)
    beats = sum(syllables(word) for found in counted for word in found)
    longest = max(range(len(parts)), key=lambda index: len(counted[index]))
    grade = 0.39 * total / len(parts) + 11.8 * beats / total - 15.59
    return TextStats(total, len(parts), len(counted[longest]), parts[longest], round(grade, 1))
