"""Which words a reader may be expected to know: a list, and what English makes of each word on it."""

from __future__ import annotations

import re
from collections.abc import Iterable

# (ending of the word met, endings of the word on the list)
_ENDINGS = (
    ("'s", ("",)), ("s'", ("s", "")), ("n't", ("", "n")), ("'ll", ("",)), ("'ve", ("",)), ("'re", ("",)), ("'d", ("",)),
    ("'m", ("",)), ("ies", ("y", "ie")), ("es", ("", "e")), ("s", ("",)), ("ied", ("y",)), ("ed", ("", "e")),
    ("ying", ("ie", "y")), ("ing", ("", "e")), ("iest", ("y",)), ("ier", ("y",)), ("est", ("", "e")), ("er", ("", "e")),
    ("ily", ("y",)), ("ly", ("", "le")), ("ness", ("",)), ("less", ("",)), ("ful", ("",)),
)  # fmt: skip
# British spellings of the words of an American list
_BRITISH = (
    ("our", "or"),
    ("tre", "ter"),
    ("ise", "ize"),
    ("ogue", "og"),
    ("ence", "ense"),
    ("ll", "l"),
    ("grey", "gray"),
)
_DOUBLED = re.compile(r"([bdfglmnprt])\1$")
_BEFORE = ("un", "re")
_PARTS = re.compile(r"[-/]")


class EasyWords:
    """The words of some lists; a phrase gives each of its words."""

    def __init__(self, entries: Iterable[str]) -> None:
        self._words = frozenset(word for entry in entries for word in _parts(entry))
        self._asked: dict[str, bool] = {}

    def knows(self, word: str) -> bool:
        """Whether the word is on the list or made of one that is; a number always is."""
        if word not in self._asked:
            self._asked[word] = all(part[:1].isdigit() or self._known(part) for part in _parts(word))
        return self._asked[word]

    def _known(self, word: str) -> bool:
        if word in self._words or any(root in self._words for root in _roots(word)):
            return True
        return any(word.startswith(before) and word[len(before) :] in self._words for before in _BEFORE)


def _parts(text: str) -> list[str]:
    lower = text.lower().replace("\u2019", "'")
    return [part for piece in lower.split() for part in _PARTS.split(piece) if part]


def _roots(word: str) -> set[str]:
    """The words that this one may be a form of; two endings deep: carers is of care."""
    found = {word} | _spellings(word)
    for _ in range(2):
        found |= {root for one in found for root in _shorter(one)}
    return found | {other for one in found for other in _spellings(one)}


def _shorter(word: str) -> set[str]:
    made = set()
    for ending, others in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            stem = word[: -len(ending)]
            made |= {stem + other for other in others}
            if _DOUBLED.search(stem) and ending in ("ed", "ing", "er", "est"):
                made.add(stem[:-1])
    return made


def _spellings(word: str) -> set[str]:
    return {word.replace(british, american) for british, american in _BRITISH if british in word}
