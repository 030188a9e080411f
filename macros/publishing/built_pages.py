"""Reading the built pages: the figures they show, and the mistakes that stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import html as lxml_html

from macros.model.finding import Finding
from macros.model.problems import KINDS
from macros.model.provenance import Provenance
from macros.publishing import blocks

_INTERESTING = re.compile(r"data-figure=|data-block=|data-macro-error=|Macro (?:Rendering|Syntax) Error")
_PLACE = re.compile(r"(docs/[^:]+\.md)(?::(\d+))?: (.*)", re.DOTALL)


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file: `url` from the site's root (`reports/x/`), its figures in page order, its mistakes."""

    url: str
    figures: tuple[Provenance, ...]
    mistakes: tuple[Finding, ...]


def read_built_pages(root: Path, site: Path) -> Iterator[BuiltPage]:
    """The pages of a built site, in path order. Only pages with something of ours are parsed."""
    for path in sorted(site.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        url = path.relative_to(site).as_posix().removesuffix("index.html")
        if _INTERESTING.search(text):
            yield _page(root, url, text)


def _page(root: Path, url: str, text: str) -> BuiltPage:
    tree = lxml_html.document_fromstring(text)
    figures: list[Provenance] = []
    mistakes: list[Finding] = []
    for element in tree.iter("*"):
        if marker := element.get("data-figure"):
            figures.append(Provenance.parse(marker, str(element.xpath("string()"))))
        elif name := element.get("data-block"):
            block = blocks.get(root, name)
            figures += block.figures if block else ()
        elif mistake := element.get("data-macro-error"):
            mistakes.append(_mistake(mistake))
    if "Macro Rendering Error" in text or "Macro Syntax Error" in text:
        mistakes.append(
            Finding(KINDS["macro"], url, 0, {"why": "The page holds a macro's error text; see it in the page."})
        )
    return BuiltPage(url, tuple(figures), tuple(mistakes))


def _mistake(text: str) -> Finding:
    found = _PLACE.fullmatch(text)
    if found is None:
        return Finding(KINDS["macro"], "", 0, {"why": text})
    return Finding(KINDS["macro"], found[1], int(found[2] or 0), {"why": found[3]})
