"""What stands printed over a column or in a sentence: the time it names and whom it counts, as data
(DOMAIN.md section 9: period_label_in_range, base_declared)."""

from __future__ import annotations

import re
from calendar import month_abbr, monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

Span = tuple[date, date]  # first and last day, both inclusive

_YEARS = re.compile(r"(\d{4})\s?[/-]\s?(\d{1,2}|\d{4})", re.ASCII)
_YEAR = re.compile(r"(\d{4})", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})", re.ASCII)
_WORDS = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?\s)?([A-Za-z]{3,9})\s(\d{4})", re.ASCII)
_MONTHS = {name.lower(): number for number, name in enumerate(month_abbr) if name}
_CENTURY = 2000  # of a year printed with two digits


class Labelled(StrEnum):
    """What a label says."""

    PERIOD = "period"
    BASE = "base"


@dataclass(frozen=True)
class PrintedLabel:
    """One row of a release's `labels.csv`: `printed` stands at `source`, where `means` is meant.

    `means` is a period for a period, and an indicator for a base. `row` counts from 2.
    """

    source: str
    kind: Labelled
    printed: str
    means: str
    note: str
    row: int


def span_of(printed: str) -> Span | None:
    """The days that a printed time covers: `2015/16`, `2013`, `31/03/2017`, `18.2.16`, `31st March 2016`, `Sept 2017`.

    None for a text that names no time, such as `2015/15`.
    """
    text = printed.strip()
    try:
        if found := _YEARS.fullmatch(text):
            return _financial(int(found[1]), found[2])
        if found := _YEAR.fullmatch(text):
            return date(int(found[1]), 1, 1), date(int(found[1]), 12, 31)
        if found := _NUMBERS.fullmatch(text):
            year = int(found[3]) + (_CENTURY if len(found[3]) == len("16") else 0)
            return (day := date(year, int(found[2]), int(found[1])), day)
        if (found := _WORDS.fullmatch(text)) and (month := _MONTHS.get(found[2][:3].lower())):
            return _of_month(int(found[3]), month, found[1])
    except ValueError:  # 31/02/2017, or a year no calendar has
        return None
    return None


def _financial(first: int, second: str) -> Span | None:
    """`2015/16`, `2015/6` and `2015/2016` are one year; the second must follow the first."""
    following = str(first + 1)
    if following[-len(second) :] != second:
        return None
    return date(first, 4, 1), date(first + 1, 3, 31)


def _of_month(year: int, month: int, day: str | None) -> Span:
    if day:
        return (when := date(year, month, int(day)), when)
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def agree(one: Span, other: Span) -> bool:
    """Whether one lies within the other: a month in its year, a day at its end."""
    return (one[0] <= other[0] and other[1] <= one[1]) or (other[0] <= one[0] and one[1] <= other[1])
