"""Comments as they are given to us: the file that the comment kit saves, and the table that somebody types from paper.

Both are hostile until they are understood: each defect is a remark with its place, and nothing is guessed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from macros.datasets.delimited import read_delimited
from macros.errors import CONTROL, BadRequest, excerpt
from macros.model.comment import Face
from macros.model.period import calendar_day
from macros.model.report import Edition

FORMAT = "two-voices-comments 1"  # publishing/comment_kit/comment-kit.js writes it
MOST_BYTES = 20_000_000  # of a file: 10,000 comments of full length
MOST_LETTERS = 5_000  # of one comment; the kit takes 2,000
PAPER = ("sheet", "page", "face", "text")
PAPER_OPTIONAL = ("voice", "section")
WORDS_OF_FACES: Mapping[str, Face] = {
    "good": Face.GOOD, "i like it": Face.GOOD, "good as it is": Face.GOOD,
    "unsure": Face.UNSURE, "i am not sure": Face.UNSURE, "not sure": Face.UNSURE,
    "change": Face.CHANGE, "please change it": Face.CHANGE, "should change": Face.CHANGE,
}  # fmt: skip
_KEY = re.compile(r"[0-9a-f]{16}")
_PLACE = re.compile(r"(?:[A-Za-z0-9_][A-Za-z0-9_:./-]{0,199})?")  # a page or a section as our own pages name them


class Said(NamedTuple):
    """A remark or a problem: where, and what."""

    place: str
    text: str


@dataclass(frozen=True)
class GivenComment:
    """One comment of a file. `page` is empty while only its title is known; `day` is when it was saved, None on paper.

    `key` is its own and stays the same when the file is given again; a letter first, or Excel takes some for numbers.
    """

    key: str
    day: date | None
    voice: Edition | None
    page: str
    title: str
    section: str
    draft: str
    face: Face | None
    text: str
    place: str


@dataclass
class Given:
    """What a file holds: comments, and what is wrong with it (nothing of it may then be taken)."""

    comments: list[GivenComment] = field(default_factory=list)
    problems: list[Said] = field(default_factory=list)


class _Refused(Exception):
    """What is wrong with one comment or with the whole file."""


def read_given(source: Path, report: str) -> Given:
    """The comments of a file on a report. Never raises for bad content."""
    given = Given()
    try:
        data = _bytes(source)
        if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
            _read_kit(source.name, data, report, given)
        else:
            _read_paper(source.name, data, given)
    except _Refused as refused:
        given.problems.append(Said(source.name, str(refused)))
    except BadRequest as error:
        given.problems.append(Said(source.name, str(error)))
    if given.problems:
        given.comments.clear()
    elif not given.comments:
        given.problems.append(Said(source.name, "holds no comment."))
    return given


def _bytes(source: Path) -> bytes:
    """The file's content, looked at only when it is of a size that can be."""
    try:
        if not source.is_file():
            raise _Refused("is not there, or is no file.")
        if (size := source.stat().st_size) > MOST_BYTES:
            raise _Refused(
                f"has {size // 1_000_000} megabytes; a file of comments has at most {MOST_BYTES // 1_000_000}. "
                "Is it another file?"
            )
        data = source.read_bytes()
    except OSError:
        raise _Refused("cannot be read.") from None
    if not data.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n"):  # a mark of the encoding alone is nothing either
        raise _Refused("is empty.")
    if b"\x00" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _Refused("is not a text file. Give the file that the website saved, or a table typed from paper (CSV).")
    return data


# ---------------------------------------------------------------- the kit's file


def _read_kit(name: str, data: bytes, report: str, given: Given) -> None:
    loaded = _loaded(data)
    if not isinstance(loaded, dict) or loaded.get("format") != FORMAT:
        raise _Refused("is not a file that “Save as a file” on a draft has made.")
    if (about := loaded.get("report")) != report:
        raise _Refused(f"is about the report '{excerpt(str(about), 60)}', not about '{report}'.")
    day, rows = calendar_day(str(loaded.get("saved"))), loaded.get("comments")
    if day is None or not isinstance(rows, list):
        raise _Refused("lacks the day it was saved, or its list of comments. Ask for the file again.")
    for number, row in enumerate(rows, 1):
        place = f"{name}, comment {number}"
        try:
            given.comments.append(_kit_comment(row, day, place))
        except _Refused as refused:
            given.problems.append(Said(place, str(refused)))


