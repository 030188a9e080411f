"""The mistakes an author can make: each one a sentence of what is wrong and one of how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


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


def unknown(kind: str, wrong: str, names: Iterable[str], place: str) -> UnknownName:
    """The error for a name that is not there, with the nearest ones that are."""
    known = list(names)
    close = nearest(wrong, known) or sorted(known)[:5]
    hint = f"The nearest are: {', '.join(close)}." if close else "None is defined yet."
    return UnknownName(f"There is no {kind} called '{wrong}' in {place}.", hint)
