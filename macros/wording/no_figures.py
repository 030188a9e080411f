"""What in a text is no figure, though it has a number: code, addresses, dates, laws, references, ages, telephones."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from macros.wording.number_words import LARGE, TENS, UNITS

_WORD = "|".join((*UNITS, *TENS, *LARGE))
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_NUMBER = r"\d+[a-z]?(?:\.\d+)*"  # of a paragraph or a law
_REFERENCE = (
    "paragraphs?|paras?|sections?|ss?|tables?|figure|appendi(?:x|ces)|regulations?|regs?|articles?|chapters?|pages?|parts?|"
    "questions?|stages?|steps?|phases?|tiers?|levels?|schedules?|volumes?|versions?|priorit(?:y|ies)|actions?|aims?|items?|"
    "key stage|rules?|standards?|recommendations?|edition|grade|(?-i:Year|Quarters?)"
)
_OTHER_HALVES = "first|second|other|latter|last|same"
_WHICH_QUARTER = "first|second|third|fourth|last|final|each|every|per|this|that|next|previous"

# what Markdown, the macros and the browser take away; it may run over lines
_MARKUP = (
    r'<div class="tv-prompt"[^>]*>.*?</div>',  # what a new page asks its author: another check's matter
    r"\{% raw %\}.*?\{% endraw %\}|\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\{:[^}\n]*\}",
    r"^(?P<fence>```|~~~).*?^(?P=fence)|<!--.*?-->",
    r"`[^`\n]*`|<(?:style|script)\b.*?</(?:style|script)>|<[a-zA-Z/][^>]*>",
    r"\[\d{1,3}(?:\.\d+)*\]\([^)\n]*\)",  # a reference that is a link
    r"\]\([^)\n]*\)|\]\[[^\]\n]*\]|^\s*\[[^\]\n]+\]:[^\n]*$|https?://\S+|&#?\w+;",
    r"^\s*\d{1,3}[.)]\s|^\#+\s+\d+(?:\.\d+)*\.?\s|\[\^\w+\]:?|\[\d{1,2}\]",
)
_DATES = (
    rf"\b{_DAY}(?:\s+(?:to|and)\s+{_DAY})?\s+(?:{_MONTHS})\b(?:\s+\d{{4}})?",
    rf"\b(?:{_MONTHS})\s+(?:\d{{1,2}},?\s+)?\d{{4}}\b|\b(?:{_MONTHS})\s+\d{{1,2}}\b",
    r"\b(?:19|20)\d\d(?:\s?[/\u2013-]\s?(?:\d\d){1,2})?(?:\s+Q[1-4])?\b(?!\s*%|,\d)",
    r"\b\d{1,2}[.:]\d\d\s?(?:am|pm)?\s*(?:to|-|\u2013)\s*\d{1,2}(?:[.:]\d\d)?\b|\b\d{1,2}(?:[.:]\d\d)?\s?[ap]m\b|\b24/7\b",
    r"\b(?:once|twice)\s+(?:a|each|every|per|in\s+a)\s+(?:day|week|month|quarter|year)\b",
    rf"\b(?:{_WHICH_QUARTER})\s+(?:two\s+)?quarters?\b",
    rf"\b(?:{_OTHER_HALVES})\s+half\b|\bhalf[- ](?:term|time|yearly|year|way|sisters?|brothers?)\b",
)
_REFERENCES = (
    rf"\b(?:{_REFERENCE})\b\.?\s*\(?{_NUMBER}(?:\(\w\))*(?:\s*(?:,|and|or|to|-|\u2013)\s*{_NUMBER})*",
    rf"\b(?:stages?|steps?|priority|parts?)\s+(?:{_WORD})\b(?:\s*(?:and|to|or)\s*(?:{_WORD})\b)?",
    r"\b[A-Za-z]+\d+[A-Za-z]?\b|\bs\.\s?\d+\b|\bSI\s\d{4}/\d+\b",
)
_TELEPHONES = (r"\b0\d{2,4}[ \u00a0]\d{3,4}(?:[ \u00a0]?\d{3,4})?\b|\b(?:999|111|101|116[ ]?\d{3})\b",)
_YEARS = rf"(?:\d{{1,2}}|(?:{_WORD})\b)"
_OLD = rf"{_YEARS}(?:\s*(?:to|-|\u2013|and|or)\s*{_YEARS})?"
_AGES = (
    rf"\b(?:aged?(?:\s+of)?|age\s+from|turn(?:s|ed|ing)?|(?:until|when)\s+they\s+are)\s+{_OLD}(?:\s+(?:and|or)\s+over)?",
    r"\b(?:children|people|person|those|anyone|babies)\s+(?:aged\s+)?(?:over|under|of)\s+\d{1,2}\b",
    rf"\b{_OLD}[- ]?years?[- ]olds?\b|\b\d{{1,2}}\s+(?:and|or)\s+over\b|\bunder[- ]\d{{1,2}}s\b",
)
_PATTERNS = (
    *(re.compile(pattern, re.DOTALL | re.MULTILINE) for pattern in _MARKUP),
    # each of these begins where a word does: asking that first spares many tries inside words
    *(re.compile(rf"(?<!\w)(?:{pattern})", re.IGNORECASE) for pattern in (*_DATES, *_REFERENCES, *_TELEPHONES, *_AGES)),
)
_SIGN = re.compile(r"[^\n]")


def blanked(text: str, literals: Iterable[str] = ()) -> str:
    """The text with all that is no figure blanked out, every other sign at its place.

    `literals` are texts an author has declared to be none.
    """
    for pattern in (*_declared(tuple(literals)), *_PATTERNS):
        text = pattern.sub(lambda found: _SIGN.sub("\x00", found[0]), text)
    return text


_CODE = re.compile(r"^(?P<fence>```|~~~).*?^(?P=fence)|`[^`\n]*`|<!--.*?-->", re.DOTALL | re.MULTILINE)


def without_code(text: str) -> str:
    """The text with code and comments blanked out, every other sign at its place."""
    return _CODE.sub(lambda found: _SIGN.sub("\x00", found[0]), text)


@lru_cache(maxsize=256)
def _declared(literals: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    patterns = (r"\s+".join(re.escape(word) for word in literal.split()) for literal in literals if literal.strip())
    return tuple(re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE) for pattern in patterns)
