"""Where a long sentence can be made two."""

from __future__ import annotations

import re

# a break in the sense, best first: a semicolon, a word that begins a new statement, "and", any comma
_BREAKS = (
    re.compile(r"[;\u2013\u2014]\s+(?=\w)"),
    re.compile(r",\s+(?=(?:and|but|so|then)\s)|,?\s+(?=(?:but|because|so|while|whereas|although|until|unless)\s)"),
    re.compile(r",?\s+(?=and\s)"),
    re.compile(r",\s+(?=\w)"),
)
_LIST = re.compile(r":[^:]*,[^:]*,")
_SHOWN = 4  # words


def split_here(sentence: str) -> str:
    """The words before which to begin a new sentence, as near the middle as the sense allows; empty when none is."""
    middle = len(sentence) / 2
    for pattern in _BREAKS:
        ends = [found.end() for found in pattern.finditer(sentence)]
        fair = [end for end in ends if 0.2 < end / len(sentence) < 0.85]
        if fair:
            best = min(fair, key=lambda end: abs(end - middle))
            return " ".join(sentence[best:].split()[:_SHOWN]).rstrip(".,;:!?")
    return ""


def is_list(sentence: str) -> bool:
    """Whether most of a sentence is what follows a colon, with commas between: a list that is not laid out as one."""
    found = _LIST.search(sentence)
    return found is not None and found.start() < len(sentence) / 2
