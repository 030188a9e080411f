"""A relation between printed figures that their tidy shape does not show: declared as data beside the release.

Written `cla_n` or `cla_by_sex sex=male`, joined by ` + ` and ` - `. `period=` and `area=` fix one
(`period=2016-17_Q1`, `period=previous`); `take=numerator` or `take=denominator` means that part of a share.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from macros.errors import BadRequest, excerpt
from macros.model.observation import Observation, ObservationKey
from macros.model.period import Period


class Rule(StrEnum):
    """What a relation says of its result and its parts."""

    SUM = "sum"  # the result is the parts added up, within each printed place
    EQUAL = "equal"  # the result equals the part, wherever either is printed
    SHARE = "share"  # the result is a percentage of the part: some whole number must give it
    DIVIDED = "divided"  # the result is the parts before the last, added up, over the last
    WHOLE = "whole"  # the part's categories share out the whole: they add to 100 per cent
    MEAN = "mean"  # the result is the mean of the parts
    AT_MOST = "at-most"  # the result is part of the parts added up, so it cannot be more
    STOCK_FLOW = "stock-flow"  # closing stock = opening stock + starters - leavers
    NOT_PARTS = "not-parts"  # the categories overlap or are not complete: they do not add to the total
    NOT_QUARTERS = "not-quarters"  # the quarters do not add to the year


@dataclass(frozen=True)
class Term:
    """One selector with its sign; an empty `period` or `area` stands for the result's own."""

    indicator: str
    breakdown: dict[str, str] = field(hash=False)
    period: str
    area: str
    take: str = "value"
    sign: int = 1

    def of(self, observation: Observation) -> Decimal | None:
        """The number of an observation that the term means."""
        number: Decimal | None = getattr(observation, self.take)
        return number

    def selects(self, one: Observation) -> bool:
        """Whether an observation is one the term speaks of."""
        fixed = self.period in ("", one.key.period.text) and self.area in ("", one.key.area)
        return fixed and self.indicator == one.key.indicator and self.breakdown == dict(one.key.breakdown)

    def key(self, period: Period, area: str) -> ObservationKey:
        """The key it selects for a period and an area."""
        when = period.previous if self.period == "previous" else Period.parse(self.period) if self.period else period
        return ObservationKey(self.indicator, self.area or area, when, tuple(self.breakdown.items()))


@dataclass(frozen=True)
class Relation:
    """One row of a release's `relations.csv`."""

    rule: Rule
    result: Term
    parts: tuple[Term, ...]
    note: str
    row: int


_TERM = re.compile(r"\s*([+-])?\s*([a-z]\w*(?:\s+\w+=[^\s+]+)*)")


def parse_terms(text: str) -> tuple[Term, ...]:
    """The terms of a cell. Raises BadRequest when it cannot be read, BadPeriod for a wrong fixed period."""
    terms: list[Term] = []
    at = 0
    text = text.strip()
    while at < len(text):
        found = _TERM.match(text, at)
        if found is None or (terms and not found[1]):
            remedy = "Write names, each with its categories, and + or - between them: cla_by_sex sex=male + cla_n."
            raise BadRequest(f"'{excerpt(text)}' cannot be read as figures.", remedy)
        terms.append(_term(found[2], -1 if found[1] == "-" else 1))
        at = found.end()
        at += len(text[at:]) - len(text[at:].lstrip())
    return tuple(terms)


def _term(text: str, sign: int) -> Term:
    indicator, *options = text.split()
    given = dict(option.split("=", 1) for option in options)
    period, area = given.pop("period", "").replace("_", " "), given.pop("area", "")
    take = given.pop("take", "value")
    if period not in ("", "previous"):
        Period.parse(period)
    if take not in ("value", "numerator", "denominator"):
        raise BadRequest(f"take={excerpt(take)} cannot be read.", "Write take=numerator or take=denominator.")
    return Term(indicator, given, period, area, take, sign)
