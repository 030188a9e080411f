"""What a page may ask of its readers: the gates of ACCESSIBILITY.md section 6, one for each kind of page."""

from __future__ import annotations

from dataclasses import dataclass

FORMULA_FROM = 150  # words: on a shorter page the formula measures chance


@dataclass(frozen=True)
class ReadingLevel:
    """The most a page may have: Flesch-Kincaid `grade`, words in the `longest` sentence and in the `mean` one,
    `hard` words in a hundred. None is no gate. `stops` says whether a page beyond it stops the public build."""

    called: str
    longest: int
    mean: int | None = None
    grade: float | None = None
    hard: float | None = None
    stops: bool = False


YOUNGEST = ReadingLevel("a page for younger children", 15, 10, 3.5, 3, stops=True)
YOUNG_PEOPLE = ReadingLevel("a page for young people of 12 to 17", 20, 14, 6.5, 6, stops=True)
SUMMARY = ReadingLevel("a summary for the board", 25, 18, 8)
BODY = ReadingLevel("a page of the formal edition", 35)
