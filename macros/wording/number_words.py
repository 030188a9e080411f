"""Numbers in words: `sixty-seven`, `a dozen`, `two hundred`."""

from __future__ import annotations

import re
from decimal import Decimal

_UNITS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
UNITS = {word: number for number, word in enumerate(_UNITS, 1)}
TENS = {word: 10 * number for number, word in enumerate(_TENS, 2)}
LARGE = {"hundred": 100, "thousand": 1000, "dozen": 12}


def value_of(text: str) -> Decimal | None:
    """The number a text stands for, where it is one number: `1,202`, `sixty-seven`, `67 per cent`; else None."""
    plain = re.sub(r"[£$,]|\s?(?:%|per ?cent)", "", text.lower()).strip()
    if re.fullmatch(r"\d+(?:\.\d+)?", plain):
        return Decimal(plain)
    words = re.findall(r"[a-z]+", plain)
    total = 0
    for word in words:
        if word in LARGE:
            total = max(total, 1) * LARGE[word]
        elif word in UNITS or word in TENS:
            total += UNITS.get(word, 0) or TENS[word]
        elif total and word != "and":
            break
    begins = bool(words) and (words[0] in UNITS or words[0] in TENS)
    return Decimal(total) if total and begins else None
