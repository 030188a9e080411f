"""What is told in words alone: a young person's own words, all words explained, a note for heavy topics."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from markupsafe import Markup

from macros.render.block import SELF
from macros.render.html import tag
from macros.render.lists import dialled

Row = Mapping[str, str]


def quote(words: str, by: str, collected: str, reminder: str = "") -> Markup:
    """Somebody's own words, who said them and who asked; `reminder` is for the author, in a draft only."""
    return tag(
        "figure",
        tag("blockquote", tag("p", f"\u201c{words}\u201d")),
        tag("figcaption", tag("b", by), " ", collected),
        tag("p", reminder, class_="tv-reminder") if reminder else None,
        class_="tv-quote",
        data_block=SELF,
    )


def glossary(rows: Iterable[Row], level: int = 2) -> Markup:
    """Words and what they mean, by their first letter. `level` of the letters' headings."""
    ordered = sorted(rows, key=lambda row: row["word"].lower())
    letters = [(letter, list(found)) for letter, found in groupby(ordered, key=lambda row: row["word"][:1].upper())]
    jumps = (tag("a", letter, href=f"#words-{letter.lower()}") for letter, _ in letters)
    parts = (
        tag("section", tag(f"h{level}", letter, id=f"words-{letter.lower()}"), tag("dl", *map(_meaning, found)))
        for letter, found in letters
    )
    jump = tag("nav", *jumps, class_="tv-letters", aria_label="Words by letter") if len(letters) > 1 else None
    return tag("div", jump, *parts, class_="tv-glossary", data_block=SELF)


def words_of_page(rows: Iterable[Row]) -> Markup:
    """The words explained on a page once more at its end: for print, and for who wants them together."""
    summary = tag("summary", tag("h2", "Words on this page"))
    return tag("details", summary, tag("dl", *map(_meaning, rows)), class_="tv-page-words", data_search_exclude=True)


def _meaning(row: Row) -> Markup:
    return tag("div", tag("dt", row["word"], class_="tv-adult-word"), tag("dd", row["meaning"]))


def trusted_adult(title: str, text: str, line: Row | None) -> Markup:
    """A quiet note; `line` is a row of help.csv with a number to call."""
    call = None
    if line is not None:
        number = tag("a", line["phone"], href=f"tel:{dialled(line['phone'])}")
        call = (Markup(" "), f"Or call {line['name']}: ", number, ".")
    return tag(
        "aside", tag("p", tag("b", title), " ", text, *(call or ())), class_="tv-note-adult tv-heavy", data_block=SELF
    )
