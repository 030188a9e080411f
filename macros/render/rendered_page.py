"""The words of a built page as a reader meets them: whole sentences, without tables and source lists.

Beside the prose stand its labels (captions, alternative texts, what charts and tables say) and what is quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from typing import Any

from lxml import html as lxml_html

from macros.wording.text_stats import sentences

_ENDS = ("li", "p", "h1", "h2", "h3", "h4", "dt", "dd", "summary")
_LABELS = ("caption", "figcaption", "th", "td")
_LABEL_ATTRIBUTES = ("alt", "aria-label", "aria-description")
_DROPPED = frozenset({"script", "style", "nav", "header", "footer"})
# data of the catalogue, which is checked there; what stands in place of a macro that failed, which is told by itself
_DROPPED_CLASSES = frozenset({"tv-figures", "tv-who", "headerlink", "tv-error"})
_NOT_PROSE = frozenset({"table", "figcaption", "details", "pre", "code"})
_NOT_PROSE_CLASSES = frozenset({"tv-source", "tv-download", "tv-line", "footnote"})
# dt, dfn: a word that is being explained is the word that others use
_QUOTES = frozenset({"blockquote", "q", "cite", "dt", "dfn"})
_QUOTE_CLASSES = frozenset({"tv-quote", "tv-voices", "tv-issues", "tv-printed", "tv-adult-word"})
_SPACE = re.compile(r"[ \t\r\n]+")
_SVG = re.compile(r"<svg\b(.*?)>(.*?)</svg>", re.DOTALL | re.IGNORECASE)
_SVG_TEXT = re.compile(r"<(?:title|desc|text)\b[^>]*>(.*?)</(?:title|desc|text)>", re.DOTALL | re.IGNORECASE)
_SVG_LABEL = re.compile(r'\baria-label="([^"]*)"')
# the list of figures, which no section stands in; it is half of a formal page
_FIGURES = re.compile(r'<section class="tv-figures".*?</section>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class RenderedPage:
    """`prose`: a line for each paragraph, heading or list item, each ended with a stop. `quoted`: the lines of
    them that are somebody else's words. `labels`: what stands in tables, captions, charts and alternative texts."""

    prose: tuple[str, ...]
    labels: tuple[str, ...]
    quoted: frozenset[str]

    @cached_property
    def own_sentences(self) -> tuple[str, ...]:
        """The sentences of the prose that are not somebody else's words."""
        return tuple(one for line in self.prose if line not in self.quoted for one in sentences(line))

    @property
    def text(self) -> str:
        """The prose as one text."""
        return "\n".join(self.prose)


def read_rendered_page(page: str) -> RenderedPage:
    """The words of a page's main part (of all of it, where it has none)."""
    drawn: list[str] = []
    part = page[page.find("<main") :] if "<main" in page else page
    part = _FIGURES.sub("", part.partition("</main>")[0])
    main = lxml_html.document_fromstring(_SVG.sub(lambda found: _drawn(found, drawn), part) or "<p></p>")
    classed = _with_classes(main)
    _drop((*main.iter(*_DROPPED), *main.iterfind(".//*[@popover]"), *_having(classed, _DROPPED_CLASSES)))
    labels = [*drawn, *_labels(main)]
    _drop((*main.iter(*_NOT_PROSE), *_having(classed, _NOT_PROSE_CLASSES)))
    prose, quoted = [], set()
    for element in main.iter(*_ENDS):
        if not _holds_another(element) and (line := _line(str(element.text_content()))):
            prose.append(line)
            if _is_quoted(element):
                quoted.add(line)
    return RenderedPage(tuple(prose), tuple(dict.fromkeys(label for label in labels if label)), frozenset(quoted))


def _drawn(found: re.Match[str], into: list[str]) -> str:
    """Take a drawing out of the page and keep what it says; a large one would cost most of the reading."""
    into += [unescape(label[1]) for label in _SVG_LABEL.finditer(found[1])]
    into += [_tidy(unescape(_TAG.sub(" ", text[1]))) for text in _SVG_TEXT.finditer(found[2])]
    return ""


def _labels(main: Any) -> Iterator[str]:
    for name in _LABEL_ATTRIBUTES:
        yield from (one.get(name) for one in main.iterfind(f".//*[@{name}]") if not _is_quoted(one))
    for element in main.iter(*_LABELS):
        if (text := _tidy(str(element.text_content()))) and not _is_quoted(element):
            yield text


def _with_classes(main: Any) -> list[tuple[Any, frozenset[str]]]:
    return [(one, frozenset(one.get("class").split())) for one in main.iterfind(".//*[@class]")]


def _having(classed: Iterable[tuple[Any, frozenset[str]]], classes: frozenset[str]) -> list[Any]:
    return [element for element, own in classed if not classes.isdisjoint(own)]


def _drop(elements: Iterable[Any]) -> None:
    """Take elements out; one inside another has gone with it, and is taken out of that."""
    for element in elements:
        if element.getparent() is not None:
            element.drop_tree()


def _is_quoted(element: Any) -> bool:
    return any(
        one.tag in _QUOTES or not _QUOTE_CLASSES.isdisjoint(one.get("class", "").split())
        for one in (element, *element.iterancestors())
    )


def _holds_another(element: Any) -> bool:
    return any(child.tag in _ENDS for child in element.iterdescendants())


def _tidy(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _line(text: str) -> str:
    line = _tidy(text)
    return line if not line or line[-1] in ".!?:" else f"{line}."
