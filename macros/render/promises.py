"""A promise tracker: each promise with how far it was kept, in words and in a shape, never in colour alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup

from macros.model.report import Edition
from macros.render.block import SELF
from macros.render.html import tag


class Kept(StrEnum):
    """How far a promise was kept. `still-to-come`: its time had not begun when the report was written."""

    KEPT = "kept"
    PARTLY = "partly"
    NOT_YET = "not-yet"
    CANNOT_SAY = "cannot-say"
    STILL_TO_COME = "still-to-come"


PLAIN = {
    Kept.KEPT: "We kept it",
    Kept.PARTLY: "We kept part of it",
    Kept.NOT_YET: "Not yet",
    Kept.CANNOT_SAY: "We cannot say",
    Kept.STILL_TO_COME: "Still to come",
}
FORMAL = {
    Kept.KEPT: "Kept",
    Kept.PARTLY: "Partly kept",
    Kept.NOT_YET: "Not yet kept",
    Kept.CANNOT_SAY: "Cannot be said",
    Kept.STILL_TO_COME: "Still to come",
}
_COUNTED = {
    Kept.KEPT: "kept",
    Kept.PARTLY: "kept in part",
    Kept.NOT_YET: "not yet",
    Kept.CANNOT_SAY: "we cannot say",
    Kept.STILL_TO_COME: "still to come",
}


@dataclass(frozen=True)
class Promise:
    """One promise: `what` was promised, how far it was `kept`, what is `said` about it (may be empty)."""

    what: str | Markup
    kept: Kept
    said: str | Markup


def promise_tracker(promises: Sequence[Promise], edition: Edition, *, just_count: bool = False) -> Markup:
    """How many promises were kept, then each of them in its order, unless `just_count`."""
    counted = Counter(promise.kept for promise in promises)
    tally = (
        tag("li", tag("b", counted[kept]), " ", _COUNTED[kept], class_=f"tv-promise-{kept}")
        for kept in Kept
        if counted[kept]
    )
    return tag(
        "div",
        tag("ul", *tally, class_="tv-tally") if len(promises) > 1 or just_count else None,
        None if just_count else tag("ul", *(_promise(promise, edition) for promise in promises), class_="tv-promises"),
        class_="tv-tracker",
        data_block=SELF,
    )


def _promise(promise: Promise, edition: Edition) -> Markup:
    words = FORMAL if edition is Edition.FORMAL else PLAIN
    return tag(
        "li",
        tag("span", words[promise.kept], class_="tv-kept-word"),
        tag("p", promise.what, class_="tv-what"),
        tag("p", promise.said, class_="tv-progress") if promise.said else None,
        class_=f"tv-promise tv-promise-{promise.kept}",
    )
