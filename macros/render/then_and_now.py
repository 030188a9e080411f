"""Two figures of different years as a pair, and in words what changed between them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from macros.model.report import Edition
from macros.render.block import SELF
from macros.render.html import tag
from macros.wording.change import Change, Direction, Verdict

_WENT = {Direction.UP: "It went up.", Direction.DOWN: "It went down.", Direction.SAME: "It stayed about the same."}
_MEANS = {Verdict.BETTER: "That is better.", Verdict.WORSE: "That is worse."}
_FORMAL_WENT = {Direction.UP: "It rose.", Direction.DOWN: "It fell.", Direction.SAME: "No change."}
_FORMAL_MEANS = {Verdict.BETTER: "This is an improvement.", Verdict.WORSE: "This is a deterioration."}


@dataclass(frozen=True)
class Side:
    """One of the two: `when`, the figure as it is shown (a link), and how long its bar is, from 0 to 1."""

    when: str
    figure: Markup
    length: Decimal


def then_and_now_pair(title: str, then: Side, now: Side, change: Change, edition: Edition) -> Markup:
    """The pair under its title; the bars repeat the figures for the eye and are hidden from screen readers."""
    verdict = Verdict.SAME if change.direction is Direction.SAME else change.verdict
    return tag(
        "figure",
        tag("figcaption", title, class_="tv-pair-title"),
        tag("div", _side(then, "then"), _side(now, "now"), class_="tv-pair-row"),
        tag("p", *_told(change, edition), class_="tv-pair-told"),
        class_=f"tv-pair tv-{verdict} tv-went-{change.direction}",
        data_block=SELF,
    )


def _side(side: Side, name: str) -> Markup:
    length = min(max(side.length, Decimal(0)), Decimal(1)) * 100
    bar = tag("span", tag("span", style=f"width:{length:.1f}%"), class_="tv-pair-bar", aria_hidden="true")
    return tag("p", tag("span", side.when, class_="tv-when"), " ", tag("b", side.figure), bar, class_=f"tv-pair-{name}")


def _told(change: Change, edition: Edition) -> tuple[Markup | str, ...]:
    """What changed: the direction, and whether that is good where the indicator says so."""
    formal = edition is Edition.FORMAL
    went = (_FORMAL_WENT if formal else _WENT)[change.direction]
    means = (_FORMAL_MEANS if formal else _MEANS).get(change.verdict, "")
    return (tag("b", went), f" {means}") if means else (tag("b", went),)
