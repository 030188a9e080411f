"""The sections of a report's pages, from their sources: what a comment can be about, and whether it has changed since.

Ids are those that Python-Markdown's toc extension gives its headings; a test holds every page of this project
against its built one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from macros.datasets.page_source import DOCS, PageSource

WHOLE = ""  # the id of a page as a whole
_HEADING = re.compile(r"(#{1,6})[ \t]*(.+?)[ \t]*#*[ \t]*")
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ ]*([^}]*)\}$")
_OWN_ID = re.compile(r"#([\w:.-]+)")
_MACRO = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"[*`]|<[^>]*>")
_COUNTED = re.compile(r"^(.+)_([0-9]+)$")


@dataclass(frozen=True)
class Section:
    """A section of a page: the `id` and `title` of its heading, and `draft`, a short name for its words as they are."""

    id: str
    title: str
    draft: str


def page_key(path: str) -> str:
    """A page of a report below its folder: `docs/reports/x/young-people/index.md` is `young-people/index`."""
    return path.removeprefix(f"{DOCS}/reports/").split("/", 1)[-1].removesuffix(".md")


def page_title(page: PageSource) -> str:
    """What a page is called: its front matter's title, else its first heading."""
    first = next((title for level, title, _, _ in _headings(page.body) if level == 1), "")
    return str(page.meta.get("title") or first or page_key(page.path))


def sections(page: PageSource) -> tuple[Section, ...]:
    """The page as a whole, then each part below a heading of the second level, in their order."""
    lines = page.body.splitlines()
    found = [Section(WHOLE, page_title(page), _draft(lines))]
    starts = [(title, name, line) for level, title, name, line in _headings(page.body) if level == 2]
    ends = [*(line for _, _, line in starts[1:]), len(lines)][: len(starts)]
    found += [
        Section(name, title, _draft(lines[line:end])) for (title, name, line), end in zip(starts, ends, strict=True)
    ]
    return tuple(found)


def _draft(lines: list[str]) -> str:
    """A short name for some words: another one as soon as a word of them is another."""
    return sha256(" ".join(" ".join(lines).split()).encode()).hexdigest()[:8]


def _headings(body: str) -> Iterator[tuple[int, str, str, int]]:
    """(level, title, id, line from 0) of each heading outside of code."""
    used: set[str] = set()
    fence = ""
    for number, line in enumerate(body.splitlines()):
        mark = line.lstrip()[:3]
        if mark in ("```", "~~~"):
            fence = "" if fence == mark else fence or mark
        elif not fence and (found := _HEADING.fullmatch(line)):
            title, name = _named(found[2])
            yield len(found[1]), title, _unique(name, used), number


def _named(text: str) -> tuple[str, str]:
    """The plain title of a heading and the id it asks for, which may be taken already."""
    own = ""
    if (found := _ATTRIBUTES.search(text)) and not text.endswith("}}"):
        own = (_OWN_ID.search(found[1]) or ["", ""])[1]
        text = text[: found.start()]
    title = _MARKS.sub("", _LINK.sub(r"\1", _MACRO.sub("", text))).strip()
    return title, own or _slug(title)


def _slug(title: str) -> str:
    """As markdown.extensions.toc.slugify makes it."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def _unique(name: str, used: set[str]) -> str:
    """As markdown.extensions.toc.unique counts what is there already."""
    while name in used or not name:
        counted = _COUNTED.match(name)
        name = f"{counted[1]}_{int(counted[2]) + 1}" if counted else f"{name}_1"
    used.add(name)
    return name
