"""What was said about a report and what was answered: `data/reports/<id>/comments/`.

| file | what it holds |
|---|---|
| `comments.csv` | one row for each comment, without its words; written by `python -m macros comments import` |
| `answers.csv` | one row for each answer, to one comment or many, in words that may be published |
| `listening.csv` | what was done so that young people could have their say (Lundy's four parts) |
| `words.csv` | their own words: never in git, never read here, never on a page |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from macros.datasets.catalogue_rows import Refused, one_of
from macros.datasets.csv_source import Row, read_table
from macros.datasets.frozen import FOLDER
from macros.datasets.store import Store
from macros.model.comment import Answer, Comment, Face, Listening, Outcome, Part
from macros.model.finding import Finding
from macros.model.period import calendar_day
from macros.model.problems import KINDS
from macros.model.report import Edition

COMMENTS, ANSWERS, LISTENING, WORDS = "comments.csv", "answers.csv", "listening.csv", "words.csv"
COMMENT_COLUMNS = ("id", "received", "voice", "page", "section", "face", "draft", "words", "answer")
ANSWER_COLUMNS = ("id", "you_said", "outcome", "because", "plain_because", "page", "by_when")
LISTENING_COLUMNS = ("part", "day", "text", "plain_text")
YES, NO = "yes", "no"
Made = TypeVar("Made")
_BRITISH = re.compile(r"(\d\d)/(\d\d)/(\d{4})", re.ASCII)


@dataclass(frozen=True)
class Comments:
    """All of one report. `folder` is where it stands; `findings` is what could not be read."""

    folder: str
    comments: tuple[Comment, ...] = ()
    answers: Mapping[str, Answer] = field(default_factory=dict)
    listening: tuple[Listening, ...] = ()
    findings: tuple[Finding, ...] = ()

    def answered(self, comment: Comment) -> Answer | None:
        """The answer to a comment, where there is one."""
        return self.answers.get(comment.answer)

    def of(self, answer: Answer) -> tuple[Comment, ...]:
        """The comments that an answer is for."""
        return tuple(one for one in self.comments if one.answer == answer.id)


def comments_folder(report: str) -> str:
    """Where the comments on a report stand, from the project's root."""
    return f"{FOLDER}/{report}/comments"


@lru_cache(maxsize=1024)
def comments_of(store: Store, report: str) -> Comments:
    """The comments on a report; read again only when a file below `data/` has changed."""
    return read_comments(store.root, comments_folder(report))


def read_comments(root: Path, folder: str) -> Comments:
    """The comments of a folder; a file that is not there holds none. Never raises for bad content."""
    findings: list[Finding] = []
    comments = _rows(root, f"{folder}/{COMMENTS}", COMMENT_COLUMNS, _comment, findings)
    answers = _rows(root, f"{folder}/{ANSWERS}", ANSWER_COLUMNS, _answer, findings)
    listening = _rows(root, f"{folder}/{LISTENING}", LISTENING_COLUMNS, _listening, findings)
    return Comments(folder, tuple(comments), {one.id: one for one in answers}, tuple(listening), tuple(findings))


def _rows(
    root: Path, path: str, columns: tuple[str, ...], make: Callable[[Row], Made], findings: list[Finding]
) -> list[Made]:
    if not (root / path).is_file():
        return []
    table = read_table(root, path, columns)
    findings += table.findings
    made, first = [], dict[str, int]()
    for row in table.rows:
        try:
            if columns[0] == "id":
                _hold_id(row, first)
            made.append(make(row))
        except Refused as refused:
            findings.append(Finding(KINDS[refused.kind], path, row.number, {"row": row.number, **refused.facts}))
    return made


def _hold_id(row: Row, first: dict[str, int]) -> None:
    """An id is filled and stands once. Raises Refused."""
    number = first.setdefault(_filled(row, "id"), row.number)
    if number != row.number:
        raise Refused("duplicate-id", "id", row["id"], first=number)


def _comment(row: Row) -> Comment:
    received = _day(row, "received")
    if received is None:
        raise Refused("empty-cell", "received", "")
    face = one_of(row, "face", Face, blank=True)
    words = one_of(row, "words", (YES, NO)) == YES
    if not face and not words:
        raise Refused("bad-catalogue-value", "face", "", why="is empty, and there are no words: nothing was said")
    return Comment(
        row["id"], received, Edition(one_of(row, "voice", Edition)), _filled(row, "page"), row["section"],
        Face(face) if face else None, row["draft"], words, row["answer"], row.number,
    )  # fmt: skip


def _answer(row: Row) -> Answer:
    outcome = Outcome(one_of(row, "outcome", Outcome))
    by_when = _day(row, "by_when")
    pages = tuple(page.strip() for page in row["page"].split(";") if page.strip())
    return Answer(row["id"], row["you_said"], outcome, row["because"], row["plain_because"], pages, by_when, row.number)


def _listening(row: Row) -> Listening:
    day = _day(row, "day")
    part = Part(one_of(row, "part", Part))
    return Listening(part, day, _filled(row, "text"), _filled(row, "plain_text"), row.number)


def _day(row: Row, column: str) -> date | None:
    """The day in a cell, None for an empty one; also as Excel in Britain makes it of a day one has typed."""
    cell = row[column].strip()
    if not cell:
        return None
    if found := _BRITISH.fullmatch(cell):
        cell = f"{found[3]}-{found[2]}-{found[1]}"
    if (day := calendar_day(cell)) is None:
        raise Refused("bad-catalogue-value", column, row[column], why="is no day such as 2026-11-28")
    return day


def _filled(row: Row, column: str) -> str:
    if not row[column].strip():
        raise Refused("empty-cell", column, "")
    return row[column]
