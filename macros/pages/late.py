"""The Markdown extension that finishes a page's content, in every engine and under `serve`:
tokens become blocks, figures get their anchors, and the list of figures is put at the end."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markupsafe import Markup

from macros.datasets.store import open_store
from macros.model.provenance import Provenance
from macros.model.report import Edition
from macros.publishing import blocks
from macros.render.figures import figures_list

_PLACEHOLDER = r'<span data-tv-block="([0-9a-f]+)" data-tv-root="([^"]*)"></span>'
_PARAGRAPH = re.compile(rf"<p>((?:(?!</?p>).)*{_PLACEHOLDER}(?:(?!</?p>).)*)</p>", re.DOTALL)
_ONE = re.compile(_PLACEHOLDER)
_FIGURE = re.compile(r'<a class="tv-figure" href="[^"]*" data-figure="([^"]*)">(.*?)</a>', re.DOTALL)
_SHOWN = re.compile(
    r'data-block="([0-9a-f]+)"|<a class="tv-figure" href="[^"]*" data-figure="([^"]*)">(.*?)</a>', re.DOTALL
)
_WORD = re.compile(r'popovertarget="(w-[^"]+)"(.*?)id="\1"', re.DOTALL)


def makeExtension(**options: Any) -> Extension:  # noqa: N802  # the name Python-Markdown looks for
    """Python-Markdown's entry point; `root` is the project's folder."""
    return LateExtension(**options)


class LateExtension(Extension):
    """Registers the finisher after raw HTML has been put back (priority 30 in Python-Markdown)."""

    def __init__(self, **options: Any) -> None:
        self.config = {"root": [".", "the project's folder"]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the name Python-Markdown calls
        """Called by Python-Markdown for each converter it makes."""
        root = Path(self.getConfig("root")).resolve()
        md.postprocessors.register(_Finisher(root), "two_voices_late", 5)


class _Finisher(Postprocessor):
    def __init__(self, root: Path) -> None:
        super().__init__()
        self.root = root

    def run(self, text: str) -> str:
        """The page's HTML with its blocks and its list of figures."""
        return finish_content(self.root, text)


def finish_content(root: Path, html: str) -> str:
    """Put blocks in place of tokens, number the figures, append what each of them measures."""
    html = _PARAGRAPH.sub(lambda found: _paragraph(root, found[1]), html)
    html = _ONE.sub(lambda found: _block(root, found), html)
    html = _unique_words(html)
    marks: dict[str, str] = {}
    html = _FIGURE.sub(lambda found: _anchored(marks, found), html)
    listed = _listed(root, html, marks)
    return html if not listed else f"{html}\n{listed}"


def _paragraph(root: Path, inner: str) -> str:
    """A block may not stand in a paragraph: the text before and after it become paragraphs of their own."""
    parts: list[str] = []
    last = 0
    for found in _ONE.finditer(inner):
        parts += [_wrapped(inner[last : found.start()]), _block(root, found)]
        last = found.end()
    return "".join((*parts, _wrapped(inner[last:])))


def _wrapped(text: str) -> str:
    return f"<p>{text.strip()}</p>" if text.strip() else ""


def _block(root: Path, found: re.Match[str]) -> str:
    block = blocks.get(root, found[1])
    if block is None:
        raise RuntimeError(f"The block {found[1]} is not in {blocks.FOLDER}. Build again without the page cache.")
    return block.at(found[2])


def _unique_words(html: str) -> str:
    """A glossary word used twice on a page needs two ids."""
    seen: dict[str, int] = {}

    def renamed(found: re.Match[str]) -> str:
        name = found[1]
        seen[name] = seen.get(name, 0) + 1
        if seen[name] == 1:
            return found[0]
        other = f"{name}-{seen[name]}"
        return f'popovertarget="{other}"{found[2]}id="{other}"'

    return _WORD.sub(renamed, html)


def _anchored(marks: dict[str, str], found: re.Match[str]) -> str:
    """The link of a figure, leading to its entry; the same figure shown twice has one entry."""
    anchor = marks.setdefault(f"{found[1]}~{found[2]}", f"fig-{len(marks) + 1}")
    return f'<a class="tv-figure" href="#{anchor}" data-figure="{found[1]}">{found[2]}</a>'


def _listed(root: Path, html: str, marks: dict[str, str]) -> Markup | None:
    """The list of what the page's figures measure, in page order; None for a page without any."""
    entries: dict[str, tuple[str, Provenance]] = {}
    for found in _SHOWN.finditer(html):
        if found[1]:
            block = blocks.get(root, found[1])
            for figure in block.figures if block else ():
                entries.setdefault(figure.indicator, ("", figure))
        else:
            mark = Provenance.parse(Markup(found[2]).unescape(), Markup(found[3]).unescape())
            key = f"{found[2]}~{found[3]}"
            entries[key] = (marks[key], mark)
    if not entries:
        return None
    edition = Edition(next(iter(entries.values()))[1].edition)
    return figures_list(open_store(root), entries.values(), edition)
