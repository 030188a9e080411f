"""The outline of a printed report: what carries a number in it, and what its text refers to
(DOMAIN.md section 9: unique_caption, xref_exists)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

Number = tuple[int, ...]
_PART = re.compile(r"\d{1,4}|[A-Za-z]", re.ASCII)


class Numbered(StrEnum):
    """What carries a number, each kind counted on its own."""

    TABLE = "table"
    FIGURE = "figure"
    SECTION = "section"
    PARAGRAPH = "paragraph"
    APPENDIX = "appendix"
    FOOTNOTE = "footnote"

    def label(self, number: str) -> str:
        """As a source names it: `Table 5`, `para 7.14`."""
        return f"{_LABELS[self]} {number}"


_LABELS = {
    Numbered.TABLE: "Table",
    Numbered.FIGURE: "Figure",
    Numbered.SECTION: "section",
    Numbered.PARAGRAPH: "para",
    Numbered.APPENDIX: "Appendix",
    Numbered.FOOTNOTE: "footnote",
}


@dataclass(frozen=True)
class Heading:
    """One row of a release's `outline.csv`, in printed order; `number` is empty where none is printed."""

    kind: Numbered
    number: str
    about: str
    source: str
    row: int

    @property
    def label(self) -> str:
        """As a source names it."""
        return self.kind.label(self.number) if self.number else self.source or f"the {self.kind} on {self.about}"


@dataclass(frozen=True)
class Reference:
    """One row of a release's `references.csv`: the text at `source` points to `kind` `number`, meaning `about`."""

    source: str
    kind: Numbered
    number: str
    about: str
    row: int


def number_of(text: str) -> Number | None:
    """`7.14` as (7, 14), `A` as (1,); None for what is no number."""
    parts = text.strip().rstrip(".").split(".")
    if not all(_PART.fullmatch(part) for part in parts):
        return None
    return tuple(int(part) if part.isdigit() else ord(part.lower()) - ord("a") + 1 for part in parts)


def written(number: Number, like: str = "") -> str:
    """(7, 14) as `7.14`; with a letter (B) where a number `like` it has one."""
    first = chr(ord("A") + number[0] - 1) if like[:1].isalpha() and number else str(number[0] if number else "")
    return ".".join((first, *(str(part) for part in number[1:])))


def left_out(before: Number, after: Number) -> list[Number] | None:
    """The numbers that should stand between two that follow each other: none when `after` is right.

    None when `after` cannot come later: it goes back, or starts below a number that has not been given.
    """
    same = 0
    while same < min(len(before), len(after)) and before[same] == after[same]:
        same += 1
    if same == len(after):
        return None
    last = before[same] if same < len(before) else 0
    stem, step, rest = after[:same], after[same], after[same + 1 :]
    if step <= last:
        return None
    missing = [(*stem, number) for number in range(last + 1, step)]
    if rest and rest[0] > 1:
        missing += [(*after[: same + 1], number) for number in range(1, rest[0])]
    return missing
