"""`young-people`: a page for young people says who to talk to, counts in one way, and its frame finds what it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from macros.checks.context import Context
from macros.datasets.page_source import DOCS, PageSource
from macros.errors import nearest
from macros.model.finding import Finding
from macros.model.problems import KINDS
from macros.model.report import Edition, Level

DRAWINGS = f"{DOCS}/assets/pictures"
_CALL = re.compile(r"\{\{-?\s*(\w+)\((.*?)\)\s*-?\}\}", re.DOTALL)
_OF = re.compile(r"\bof\s*=\s*(\d+)")
_FORM = re.compile(r"""\bform\s*=\s*["'][Oo]ut of (\d+)["']""")


def young_people(context: Context) -> list[Finding]:
    """What a page of the young people's edition lacks or mixes."""
    known = {page.path.removeprefix(f"{DOCS}/") for page in context.pages}
    return [
        finding
        for page in context.report_pages
        if page.meta.get("edition") == Edition.YOUNG_PEOPLE
        for finding in (
            *_level(page),
            *_other_level(page, known),
            *_drawing(context, page),
            *_denominators(page),
            *_help(page),
        )
    ]


def _level(page: PageSource) -> Iterator[Finding]:
    level = page.meta.get("level", Level.OLDER.value)
    if level not in list(Level):
        yield Finding(KINDS["unknown-level"], page.path, 1, {"cell": level, "known": ", ".join(Level)})


def _other_level(page: PageSource, known: set[str]) -> Iterator[Finding]:
    other = page.meta.get("other_level")
    if other and str(other) not in known:
        yield Finding(KINDS["missing-other-level"], page.path, 1, {"cell": other, "remedy": _close(str(other), known)})


def _drawing(context: Context, page: PageSource) -> Iterator[Finding]:
    name = page.meta.get("drawing")
    report = context.store.reports.get(str(page.meta.get("report")))
    folders = [DRAWINGS, *([f"{DOCS}/{report.pictures}"] if report and report.pictures else [])]
    held = {file.stem for folder in folders for file in (context.store.root / folder).glob("*.svg")}
    if name and str(name) not in held:
        yield Finding(KINDS["missing-drawing"], page.path, 1, {"cell": name, "remedy": _close(str(name), held)})


def _close(asked: str, known: Iterable[str]) -> str:
    close = nearest(asked, sorted(known))
    return f"The nearest are: {', '.join(close)}." if close else "Look for it below docs/."


def _denominators(page: PageSource) -> Iterator[Finding]:
    """Pictures out of 10 and out of 100 on one page: the reader would have to work out which is more."""
    shown = list(_shown(page))
    first = shown[0][1] if shown else 0
    other = next((line for line, number in shown if number != first), 0)
    if other:
        found = " and ".join(str(number) for number in sorted({number for _, number in shown}))
        yield Finding(KINDS["mixed-denominators"], page.path, other, {"cell": found})


def _shown(page: PageSource) -> Iterator[tuple[int, int]]:
    """(line, denominator) of each picture, and of each figure that asks for one."""
    for call in _CALL.finditer(page.body):
        line = page.body_line + page.body.count("\n", 0, call.start())
        if call[1] == "picture":
            asked = _OF.search(call[2])
            yield line, int(asked[1]) if asked else 10
        elif asked := _FORM.search(call[2]):
            yield line, int(asked[1])


def _help(page: PageSource) -> Iterator[Finding]:
    if not any(call[1] == "who_to_talk_to" for call in _CALL.finditer(page.body)):
        yield Finding(KINDS["no-help-on-page"], page.path, 1)
