"""Taking given comments in: all files or none, each comment once, their words apart from what is public."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from macros.datasets import own_words
from macros.datasets.comments import (
    ANSWER_COLUMNS,
    ANSWERS,
    COMMENT_COLUMNS,
    COMMENTS,
    NO,
    WORDS,
    YES,
    comments_folder,
    read_comments,
)
from macros.datasets.given_comments import GivenComment, Said, read_given
from macros.datasets.page_source import DOCS, PageSource, pages_of
from macros.datasets.sections import Section, page_key, page_title, sections
from macros.datasets.store import Store
from macros.datasets.whole_file import write_whole
from macros.errors import BadRequest, excerpt
from macros.model.comment import Face, Outcome
from macros.model.personal_details import personal_details
from macros.model.report import Edition, Report

THANKS = "thanks"  # the answer to a face that asks for nothing
_THANKS_ROW = {
    "id": THANKS, "you_said": "You liked these parts.", "outcome": Outcome.NOT_CHANGED.value,
    "because": "Young people liked these parts, so they stay as they are.",
    "plain_because": "You liked them, so we left them as they are.", "page": "", "by_when": "",
}  # fmt: skip
Row = dict[str, str]


@dataclass
class CommentsImport:
    """What an import would write. `new` are the comments not yet held, `same` those that are; `before` is the public
    file as it was read. `restored` are comments whose words were not on this computer."""

    root: Path
    folder: str
    before: bytes
    new: list[GivenComment] = field(default_factory=list)
    same: int = 0
    restored: list[GivenComment] = field(default_factory=list)
    problems: list[Said] = field(default_factory=list)
    remarks: list[Said] = field(default_factory=list)


def prepare_import(store: Store, report: Report, sources: Sequence[Path]) -> CommentsImport:
    """Read and hold against the draft every file; nothing is written. Raises BadRequest when what is held is broken."""
    folder = comments_folder(report.id)
    held = read_comments(store.root, folder)
    if held.findings:
        first = held.findings[0]
        raise BadRequest(f"{first.place}: {first.message}", "Mend it first; nothing was written.")
    path = store.root / folder / COMMENTS
    made = CommentsImport(store.root, folder, path.read_bytes() if path.exists() else b"")
    given: list[GivenComment] = []
    for source in sources:
        read = read_given(source, report.id)
        given += read.comments
        made.problems += read.problems
    pages = {page_key(page.path): page for page in pages_of(store.root, f"{DOCS}/reports/{report.id}/")}
    if pages or not given:
        placed = [one for one in (_placed(one, pages, made) for one in given) if one is not None]
        _sort_out(made, placed, {one.id: (one.page, one.section, one.face) for one in held.comments})
    else:
        made.problems.append(Said(report.id, "has no pages, so no comment can be about one."))
    return made


def _placed(given: GivenComment, pages: Mapping[str, PageSource], made: CommentsImport) -> GivenComment | None:
    """The comment at the page and section it is about; what is not there any more is said, and kept as it was."""
    if not given.page:
        return _titled(given, pages, made)
    given = replace(given, voice=_voice(given.page))
    page = pages.get(given.page)
    if page is None:
        made.remarks.append(Said(given.place, f"is about the page '{given.page}', which the draft has no longer."))
        return given
    part = next((one for one in sections(page) if one.id == given.section), None)
    if part is None:
        made.remarks.append(Said(given.place, f"is about a part of '{given.page}' which the draft has no longer."))
    elif given.draft and given.draft != part.draft:
        made.remarks.append(Said(given.place, f"is about words of '{given.page}' that have changed since."))
    return given


def _titled(given: GivenComment, pages: Mapping[str, PageSource], made: CommentsImport) -> GivenComment | None:
    """A comment from paper, whose page is named by its title or its id."""
    wanted = _folded(given.title)
    fitting = [
        (key, page)
        for key, page in pages.items()
        if wanted in (_folded(key), _folded(page_title(page))) and given.voice in (None, _voice(key))
    ]
    if len(fitting) != 1:
        told = "is the title of several pages. Write voice, or the page's id" if fitting else "is the title of no page"
        ids = ", ".join(key for key, _ in fitting) or ", ".join(list(pages)[:5])
        made.problems.append(Said(given.place, f"'{excerpt(given.title, 60)}' {told}, such as: {ids}."))
        return None
    key, page = fitting[0]
    part = _part(given.section, sections(page))
    if part is None:
        names = "; ".join(one.title for one in sections(page)[1:])
        told = f"'{excerpt(given.section, 60)}' is no part of '{key}'. Write one of: {names}; or nothing."
        made.problems.append(Said(given.place, told))
        return None
    return replace(given, page=key, voice=_voice(key), section=part.id, draft=part.draft)


def _part(wanted: str, parts: Iterable[Section]) -> Section | None:
    return next((one for one in parts if wanted == one.id or (wanted and _folded(wanted) == _folded(one.title))), None)


def _voice(key: str) -> Edition:
    return Edition.YOUNG_PEOPLE if key.startswith("young-people/") else Edition.FORMAL


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


Held = dict[str, tuple[str, str, Face | None]]


def _sort_out(made: CommentsImport, given: Iterable[GivenComment], held: Held) -> None:
    """Take each comment once. The same key with other words is somebody who thought again: both are kept."""
    words = {name: row["text"] for name, row in own_words.read_words(made.root / made.folder / WORDS).items()}
    for one in given:
        name, number = one.key, 1
        while name in held and not _is_same(one, held[name], words.get(name)):
            number += 1
            name = f"{one.key}-{number}"
        if name in held:
            made.same += 1
            if one.text and name not in words:
                made.restored.append(replace(one, key=name))
                words[name] = one.text
            continue
        if number > 1:
            made.remarks.append(Said(one.place, "says something else than before about the same part; both are kept."))
        if found := personal_details(one.text):
            told = "; ".join(found)
            made.remarks.append(Said(one.place, f"may hold {told}. Look at {WORDS}, the row {name}."))
        held[name] = (one.page, one.section, one.face)
        words[name] = one.text
        made.new.append(replace(one, key=name))


def _is_same(one: GivenComment, held: tuple[str, str, Face | None], text: str | None) -> bool:
    """Whether it is what is held already; words that are not on this computer cannot differ."""
    return held == (one.page, one.section, one.face) and text in (None, one.text)


def write_import(made: CommentsImport, today: date) -> dict[str, int]:
    """Write what was prepared; the rows added to each file. Stopped at any moment, the same files can be given again.

    Words go first: a row of words without its comment harms nobody, a comment without its words would be a loss.
    Raises BadRequest when somebody else has written since.
    """
    folder = made.root / made.folder
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / COMMENTS
    if (path.read_bytes() if path.exists() else b"") != made.before:
        raise BadRequest("Somebody else has just written comments of this report.", "Give the same files again.")
    written = {}
    if spoken := [one for one in (*made.new, *made.restored) if not _asks_nothing(one)]:
        rows = own_words.read_words(folder / WORDS) | {one.key: _words_row(one) for one in spoken}
        write_whole(folder / WORDS, own_words.words_text(rows.values()).encode())
        (folder / WORDS).chmod(0o600)  # nobody else on this computer
        written[WORDS] = len(spoken)
    if not made.new:
        return written
    rows_new = [_row(one, today) for one in made.new]
    if any(row["answer"] for row in rows_new) and _add_thanks(folder / ANSWERS):
        written[ANSWERS] = 1
    held = csv_rows(made.before)
    everything = sorted((*held, *rows_new), key=lambda row: (row["page"], row["section"], row["id"]))
    write_whole(path, csv_text(COMMENT_COLUMNS, everything))
    return written | {COMMENTS: len(rows_new)}


def _words_row(one: GivenComment) -> Row:
    return {
        "id": one.key, "voice": str(one.voice), "page": one.page, "section": one.section, "face": str(one.face or ""),
        "text": one.text, "look_at": "; ".join(personal_details(one.text)), "answer": "",
    }  # fmt: skip


def _row(one: GivenComment, today: date) -> Row:
    return {
        "id": one.key, "received": today.isoformat(), "voice": str(one.voice), "page": one.page,
        "section": one.section, "face": str(one.face or ""), "draft": one.draft, "words": YES if one.text else NO,
        "answer": THANKS if _asks_nothing(one) else "",
    }  # fmt: skip


def _asks_nothing(one: GivenComment) -> bool:
    """Whether it is a face that is content, without a word."""
    return one.face is Face.GOOD and not one.text


def _add_thanks(path: Path) -> bool:
    """Whether the answer to faces that ask for nothing had to be added."""
    rows = csv_rows(path.read_bytes()) if path.exists() else []
    if any(row["id"] == THANKS for row in rows):
        return False
    write_whole(path, csv_text(ANSWER_COLUMNS, (*rows, _THANKS_ROW)))
    return True


def csv_rows(data: bytes) -> list[Row]:
    """The rows of one of our own files, which has been found to be whole."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def csv_text(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """Rows as one of our own files: UTF-8, commas, LF."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()
