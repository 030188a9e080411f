"""`comments import`, `answer` and `summary`: what young people said comes in, is answered and summed up."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from macros.errors import BadRequest, unknown

if TYPE_CHECKING:
    from macros.datasets.comments_import import CommentsImport
    from macros.datasets.given_comments import Said

IMPORT, ANSWER, SUMMARY = "import", "answer", "summary"
SHOWN = 40  # places that are printed of each kind
_IN_GIT = "Their own words must never come into the repository."


def comments(root: Path, what: str, name: str, files: Sequence[str]) -> int:
    """Do what is asked; 1 when nothing was written because something is wrong."""
    if what == IMPORT:
        return import_comments(root, name, files)
    if what == ANSWER:
        return answer(root, name)
    if what == SUMMARY:
        return summary(root, name)
    raise unknown("word", what, (IMPORT, ANSWER, SUMMARY), "`comments`")


def import_comments(root: Path, name: str, files: Sequence[str]) -> int:
    """Take the comments of all files, or of none."""
    from macros.datasets.comments import WORDS, comments_folder
    from macros.datasets.comments_import import prepare_import, write_import
    from macros.datasets.store import open_store

    store = open_store(root)
    report = store.report(name)
    if not files:
        raise BadRequest("No file is named.", f"Write: python -m macros comments import {name} <the files>")
    sources = list(dict.fromkeys(Path(file).resolve() for file in files))
    for source in sources:
        _refuse_inside(root, source)
    refuse_in_git(root, f"{comments_folder(report.id)}/{WORDS}")
    made = prepare_import(store, report, sources)
    _list("Read with care", made.remarks)
    if made.problems:
        _list("Not understood", made.problems)
        print(
            "\nNothing was written, of any file. Mend these places, or leave the file out, and give all others again."
        )
        return 1
    with _told_of_the_disk():
        written = write_import(made, datetime.now(tz=UTC).date())
    _tell(made, written)
    return 0


def _tell(made: CommentsImport, written: dict[str, int]) -> None:
    from macros.datasets.comments import ANSWERS, WORDS

    told = [
        f"{_count(len(made.new), 'new comment')}",
        f"{made.same} held already" if made.same else "",
        f"the words of {len(made.restored)} put back" if made.restored else "",
    ]
    print(f"\n{'; '.join(one for one in told if one)}.")
    for name, number in written.items():
        print(f"Written: {made.folder}/{name}, {_count(number, 'row')}.")
    if WORDS in written:
        print(f"{WORDS} holds what they wrote. It stays on this computer: git leaves it out, and no page shows it.")
    if ANSWERS in written:
        print(f"Faces that ask for nothing have the answer “thanks” in {ANSWERS}.")
    print("Now answer: docs/guide/comments.md says how. What is left: python -m macros check")


def answer(root: Path, name: str) -> int:
    """Carry the answers that somebody wrote beside the comments into the public file."""
    from macros.datasets.comment_answers import carry_answers
    from macros.datasets.store import open_store

    store = open_store(root)
    with _told_of_the_disk():
        carried = carry_answers(store, store.report(name))
    print(f"{_count(carried.new, 'new answer')}.")
    _list("Answered otherwise now", [(one, f"{before} → {after}") for one, before, after in carried.changed])
    print(f"{_count(carried.open, 'comment')} without an answer. What is left: python -m macros check")
    return 0


def summary(root: Path, name: str) -> int:
    """Print what came in, as text for the pull request."""
    from macros.datasets.comments import comments_of
    from macros.datasets.page_source import DOCS, pages_of
    from macros.datasets.sections import page_key, sections
    from macros.datasets.store import open_store
    from macros.render.comment_summary import summary as summed_up

    store = open_store(root)
    report = store.report(name)
    said = comments_of(store, report.id)
    if said.findings:
        _list("Not understood", [(one.place, one.message) for one in said.findings])
        return 1
    pages = pages_of(root, f"{DOCS}/reports/{report.id}/")
    drafts = {(page_key(page.path), part.id): part.draft for page in pages for part in sections(page)}
    area = store.catalogue.area(report.council)
    print(summed_up(report, said, drafts, set(f"{area.name} {area.short_name} {report.council_group}".split())))
    return 0


@contextmanager
def _told_of_the_disk() -> Iterator[None]:
    """A full or locked disk is a sentence: each file was written whole or stayed as it was."""
    try:
        yield
    except OSError as error:
        raise BadRequest(
            f"The files could not be written: {error.strerror or 'the disk refused'}.",
            "Nothing that was there is lost. Make room, or close the file in Excel, and run the same again.",
        ) from None


def _refuse_inside(root: Path, source: Path) -> None:
    if source.is_relative_to(root.resolve()):
        raise BadRequest(
            f"'{source.name}' lies inside the project's folder, where what children wrote could be published.",
            "Move it to a folder outside, and run this again.",
        )


def refuse_in_git(root: Path, words: str) -> None:
    """Raises BadRequest where git holds the file of words already, or would take it."""
    if not (root / ".git").exists() or not shutil.which("git"):
        return
    if _git(root, "ls-files", "--error-unmatch", "--", words):
        raise BadRequest(f"git holds {words} already. {_IN_GIT}", f"Take it out with: git rm --cached {words}")
    if not _git(root, "check-ignore", "--quiet", "--", words):
        raise BadRequest(
            f"git would take {words}. {_IN_GIT}", "Add this line to .gitignore: /data/reports/*/comments/words.csv"
        )


def _git(root: Path, *words: str) -> bool:
    return subprocess.run(["git", *words], check=False, cwd=root, capture_output=True).returncode == 0


def _list(title: str, remarks: Sequence[Said | tuple[str, str]]) -> None:
    if not remarks:
        return
    print(f"\n{title} ({len(remarks)}):")
    for place, text in remarks[:SHOWN]:
        print(f"  {place}: {text}")
    if len(remarks) > SHOWN:
        print(f"  … and {len(remarks) - SHOWN} more like these.")


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
