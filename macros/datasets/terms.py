"""The words young people asked us not to use, and what to say instead: `data/catalogue/terms.csv`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.datasets.catalogue import Catalogue

BOTH, YOUNG_PEOPLE = "both", "young-people"
_GAP = "[\\s\u00a0-]+"
# words in quotation marks are somebody's own, the titles of laws are the law's
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|\u2018[^\u2018\u2019]*(?:\u2019\w[^\u2018\u2019]*)*\u2019(?!\w)")
_LAW = re.compile(
    r"(?=[A-Z])(?:[A-Z][\w'\u2019]*[,)]?\s+|(?:and|of|for|the|to|in)\s+|\([A-Z]\w*\)\s*)+"
    r"(?:(?:Order|Rules|Guidance|Code)\s+(?:19|20)\d\d|(?:Act|Regulations|Handbook)(?:\s+(?:19|20)\d\d)?)\b"
)


@dataclass(frozen=True)
class Term:
    """A word not to use. `note` is a remark of the list's owners, `allowed` are phrases in which the word is fine."""

    word: str
    say: str
    note: str
    pattern: re.Pattern[str]
    allowed: re.Pattern[str] | None

    @property
    def remark(self) -> str:
        """The note as a finding says it."""
        return f" ({self.note.rstrip('.')}.)" if self.note else ""

    def may_be_in(self, lower: str) -> bool:
        """Whether a text in small letters is worth looking at; much quicker than looking."""
        return re.split(r"[\s-]", self.word.strip().lower())[0] in lower

    def found_in(self, text: str) -> Iterator[re.Match[str]]:
        """Each place where a text uses the word as its own."""
        masked = _masked(text, self.allowed) if self.pattern.search(text) else ""
        yield from self.pattern.finditer(masked)


def terms_for(catalogue: Catalogue, area: str, edition: str) -> list[Term]:
    """The terms of an edition (`formal`, `young-people`): those for all areas, and those of `area`, which win.

    A row whose `say` is its `not` takes a word off the list: the area's young people are content with it.
    """
    rows: dict[str, Mapping[str, str]] = {}
    for owner in dict.fromkeys(("", area)):
        for row in catalogue.words.get("terms", ()):
            if row["area"] == owner:
                rows[_key(row["not"])] = row
    return [
        _term(row)
        for row in rows.values()
        if _key(row["say"]) != _key(row["not"]) and (edition == YOUNG_PEOPLE or row.get("edition") == BOTH)
    ]


def in_brackets(text: str, found: re.Match[str]) -> bool:
    """Whether a term stands in brackets, as the legal term behind the plain one."""
    return text.rfind("(", 0, found.start()) > text.rfind(")", 0, found.start()) and ")" in text[found.end() :]


def _term(row: Mapping[str, str]) -> Term:
    allowed = [phrase.strip() for phrase in row.get("except", "").split(";") if phrase.strip()]
    return Term(row["not"], row["say"], row["note"], _pattern(row["not"]), _any_of(allowed))


def _pattern(word: str) -> re.Pattern[str]:
    """The word and its plural; a space also stands for a hyphen. Capitals alone (LAC) are read as written."""
    spaced = _GAP.join(re.escape(part).replace(r"\-", "[-\u2010\u2011\u2013]") for part in word.split())
    return re.compile(rf"(?<![\w-]){spaced}(?:s|['\u2019]s)?(?![\w-])", 0 if word.isupper() else re.IGNORECASE)


def _any_of(phrases: list[str]) -> re.Pattern[str] | None:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})s?\b", re.IGNORECASE) if phrases else None


def _masked(text: str, allowed: re.Pattern[str] | None) -> str:
    """The text with what the list does not reach blanked out, letter for letter."""
    for pattern in (_QUOTED, _LAW, allowed):
        if pattern:
            text = pattern.sub(lambda found: "_" * len(found[0]), text)
    return text


def _key(word: str) -> str:
    return word.strip() if word.isupper() else word.strip().lower()
