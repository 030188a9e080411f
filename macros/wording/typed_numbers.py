"""Numbers typed into prose, as digits or in words: what a page should ask for instead. Pure text in, places out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from macros.wording.no_figures import blanked
from macros.wording.number_words import LARGE, TENS, UNITS, value_of

_SMALL = "two|three|four|five|six|seven|eight|nine|ten"
_MORE = "|".join(word for word, number in UNITS.items() if number > 10)
_WORD = "|".join((*UNITS, *TENS, *LARGE))
_PARTS = "halves|thirds?|quarters|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?"
_NO_PART = "stage|party|time|way|report|page|person|kind|reason|group|step|meeting|review"  # a third meeting
_NEAR = "nearly|about|almost|over|under|than|around|roughly"
# what a small number in words counts when it is a figure; "two jobs" and "three ways" are prose
_COUNTED = (
    "child|children|people|person|boys?|girls?|bab(?:y|ies)|young|IROs?|officers?|workers?|managers?|staff|posts?|"
    "colleagues?|reviewers?|reviews?|meetings?|conferences?|plans?|issues?|problems?|disputes?|concerns?|referrals?|"
    "forms?|homes?|placements?|moves?|councils?|authorit(?:y|ies)|cases?|weeks?|days?|families|parents?|carers?|"
    "brothers?|sisters?|audits?|complaints?|visits?|assessments?|adoptions?|respond(?:ed|ents?)|notifications?|"
    "starters?|leavers?"
)
_OF = r"of\s+(?:the|these|those|them|you|us)\b"
_THINGS = rf"(?:[a-z-]+\s+){{0,2}}?(?:{_COUNTED})\b"  # three late reviews
_KINDS = (
    rf"\b(?:{_WORD}|\d+)\s+(?:\w+\s+)?(?:in|out\s+of)(?:\s+every)?\s+(?:{_WORD})\b",  # nine out of ten
    rf"\b(?:an?|one|{_SMALL})[\s-](?:{_PARTS})\b(?!\s+(?:{_NO_PART})\b)",  # two thirds
    rf"\b(?:an?|one)\s+quarter\s+of\b|\b(?:{_NEAR})\s+an?\s+quarter\b",
    r"\b(?:one[\s-])?half\b(?!\s+an?\s+(?:hour|day|year))|\bhalved\b",
    r"\b(?:twice(?=\s+(?:as|the|what|that|more))|doubled?|doubling|trebled?|tripled?)\b",
    rf"\b(?:{_SMALL})(?:fold|\s+times)\b",
    r"(?<![\w.,/-])[£$]?\d[\d,]*(?:\.\d+)?(?:\s?%|\s+per\s?cent\b)?(?![\w/])",  # 67%
    rf"\b(?:{'|'.join(TENS)})(?:[\s-](?:one|{_SMALL}))?\b(?:\s+per\s?cent\b)?",  # sixty-seven per cent
    rf"\b(?:an?\s+|one\s+|(?:{_SMALL})\s+)?(?:hundred|thousand|dozen)s?\b|\b(?:{_MORE})\b(?:\s+per\s?cent\b)?",
    rf"\b(?:(?:only|just)\s+one|{_SMALL})\s+(?:{_OF}|per\s?cent\b|{_THINGS})",  # seven of the ten
)
# each begins where a word does: asking that first takes away three fifths of the time
_FOUND = re.compile(rf"(?<!\w)(?:{'|'.join(_KINDS)})", re.IGNORECASE)
_SHARE = re.compile(r"%|per\s?cent", re.IGNORECASE)


@dataclass(frozen=True)
class Typed:
    """One typed number: its text, where it begins in the whole text, and its value where it has a plain one."""

    text: str
    start: int
    value: Decimal | None
    is_share: bool


def typed_numbers(text: str, literals: Iterable[str] = ()) -> list[Typed]:
    """The numbers typed in Markdown `text`, in order; `literals` are texts declared to be no figures."""
    return list(_typed(text, tuple(literals)))


@lru_cache(maxsize=1024)
def _typed(text: str, literals: tuple[str, ...]) -> tuple[Typed, ...]:
    """Kept, for an author changes one page of many."""
    return tuple(
        Typed(" ".join(found[0].split()), found.start(), value_of(found[0]), bool(_SHARE.search(found[0])))
        for found in _FOUND.finditer(blanked(text, literals))
    )
