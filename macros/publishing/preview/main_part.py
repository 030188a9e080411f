"""The main part of a built page, read without changing a letter of it: its paragraphs and its blocks, each with the
place where it stands.

Places are offsets into the page's text, so that marks can be put in and all else stays as it was, ids included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_START = re.compile(r'<article class="md-content__inner[^>]*>|<main\b[^>]*>', re.IGNORECASE)
_BEFORE_MAIN = re.compile(r'<article class="md-content__inner')
_SVG = re.compile(r"<svg\b.*?</svg\s*>", re.DOTALL | re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_LEAVES = frozenset({"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "blockquote", "summary"})
_BLOCKS = _LEAVES | {"ul", "ol", "dl", "div", "section", "figure", "details", "table", "pre", "aside", "nav", "form"}
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)  # fmt: skip
_SOURCES = frozenset({"tv-source", "tv-download"})  # in a block: the release it is of, which changes by itself
# what is not the author's: written by machine for every page, or told elsewhere (figures have a list of their own)
_LEFT_OUT = frozenset({"script", "style", "nav", "header", "footer", "table", "svg", "template", "form", "aside"})
_LEFT_OUT_CLASSES = frozenset({
    "headerlink", "tv-figures", "tv-page-words", "tv-means", "tv-line", "tv-status", "tv-download", "tv-pager",
    "tv-next", "tv-who-short", "tv-level", "tv-languages", "tv-paper", "tv-ready-list", "tv-top",
    "tv-say", "tv-say-end",
})  # fmt: skip
_DEEPEST = 250  # elements inside each other; no page of ours has a tenth, and each costs a look at all around it


@dataclass(frozen=True)
class Paragraph:
    """Words that stand together: `html`, from `start` to `end`, is what lies inside the element, without its tags.

    `whole` says that this is all of the element, which begins at `outer`; a list item with a list inside is not.
    """

    tag: str
    text: str
    html: str
    start: int
    end: int
    outer: int
    whole: bool


@dataclass(frozen=True)
class ShownBlock:
    """A chart, table or picture: `html` with its own element, which begins at `start`."""

    kind: str
    caption: str
    told: str
    html: str
    start: int
    download: str


@dataclass(frozen=True)
class MainPart:
    """What a page says, in page order."""

    paragraphs: tuple[Paragraph, ...]
    blocks: tuple[ShownBlock, ...]


def read_main_part(html: str) -> MainPart | None:
    """The main part of a built page; None for a page that has none, or a mad one, as a site of another kind may be."""
    found = _START.search(html)
    if found is None:
        return None
    if article := _BEFORE_MAIN.search(html):
        found = _START.search(html, article.start()) or found
    end = html.find("</article>" if found[0].startswith("<article") else "</main>", found.end())
    try:
        reader = _Reader(html, found.start(), len(html) if end < 0 else end)
    except _TooDeep:
        return None
    return MainPart(tuple(reader.paragraphs), tuple(reader.blocks))


@dataclass
class _Open:
    """An element that has begun. `since` is where its words not yet told begin."""

    tag: str
    outer: int
    inner: int
    since: int
    left_out: bool
    is_block: bool
    broken: bool = False
    words: list[str] = field(default_factory=list)
    caption: list[str] = field(default_factory=list)
    kind: str = ""
    is_source: bool = False
    is_second: bool = False  # the second line of a caption


class _TooDeep(Exception):
    """Elements inside elements without end."""


class _Reader(HTMLParser):
    """Goes through the page once. Drawings are blanked first, letter by letter, so that places stay the same."""

    def __init__(self, html: str, start: int, end: int) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[Paragraph] = []
        self.blocks: list[ShownBlock] = []
        self._html, self._offset = html, start
        self._open: list[_Open] = []
        part = _SVG.sub(lambda found: " " * len(found[0]), html[start:end])
        self._lines = list(_line_starts(part))
        self.feed(part)
        self.close()
        while self._open:
            self._end(len(part), len(part))

    # ------------------------------------------------------------- HTMLParser's own names

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        at = self._at()
        after = at + len(self.get_starttag_text() or "")
        inside = bool(self._open) and self._open[-1].left_out
        given = {name: value or "" for name, value in attrs}
        classes = frozenset(given.get("class", "").split())
        is_block = "data-block" in given
        left_out = tag in _LEFT_OUT or bool(classes & _LEFT_OUT_CLASSES) or is_block or "popover" in given
        if tag in _BLOCKS or is_block:
            if not inside:
                self._flush(at)
            if block := next((one for one in self._open if one.is_block), None):
                block.words.append(" ")
        if tag in _VOID:
            if tag == "br":
                self.handle_data(" ")
            return
        if len(self._open) > _DEEPEST:
            raise _TooDeep
        made = _Open(tag, at, after, after, left_out or inside, is_block and not self._in_block())
        made.kind, made.is_source = _kind(classes), bool(classes & _SOURCES)
        made.is_second = "tv-subtitle" in classes
        self._open.append(made)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<br/>`: a void element, or one of a drawing."""
        if tag in _VOID:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """An element ends, and with it those inside that nobody has ended."""
        if not any(one.tag == tag for one in self._open):
            return
        at = self._at()
        after = max(self._html.find(">", self._offset + at) + 1 - self._offset, at)
        while self._open[-1].tag != tag:
            self._end(at, at)
        self._end(at, after)

    def handle_data(self, data: str) -> None:
        """Words: they belong to the innermost leaf, and to the block around it."""
        block = next((one for one in self._open if one.is_block), None)
        if block is not None:
            if not any(one.is_source for one in self._open):
                block.words.append(data)
            if self._in_caption():
                block.caption.append(data)
            return
        if self._open and self._open[-1].left_out:
            return
        leaf = self._leaf()
        if leaf is not None:
            leaf.words.append(data)

    # ------------------------------------------------------------- ours

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _in_caption(self) -> bool:
        """Whether the words are the block's name: its finding, or the first caption without its second line."""
        around = {one.tag for one in self._open}
        name = "figcaption" if "figcaption" in around else "caption" if "caption" in around else ""
        if name == "caption" and any(one.kind == "chart" for one in self._open):
            return False  # of the table that tells the chart's numbers once more
        return bool(name) and not any(one.is_second for one in self._open)

    def _in_block(self) -> bool:
        return any(one.is_block for one in self._open)

    def _leaf(self) -> _Open | None:
        return next((one for one in reversed(self._open) if one.tag in _LEAVES and not one.left_out), None)

    def _flush(self, at: int, whole: bool = False) -> None:
        """Tell the words of the innermost leaf so far; another block begins inside it, or it ends."""
        leaf = self._leaf()
        if leaf is None:
            return
        text = _tidy(leaf.words)
        if text:
            start, end = self._offset + leaf.since, self._offset + at
            is_all = whole and not leaf.broken
            html = self._html[start:end]
            self.paragraphs.append(Paragraph(leaf.tag, text, html, start, end, self._offset + leaf.outer, is_all))
        leaf.words.clear()
        leaf.broken = leaf.broken or not whole

    def _end(self, at: int, after: int) -> None:
        one = self._open[-1]
        if one.tag in _LEAVES and not one.left_out:
            self._flush(at, whole=True)
        self._open.pop()
        if one.is_block:
            self._tell(one, after)
        inside = bool(self._open) and self._open[-1].left_out
        if (one.tag in _BLOCKS or one.is_block) and not inside and (leaf := self._leaf()):
            leaf.since = after

    def _tell(self, one: _Open, after: int) -> None:
        start = self._offset + one.outer
        html = self._html[start : self._offset + after]
        found = re.search(r'href="[^"]*?(data/[^"]+\.csv)"', html)
        told = _tidy(one.words)
        self.blocks.append(ShownBlock(one.kind, _tidy(one.caption), told, html, start, found[1] if found else ""))


def _kind(classes: frozenset[str]) -> str:
    return next((name for name in ("chart", "table", "picture") if f"tv-{name}" in classes), "part")


def _tidy(words: list[str]) -> str:
    return _SPACE.sub(" ", "".join(words)).strip()


def _line_starts(text: str) -> Iterator[int]:
    yield 0
    for found in re.finditer("\n", text):
        yield found.end()
