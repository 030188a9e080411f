"""`alt-text`: each picture says in words what it shows, and the words hold no other number than the picture
(WCAG 1.1.1; ACCESSIBILITY.md section 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from macros.checks.context import Context
from macros.datasets.page_source import PageSource
from macros.model.finding import Finding
from macros.model.problems import KINDS
from macros.wording.no_figures import without_code

_IMAGE = re.compile(r"!\[(?P<alt>[^\]\n]*)\]\((?P<file>[^)\s]*)[^)\n]*\)|<img\b(?P<tag>[^>]*)>", re.IGNORECASE)
_ALT = re.compile(r"""\balt\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_SRC = re.compile(r"""\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_FILE_NAME = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|bmp)$|^(?:img|dsc|image|screenshot)[ _-]?\d*$", re.IGNORECASE)
_KIND = "image|picture|photo|photograph|graphic|chart|graph|icon|logo|drawing"
_NOTHING = re.compile(rf"^(?:an?\s+)?(?:{_KIND})\W*$", re.IGNORECASE)
_MARKS = re.compile(r"\b\d+ (?:bars|points|columns|lines)\b")  # how many are drawn is counted, not shown
_CHART = re.compile(r'<figure class="tv-chart".*?</figure>', re.DOTALL)
_WORDS = re.compile(r"<(title|desc)\b[^>]*>(.*?)</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_ARRAY = re.compile(r'<svg role="img" aria-label="([^"]*)"[^>]*class="tv-array tv-array-(\d+)">(.*?)</svg>', re.DOTALL)


def alt_text(context: Context) -> list[Finding]:
    """Pictures without words or with words that say nothing; charts and arrays whose words differ from them."""
    found = [one for page in context.pages for one in _images(page)]
    for source, _ in context.built:
        html = context.html[source.path]
        found += [*_charts(source, html), *_arrays(source, html)]
    return found


def _images(page: PageSource) -> Iterator[Finding]:
    for found in _IMAGE.finditer(without_code(page.body)):
        line = page.body_line + page.body.count("\n", 0, found.start())
        if found["tag"] is None:
            alt, file = found["alt"], found["file"]
        else:
            alt, file = _attribute(_ALT, found["tag"]), _attribute(_SRC, found["tag"]) or ""
        if alt is None or (not alt.strip() and found["tag"] is None):
            yield Finding(KINDS["alt-missing"], page.path, line, {"near": file})
        elif alt.strip() and (_FILE_NAME.search(alt.strip()) or _NOTHING.match(alt.strip())):
            yield Finding(KINDS["alt-says-nothing"], page.path, line, {"near": file, "cell": alt})


def _attribute(pattern: re.Pattern[str], tag: str) -> str | None:
    found = pattern.search(tag)
    return None if found is None else unescape(found[1] if found[1] is not None else found[2])


def _charts(source: PageSource, html: str) -> Iterator[Finding]:
    """The numbers of a drawing's title and description stand in its marks or its table, too."""
    for chart in _CHART.finditer(html):
        told = " ".join(words[2] for words in _WORDS.finditer(chart[0]))
        shown = unescape(_TAG.sub(" ", _WORDS.sub(" ", chart[0])))
        strange = sorted(set(_NUMBER.findall(_MARKS.sub("", unescape(told)))) - set(_NUMBER.findall(shown)))
        if strange:
            facts: dict[str, object] = {"near": unescape(told)[:80], "number": ", ".join(strange[:3])}
            yield Finding(KINDS["alt-number"], source.path, 0, facts)


def _arrays(source: PageSource, html: str) -> Iterator[Finding]:
    """As many people are filled as the words of the picture say."""
    for array in _ARRAY.finditer(html):
        filled, said = array[3].count('class="tv-on"'), _said(unescape(array[1]), int(array[2]))
        if said is not None and said != filled:
            facts: dict[str, object] = {"near": unescape(array[1]), "number": f"{filled} of {array[2]}"}
            yield Finding(KINDS["alt-number"], source.path, 0, facts)


def _said(words: str, denominator: int) -> int | None:
    """The number of people that a sentence such as `About 7 out of 10 of you …` names; `fewer than 1` is none."""
    found = re.search(rf"(fewer than )?(\d+) out of (?:every )?{denominator}\b", words, re.IGNORECASE)
    return int(found[2]) - bool(found[1]) if found else None