def _loaded(data: bytes) -> Any:
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise _Refused("is not UTF-8 text. Ask for the file again, and do not open it in another program.") from None
    except RecursionError:
        raise _Refused("is nested too deeply to be a file of comments.") from None
    except ValueError:
        raise _Refused("is cut off or damaged. Ask for the file again.") from None


def _kit_comment(row: object, day: date, place: str) -> GivenComment:
    if not isinstance(row, dict):
        raise _Refused("is no comment.")
    cells = {name: row.get(name, "") for name in ("key", "voice", "page", "section", "draft", "face", "text")}
    if wrong := next((name for name, cell in cells.items() if not isinstance(cell, str)), ""):
        raise _Refused(f"has something else than text in “{wrong}”.")
    if not _KEY.fullmatch(cells["key"]):
        raise _Refused("has no key of its own, so that it could be taken twice. Was the file changed by hand?")
    if cells["voice"] not in list(Edition):
        raise _Refused(f"is about the edition '{excerpt(cells['voice'], 40)}', and there is none.")
    for name in ("page", "section", "draft"):
        if not _PLACE.fullmatch(cells[name]) or (name == "page" and not cells[name]):
            raise _Refused(f"names a {name} that cannot be: '{excerpt(cells[name], 60)}'.")
    face = _face(cells["face"])
    return GivenComment(
        f"c{cells['key']}", day, Edition(cells["voice"]), cells["page"], "", cells["section"], cells["draft"], face,
        _text(cells["text"], face), place,
    )  # fmt: skip


# ---------------------------------------------------------------- typed from paper


def _read_paper(name: str, data: bytes, given: Given) -> None:
    records = read_delimited(name, data)
    _, header = next(records, (1, []))
    columns = [cell.strip().lower() for cell in header]
    missing = [column for column in PAPER if column not in columns]
    if missing or len(set(columns)) != len(columns):
        raise _Refused(
            f"is neither a file of the comment kit nor a table with the columns {', '.join(PAPER)}. "
            f"Its first line is: '{excerpt(', '.join(header), 80)}'."
        )
    for line, cells in _filled(records):
        place = f"{name}, line {line}"
        try:
            row = _by_column(columns, cells)
            if row["face"] or row["text"]:  # a page that nobody ticked
                given.comments.append(_paper_comment(row, place))
        except _Refused as refused:
            given.problems.append(Said(place, str(refused)))


def _filled(records: Iterator[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    return ((line, cells) for line, cells in records if any(cell.strip() for cell in cells))


def _by_column(columns: list[str], cells: list[str]) -> dict[str, str]:
    if len(cells) != len(columns):
        raise _Refused(f"has {len(cells)} cells under {len(columns)} headings.")
    return {name: cell.strip() for name, cell in zip(columns, cells, strict=True)}


def _paper_comment(row: Mapping[str, str], place: str) -> GivenComment:
    if not row["sheet"]:
        raise _Refused("has no sheet. Write a number on each paper sheet, and type it into this column.")
    if not row["page"]:
        raise _Refused("does not say which page it is about. Write its title as on the sheet.")
    voice = row.get("voice", "")
    if voice and voice not in list(Edition):
        raise _Refused(f"has the voice '{excerpt(voice, 40)}'. Write {' or '.join(Edition)}, or nothing.")
    face = _face(row["face"])
    text = _text(row["text"], face)
    written = "|".join((row["sheet"], row["page"].casefold(), row.get("section", ""), face or "", text))
    return GivenComment(
        f"p{sha256(written.encode()).hexdigest()[:15]}", None, Edition(voice) if voice else None, "", row["page"],
        row.get("section", ""), "", face, text, place,
    )  # fmt: skip


# ---------------------------------------------------------------- both


def _face(cell: str) -> Face | None:
    if not cell.strip():
        return None
    if face := WORDS_OF_FACES.get(" ".join(cell.lower().split()).rstrip(".")):
        return face
    raise _Refused(f"has the face '{excerpt(cell, 40)}'. Write good, unsure, change, or nothing.")


def _text(text: str, face: Face | None) -> str:
    """Somebody's words as they are, without what cannot be seen. Raises _Refused when nothing is said, or too much."""
    plain = CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    plain = plain.encode("utf-8", "replace").decode("utf-8")  # half of a pair of letters is no letter
    if len(plain) > MOST_LETTERS:
        raise _Refused(f"has {len(plain)} letters; {MOST_LETTERS} are the most. Is this one comment?")
    if not plain and face is None:
        raise _Refused("says nothing: no face and no words.")
    return plain
