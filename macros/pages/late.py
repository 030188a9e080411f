"""What happens to a page after Markdown: tokens become blocks, figures get their anchors, and the list
of what they measure is put at the end of the content.

Where the engine runs hooks it happens to the whole page, so that the search index never parses a
chart; elsewhere (Zensical) the Markdown extension does it itself."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markupsafe import Markup

from macros.datasets.page_source import is_english, way_from_folder
from macros.datasets.store import Store, open_store
from macros.errors import ReportsError
from macros.model.provenance import Provenance
from macros.model.report import Edition
from macros.pages.draft import is_draft
from macros.pages.mistakes import mistake_box
from macros.pages.page_context import way_to_root
from macros.publishing import blocks
from macros.publishing.comment_kit.places import with_places
from macros.publishing.indicator_pages import FOLDER
from macros.render.figures import figures_list
from macros.render.in_its_language import in_its_language
from macros.render.told import words_of_page

_PLACEHOLDER = r'<span data-tv-block="([0-9a-f]+)" data-tv-root="([^"]*)"></span>'
_PARAGRAPH = re.compile(rf"<p>((?:(?!</?p>).)*{_PLACEHOLDER}(?:(?!</?p>).)*)</p>", re.DOTALL)
_ONE = re.compile(_PLACEHOLDER)
_FIGURE = re.compile(r'<a class="tv-figure" href="[^"]*" data-figure="([^"]*)">(.*?)</a>', re.DOTALL)
_SHOWN = re.compile(
    r'data-block="([0-9a-f]+)"|<a class="tv-figure" href="[^"]*" data-figure="([^"]*)">(.*?)</a>', re.DOTALL
)
CHANGED = (
    "A figure's link was changed after the macro made it, for instance by a filter such as `| capitalize`. "
    'Use the macro\'s own forms instead: form="Words", form="Out of 10".'
)
_CAPTION = re.compile(r"<p>Table: ((?:(?!</p>).)*)</p>\s*<table>", re.DOTALL)  # how an author names a table
_HEAD_CELL = re.compile(r"<th(?=>| style=)")  # Markdown's tables have heads in their first row only
LIST = "<span data-tv-list></span>"
YOUNG = '<body class="tv-young'  # how the frame of the young people's edition begins
_WORD_ID = re.compile(r'popovertarget="w-([^"]+)"')
_WORD = re.compile(r'popovertarget="(w-[^"]+)"(.*?)id="\1"', re.DOTALL)
_WORD_AND_STOP = re.compile(
    r'(<button\b(?=[^>]* class="tv-word")[^>]*>[^<]*</button>'
    r'<span\b(?=[^>]* class="tv-means")[^>]*>(?:(?!</span>).)*</span>)'
    r"([.,;:!?)”\u2019]+)"
)


def makeExtension(**options: Any) -> Extension:  # noqa: N802  # the name Python-Markdown looks for
    """Python-Markdown's entry point; `root` is the project's folder."""
    return LateExtension(**options)


class LateExtension(Extension):
    """Registers the finisher after raw HTML has been put back (priority 30 in Python-Markdown)."""

    def __init__(self, **options: Any) -> None:
        self.config = {"root": [".", "the project's folder"], "by_hook": [False, "a hook finishes the page"]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the name Python-Markdown calls
        """Called by Python-Markdown for each converter it makes."""
        root = None if self.getConfig("by_hook") else Path(self.getConfig("root")).resolve()
        md.postprocessors.register(_Finisher(md, root), "two_voices_late", 5)


class _Finisher(Postprocessor):
    def __init__(self, md: Markdown, root: Path | None) -> None:
        super().__init__(md)
        self.root = root

    def run(self, text: str) -> str:
        """The content with a place for its list of figures; finished, where no hook does it."""
        text = _HEAD_CELL.sub('<th scope="col"', _CAPTION.sub(r"<table>\n<caption>\1</caption>", text))
        if is_draft():
            text = with_places(text)
        if has_figures(text):
            text = f"{text}\n{LIST}"
        return text if self.root is None else self._finished(self.root, text)

    def _finished(self, root: Path, html: str) -> str:
        """What a hook does elsewhere. Zensical keeps the page it renders with a preprocessor of the converter."""
        pages = (getattr(one, "page", None) for one in self.md.preprocessors)
        page = next((one for one in pages if one is not None), None)
        if page is None:
            return finish_page(open_store(root), html) if has_figures(html) else html
        if has_figures(html):
            young, way = page.meta.get("edition") == Edition.YOUNG_PEOPLE, way_from_folder(page.path)
            html = finish_page(open_store(root), html, f"docs/{page.path}", root=way, young=young)
        return html if is_english(page.meta) else in_its_language(html)


def has_figures(html: str) -> bool:
    """Whether anything of ours stands in some HTML."""
    return "data-tv-block=" in html or "data-figure=" in html or 'class="tv-word"' in html


def finish_page(store: Store, html: str, path: str = "docs", *, root: str = "", young: bool = False) -> str:
    """A page with its blocks in place of tokens, its figures numbered, and what each of them measures at its end.

    `path` is the page's source, for a mistake that is only found here. Of a page's content alone, which does not say
    it itself, `young` says that it belongs to the young people's edition, and `root` how its links begin.
    """
    return page_and_list(store, html, path, root=root, young=young)[0]


def page_and_list(
    store: Store, html: str, path: str = "docs", *, root: str = "", young: bool = False
) -> tuple[str, str]:
    """The page, as `finish_page` makes it, and what `listed` says of it, which stands at its end."""
    seen: Counter[str] = Counter()
    html = _PARAGRAPH.sub(lambda found: _paragraph(store.root, found[1], seen), html)
    html = _ONE.sub(lambda found: _block(store.root, found, seen), html)
    html = _WORD_AND_STOP.sub(r'<span class="tv-whole">\1\2</span>', _unique_words(html))  # no line begins with a stop
    marks: dict[str, str] = {}
    html = _FIGURE.sub(lambda found: _anchored(marks, found), html)
    try:
        told = listed(store, html, path, root=root, young=young)
    except (ReportsError, ValueError):
        told = mistake_box(path, CHANGED)
    return html.replace(LIST, told, 1), told


def listed(store: Store, html: str, path: str, *, root: str = "", young: bool = False) -> Markup:
    """What stands at the end of a page: the words it explains, and what each of its figures measures.

    `html` with its anchors, as `finish_page` makes it; the rest as there. Raises ReportsError or ValueError where a
    figure's link was changed after the macro made it.
    """
    if path.startswith(f"docs/{FOLDER}/"):
        return Markup()  # the page of an indicator is what the list would say
    marks: dict[str, str] = {}
    for found in _FIGURE.finditer(html):
        _anchored(marks, found)
    way = root or (way_to_root(path.removeprefix("docs/")) if path.endswith(".md") else None)
    words = _words(store, html) if young or YOUNG in html else Markup()
    return words + (_listed(store, html, marks, way) or Markup())


def _paragraph(root: Path, inner: str, seen: Counter[str]) -> str:
    """A block may not stand in a paragraph: the text before and after it become paragraphs of their own."""
    parts: list[str] = []
    last = 0
    for found in _ONE.finditer(inner):
        parts += [_wrapped(inner[last : found.start()]), _block(root, found, seen)]
        last = found.end()
    return "".join((*parts, _wrapped(inner[last:])))


def _wrapped(text: str) -> str:
    return f"<p>{text.strip()}</p>" if text.strip() else ""


def _block(root: Path, found: re.Match[str], seen: Counter[str]) -> str:
    seen[found[1]] += 1
    block = blocks.get(root, found[1])
    if block is None:
        raise RuntimeError(f"The block {found[1]} is not in {blocks.FOLDER}. Build again without the page cache.")
    return block.at(found[2], seen[found[1]])


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


def _words(store: Store, html: str) -> Markup:
    """The words explained on the page, each once, in page order: they are printed at its end."""
    glossary = store.catalogue.words_by_id("glossary")
    names = dict.fromkeys(found[1] for found in _WORD_ID.finditer(html))
    rows = [glossary[name] for name in names if name in glossary]
    return words_of_page(rows) if rows else Markup()


def _anchored(marks: dict[str, str], found: re.Match[str]) -> str:
    """The link of a figure, leading to its entry; the same figure shown twice has one entry."""
    anchor = marks.setdefault(f"{found[1]}~{found[2]}", f"fig-{len(marks) + 1}")
    return f'<a class="tv-figure" href="#{anchor}" data-figure="{found[1]}">{found[2]}</a>'


def _listed(store: Store, html: str, marks: dict[str, str], root: str | None) -> Markup | None:
    """The list of what the page's figures measure, in page order; None for a page without any."""
    entries: dict[str, tuple[str, Provenance]] = {}
    for found in _SHOWN.finditer(html):
        if found[1]:
            block = blocks.get(store.root, found[1])
            for figure in block.figures if block else ():
                entries.setdefault(figure.indicator, ("", figure))
        else:
            mark = Provenance.parse(Markup(found[2]).unescape(), Markup(found[3]).unescape())
            key = f"{found[2]}~{found[3]}"
            entries[key] = (marks[key], mark)
    if not entries:
        return None
    edition = Edition(next(iter(entries.values()))[1].edition)
    return figures_list(store, entries.values(), edition, root)
