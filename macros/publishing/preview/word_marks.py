"""The words of a paragraph that changed, marked by lxml's htmldiff between the tags the paragraph has.

htmldiff takes tags apart and writes them anew, and it tells links as if they were words. So each tag of the new
paragraph is put aside under a short name first and put back after. What comes out is looked at: without the marks it
must be the new paragraph. Where it is not, or where there is too much to compare, there are no marks between words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape, unescape

from lxml import etree
from lxml.html.diff import htmldiff

MOST = 1_500  # words of a paragraph, old and new: htmldiff takes the square of their number
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)\b[^>]*?(/?)>")
_MEANING = re.compile(r"<span\b(?=[^>]* popover)[^>]*>(?:(?!</?span\b).)*</span>", re.DOTALL)
_NO_WORDS = frozenset({
    "img", "svg", "input", "select", "textarea", "iframe", "object", "embed", "video", "audio", "script",
    "style", "template", "math", "br", "wbr",
})  # fmt: skip
_ASIDE = re.compile(r"<(/?)tv(\d+)>")
_OLD = re.compile(r"</?tw\d+>")
_KNOWN = re.compile(r"</?(?:ins|del|t[vw]\d+)>")
_DELETED = re.compile(r"<del>.*?</del>", re.DOTALL)
_INSERTED = re.compile(r"</?ins>")
_MARK = re.compile(r"<(/?)(ins|del|tv\d+)>")


@dataclass(frozen=True)
class Voice:
    """What marks say to who cannot see them, in the words of one edition."""

    added: str
    gone: str

    def ins(self, html: str) -> str:
        """HTML as new words."""
        return f"{self._begin('ins', self.added)}{html}</ins>"

    def deleted(self, text: str) -> str:
        """A text as words that are gone."""
        return f"{self._begin('del', self.gone)}{escape(text, quote=False)}</del>"

    def spoken(self, marked: str) -> str:
        """The bare marks of htmldiff as ours."""
        return marked.replace("<ins>", self._begin("ins", self.added)).replace("<del>", self._begin("del", self.gone))

    @staticmethod
    def _begin(name: str, said: str) -> str:
        # real text and not CSS: some screen readers pass over both the elements' roles and what CSS adds
        return f'<{name} class="tv-edit"><span class="tv-edit-word" data-silent>[{said}:] </span>'


def word_marks(old: str, new: str, voice: Voice) -> str | None:
    """`new`, the inside of a paragraph as HTML, with `<ins>` and `<del>` against `old`, what it was; None where that
    fails. Of `old`, which may be anybody's, only words are kept."""
    if len(old.split()) + len(new.split()) > MOST:
        return None
    before, after = _PutAside(old, "tw"), _PutAside(new, "tv")
    if before.text is None or after.text is None:
        return None
    try:
        marked = htmldiff(before.text, after.text)
    except (etree.LxmlError, ValueError, AssertionError, IndexError, RecursionError):
        return None
    marked = _OLD.sub("", re.sub(r"\s+</(ins|del)>", r"</\1> ", marked)).strip()
    if "<" in _KNOWN.sub("", marked) or not _is_nested(marked) or not _is_same(marked, after.text):
        return None
    return after.put_back(voice.spoken(marked))


class _PutAside:
    """A paragraph whose tags have short names, `<tv0>`, `<tv1>`; the meaning of a word goes with its button.

    `text` is None for what cannot be told in words, or is not well made.
    """

    def __init__(self, html: str, prefix: str) -> None:
        self._prefix = prefix
        self._starts: list[str] = []
        self._ends: dict[int, str] = {}
        self._last_ended = -1
        self.text = self._named(html)

    def put_back(self, marked: str) -> str:
        """The marked text with the paragraph's own tags."""
        return _ASIDE.sub(lambda found: self._ends[int(found[2])] if found[1] else self._starts[int(found[2])], marked)

    def _named(self, html: str) -> str | None:
        stack: list[tuple[str, int]] = []
        parts: list[str] = []
        at = 0
        while found := _TAG.search(html, at):
            parts.append(html[at : found.start()])
            meaning = _MEANING.match(html, found.start())
            if meaning and self._last_ended >= 0:
                self._ends[self._last_ended] += meaning[0]
                at = meaning.end()
                continue
            at = found.end()
            name = found[2].lower()
            if name in _NO_WORDS or found[3]:
                return None
            if found[1]:
                if not stack or stack[-1][0] != name:
                    return None
                self._last_ended = stack.pop()[1]
                self._ends[self._last_ended] = found[0]
                parts.append(f"</{self._prefix}{self._last_ended}>")
            else:
                stack.append((name, len(self._starts)))
                parts.append(f"<{self._prefix}{len(self._starts)}>")
                self._starts.append(found[0])
        parts.append(html[at:])
        named = "".join(parts)
        return None if stack or "<" in _KNOWN.sub("", named) else named


def _is_same(marked: str, text: str) -> bool:
    """Whether nothing but marks has been added."""
    return _letters(_INSERTED.sub("", _DELETED.sub("", marked))) == _letters(text)


def _letters(html: str) -> str:
    return re.sub(r"\s+", "", unescape(html))


def _is_nested(marked: str) -> bool:
    """Whether every tag ends where it may, and no tag of the paragraph begins in words that are gone."""
    stack: list[str] = []
    for found in _MARK.finditer(marked):
        if not found[1]:
            if "del" in stack:
                return False
            stack.append(found[2])
        elif not stack or stack.pop() != found[2]:
            return False
    return not stack
