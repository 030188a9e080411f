"""The mistakes an author can make: each one a sentence of what is wrong and one of how to mend it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

# characters that no text shows: they hide words, steer a terminal, or turn a line's direction around
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_BREAK = re.compile(r"[\t\n\r]+")
QUOTED = 100  # letters of a cell that a message repeats


class ReportsError(Exception):
    """An author's mistake. `str()` is what the author reads: what is wrong, then how to mend it."""

    def __init__(self, message: str, remedy: str = "") -> None:
        self.message = message
        self.remedy = remedy
        super().__init__(f"{message} {remedy}".strip())


class BadPeriod(ReportsError):
    """A period that is not written in one of the forms of DESIGN.md section 3."""


class UnknownName(ReportsError):
    """An indicator, area, dimension, code, report or macro that the catalogue does not have."""


class BadRequest(ReportsError):
    """A macro asked with the wrong parameters."""


class MissingObservation(ReportsError):
    """A figure that the release does not hold."""


class AmbiguousRequest(ReportsError):
    """A request that more than one figure answers, with different values."""


def nearest(wrong: str, names: Iterable[str], most: int = 3) -> list[str]:
    """The names closest to a wrong one, best first; whole-word overlap counts when spelling does not."""
    known = list(dict.fromkeys(names))
    close = get_close_matches(wrong, known, n=most, cutoff=0.6)
    words = set(wrong.lower().replace("-", "_").split("_"))
    overlap = sorted(
        (name for name in known if name not in close),
        key=lambda name: -len(words & set(name.lower().replace("-", "_").split("_"))),
    )
    close += [n for n in overlap if words & set(n.lower().replace("-", "_").split("_"))]
    return close[:most]


def instead(wrong: str, names: Iterable[str]) -> str:
    """The sentence that names what there is: the nearest, else the first few; empty when there is nothing."""
    known = list(names)
    if close := nearest(wrong[:QUOTED], known):
        return f"The nearest are: {', '.join(close)}."
    return f"For instance: {', '.join(sorted(known)[:5])}." if known else ""


def unknown(kind: str, wrong: str, names: Iterable[str], place: str) -> UnknownName:
    """The error for a name that is not there, with the nearest ones that are."""
    hint = instead(wrong, names) or "None is defined yet."
    return UnknownName(f"There is no {kind} called '{excerpt(wrong)}' in {place}.", hint)


def excerpt(text: str, most: int = QUOTED) -> str:
    """A text as a message may repeat it: on one line, nothing hidden in it, at most `most` letters."""
    cut = text if len(text) <= most else f"{text[: most - 1]}…"
    return CONTROL.sub("\N{REPLACEMENT CHARACTER}", _BREAK.sub(" ", cut))
