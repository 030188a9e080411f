"""Carrying answers over: from `words.csv`, where somebody reads and answers, into the public `comments.csv`."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from macros.datasets.comments import COMMENT_COLUMNS, COMMENTS, WORDS, comments_folder, read_comments
from macros.datasets.comments_import import csv_rows, csv_text
from macros.datasets.own_words import read_words
from macros.datasets.store import Store
from macros.datasets.whole_file import write_whole
from macros.errors import BadRequest, excerpt, instead
from macros.model.report import Report


@dataclass(frozen=True)
class Carried:
    """What was carried over: `new` answers, those that `changed` (id, before, after), comments still `open`."""

    new: int
    changed: tuple[tuple[str, str, str], ...]
    open: int


def carry_answers(store: Store, report: Report) -> Carried:
    """Write the answers of `words.csv` into `comments.csv`, all or none; an empty cell takes nothing away.

    Raises BadRequest when a file is not as it should be, or an answer is not in `answers.csv`.
    """
    folder = comments_folder(report.id)
    held = read_comments(store.root, folder)
    if held.findings:
        first = held.findings[0]
        raise BadRequest(f"{first.place}: {first.message}", "Mend it first; nothing was written.")
    given = {name: row.get("answer", "").strip() for name, row in read_words(store.root / folder / WORDS).items()}
    given = {name: answer for name, answer in given.items() if answer}
    _hold(given, {one.id for one in held.comments}, set(held.answers))
    path = store.root / folder / COMMENTS
    rows = csv_rows(path.read_bytes()) if path.exists() else []
    changed = [
        (row["id"], row["answer"], given[row["id"]])
        for row in rows
        if given.get(row["id"], row["answer"]) != row["answer"]
    ]
    if changed:
        write_whole(
            path, csv_text(COMMENT_COLUMNS, ({**row, "answer": given.get(row["id"], row["answer"])} for row in rows))
        )
    left = sum(1 for row in rows if not given.get(row["id"], row["answer"]))
    other = tuple(one for one in changed if one[1])
    return Carried(len(changed) - len(other), other, left)


def _hold(given: dict[str, str], comments: set[str], answers: set[str]) -> None:
    """Raises BadRequest for an answer, or a comment, that is not there."""
    if unknown := Counter(answer for answer in given.values() if answer not in answers):
        name, number = unknown.most_common(1)[0]
        raise BadRequest(
            f"words.csv gives the answer '{excerpt(name, 60)}' ({number} times), which answers.csv does not have. "
            f"{instead(name, answers)}".strip(),
            "Write a row for it; nothing was carried over.",
        )
    if lost := next((name for name in given if name not in comments), ""):
        raise BadRequest(
            f"words.csv answers the comment '{excerpt(lost, 40)}', which comments.csv does not have.",
            "Was the id changed? Nothing was carried over.",
        )
