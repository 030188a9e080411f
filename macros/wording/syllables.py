"""How many syllables a word has, by its spelling and a few exceptions: no dictionary to load, no network.

Held against words whose count is known in tests/wording/test_syllables.py.
"""

from __future__ import annotations

import re
from functools import lru_cache

_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^aeiouyl]|[aeiouy]l)e$|[^aeiousxzcgh]es$|[^aeiouytdl]ed$|[aeiouyl]led$")
_SILENT_WITHIN = re.compile(r"[^aeiou]e(?=(?:ment|ful|less|ly|ness|where|times|one|thing|body|work|guard)s?$)")
# two vowels written side by side and spoken apart: qui-et, ra-di-o, a-re-a, so-ci-e-ty, me-di-a, du-al, po-em
_APART = re.compile(
    r"(?<![ctgsx])ia(?!ge)|(?<![ctgs])io(?!u)|(?<=[ctg])iety|iet|ieu|[ct]iat(?=e|ion)|eo(?!us|p)|uou|[^qg]u(?:al|ate|ity)|"
    r"creat|reali|ea$|eing$|[yo]ing$|iu|[^aeiou]oem|ience|ies(?=t$)|io(?=us$)|(?<=[aeo])y(?=ing|er)|ways?eing"
)
_ONE = re.compile(r"[cstg]ious|[ct]iously|[cgs]eous|people")
_KNOWN = {
    "area": 3, "areas": 3, "being": 2, "beautiful": 3, "business": 2, "businesses": 3, "evening": 2, "every": 2,
    "everyone": 3, "everything": 3, "everybody": 4, "different": 3, "idea": 3, "ideas": 3, "really": 2,
    "science": 2, "something": 2, "someone": 2, "sometimes": 2, "somewhere": 2, "somebody": 3, "interest": 3,
    "theatre": 3, "court": 1, "going": 2, "doing": 2, "seeing": 2, "poem": 2, "quiet": 2, "client": 2,
    "carer": 2, "carers": 2, "sure": 1, "people": 2, "peoples": 2, "review": 2, "reviews": 2, "reviewed": 2,
    "reviewing": 3, "create": 2, "created": 3, "usual": 3, "usually": 4, "actual": 3, "actually": 4,
    "social": 2, "special": 2, "safeguarding": 3, "wellbeing": 3, "therefore": 2, "whereas": 2, "hasn't": 2,
    "didn't": 2, "doesn't": 2, "isn't": 2, "wasn't": 2, "couldn't": 2, "wouldn't": 2, "shouldn't": 2, "haven't": 2,
}  # fmt: skip


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """The syllables of a word, at least one; a number counts as one, a word with a hyphen as its parts."""
    lower = word.lower().replace("\u2019", "'")
    if "-" in lower:
        return sum(syllables(part) for part in lower.split("-") if part) or 1
    if lower in _KNOWN:
        return _KNOWN[lower]
    bare = re.sub(r"'[a-z]*$", "", lower)
    count = len(_VOWELS.findall(bare)) + len(_APART.findall(bare)) - len(_ONE.findall(bare)) * bool(_APART.search(bare))
    if count > 1 and _SILENT.search(bare):
        count -= 1
    if _SILENT_WITHIN.search(bare):
        count -= 1
    return max(1, count)
