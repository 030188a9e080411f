"""Reading the built pages: the figures they show, and the mistakes that stand in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from markupsafe import Markup

from macros.model.finding import Finding
from macros.model.problems import KINDS
from macros.model.provenance import Provenance
from macros.publishing import blocks

_SHOWN = re.compile(
    r'<a class="tv-figure" href="[^"]*" data-figure="(?P<marker>[^"]*)">(?P<shown>.*?)</a>'
    r'|data-block="(?P<block>[0-9a-f]+)"'
    r'|data-macro-error="(?P<mistake>[^"]*)"',
    re.DOTALL,
)
_PLACE = re.compile(r"(docs/[^:]+\.md)(?::(\d+))?: (.*)", re.DOTALL)


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file: `url` from the site's root (`reports/x/`), its figures in page order, its
    mistakes, and the ids of its blocks."""

    url: str
    figures: tuple[Provenance, ...]
    mistakes: tuple[Finding, ...]
    blocks: tuple[str, ...]


def read_built_page(root: Path, url: str, html: str) -> BuiltPage:
    """What a built page shows. The markup is our own, so it is looked for, not parsed: that is quick."""
    figures: list[Provenance] = []
    mistakes: list[Finding] = []
    names: list[str] = []
    for found in _SHOWN.finditer(html):
        if found["marker"] is not None:
            figures += _figure(found["marker"], found["shown"])
        elif name := found["block"]:
            names.append(name)
            block = blocks.get(root, name)
            figures += block.figures if block else ()
        else:
            mistakes.append(_mistake(unescape(found["mistake"])))
    if "Macro Rendering Error" in html or "Macro Syntax Error" in html:
        why = "The page holds a macro's error text; see it in the page."
        mistakes.append(Finding(KINDS["macro"], url, 0, {"why": why}))
    return BuiltPage(url, tuple(figures), tuple(mistakes), tuple(names))


def _figure(marker: str, shown: str) -> list[Provenance]:
    """The figure of a marker; none for one that was spoiled, which the page says itself."""
    try:
        return [Provenance.parse(unescape(marker), Markup(shown).striptags())]
    except ValueError:
        return []


def _mistake(text: str) -> Finding:
    found = _PLACE.fullmatch(text)
    if found is None:
        return Finding(KINDS["macro"], "", 0, {"why": text})
    return Finding(KINDS["macro"], found[1], int(found[2] or 0), {"why": found[3]})
