"""The macro for what young people said about the draft, and what was done about it."""

from __future__ import annotations

from macros.datasets.comments import Comments, comments_of, read_comments
from macros.datasets.page_source import DOCS, pages_of
from macros.datasets.sections import page_key, page_title
from macros.errors import BadRequest
from macros.pages.draft import is_draft
from macros.pages.page_context import PageContext
from macros.render import you_said
from macros.render.block import ROOT, Block
from macros.render.you_said import Pages

ANSWERS, LISTENING = "answers", "listening"
SAMPLE = f"{DOCS}/guide/samples/comments"  # made up for the guide, and nobody's words


def you_said_we_did(page: PageContext, show: str = ANSWERS, report: str = "", *, sample: bool = False) -> Block:
    """What young people said about the draft and what came of it; with `"listening"`, how they were asked.

    `sample` shows the made-up comments of the guide.
    """
    if show not in (ANSWERS, LISTENING):
        raise BadRequest(f"It cannot show '{show}'.", f'Write "{ANSWERS}" (or nothing) or "{LISTENING}".')
    own = page.report(report)
    said = read_comments(page.store.root, SAMPLE) if sample else comments_of(page.store, own.id)
    edition = page.edition
    if show == LISTENING and said.listening:
        return Block(you_said.listening(said, edition))
    if show == ANSWERS and _tells(said):
        return Block(you_said.answers(said, edition, _pages(page, own.id), draft=is_draft()))
    printed = "printed" if own.was_printed else "published"
    what = printed if own.is_published else LISTENING if show == LISTENING else "draft"
    return Block(you_said.nothing_kept(edition, what))


def _tells(said: Comments) -> bool:
    return bool(said.answers or said.comments)


def _pages(page: PageContext, report: str) -> Pages:
    """Title and address of each page of a report, by its place in it."""
    found = {}
    for one in pages_of(page.store.root, f"{DOCS}/reports/{report}/"):
        key = page_key(one.path)
        place = "".join(f"{part}/" for part in key.split("/") if part != "index")
        found[key] = page_title(one), f"{ROOT}/reports/{report}/{place}"
    return found
