"""Periods as the reports use them: financial year, quarter, calendar year, snapshot date
(DESIGN.md section 3; DOMAIN.md section 5)."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from macros.errors import BadPeriod, excerpt

# only the digits 0 to 9: other scripts' digits would look like the same period and be another text
_FINANCIAL = re.compile(r"(\d{4})-(\d{2})(?: Q([1-4]))?", re.ASCII)
_CALENDAR = re.compile(r"(\d{4})", re.ASCII)
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
FORMS = "Write 2016-17, 2016-17 Q1, 2013 or 2017-03-31."


class PeriodKind(StrEnum):
    """What sort of period it is; two kinds are never the same period, even with the same end."""

    FINANCIAL_YEAR = "financial year"
    QUARTER = "quarter"
    CALENDAR_YEAR = "calendar year"
    SNAPSHOT = "snapshot"


@dataclass(frozen=True, order=True)
class Period:
    """One period, ordered by its end, then its start. Dates are inclusive."""

    end: date
    start: date
    kind: PeriodKind
    text: str

    @classmethod
    def parse(cls, text: str) -> Period:
        """The period a text names. Raises BadPeriod when it is not one of the four forms."""
        return _parse(text)

    @property
    def quarter(self) -> int | None:
        """1 to 4 for a quarter of a financial year (Q1 is April to June), else None."""
        return int(self.text[-1]) if self.kind is PeriodKind.QUARTER else None

    @property
    def year(self) -> Period:
        """The financial year a quarter belongs to; any other period is its own year."""
        return Period.parse(self.text[:7]) if self.kind is PeriodKind.QUARTER else self

    @property
    def previous(self) -> Period:
        """The same period one year earlier."""
        if self.kind is PeriodKind.SNAPSHOT:
            return Period.parse(_same_day(self.end, self.end.year - 1))
        if self.kind is PeriodKind.CALENDAR_YEAR:
            return Period.parse(f"{self.start.year - 1:04d}")
        first = self.year.start.year - 1
        quarter = f" Q{self.quarter}" if self.quarter else ""
        return Period.parse(f"{first:04d}-{(first + 1) % 100:02d}{quarter}")

    @property
    def quarters(self) -> tuple[Period, ...]:
        """The four quarters of a year in order; nothing for a quarter or a day.

        A calendar year begins with the fourth quarter of a financial year (DOMAIN.md section 5).
        """
        if self.kind is PeriodKind.FINANCIAL_YEAR:
            return tuple(Period.parse(f"{self.text} Q{n}") for n in (1, 2, 3, 4))
        if self.kind is not PeriodKind.CALENDAR_YEAR or not date.min.year < self.start.year < date.max.year:
            return ()
        before, after = (f"{first:04d}-{(first + 1) % 100:02d}" for first in (self.start.year - 1, self.start.year))
        return tuple(Period.parse(f"{year} Q{n}") for year, n in ((before, 4), (after, 1), (after, 2), (after, 3)))

    def quarter_named(self, number: int) -> str:
        """`2016-17 Q4`: the quarter 1 to 4 of a financial year, or the one of that number in a calendar year.

        January to March of a calendar year is the fourth quarter of the financial year before (DOMAIN.md section 5).
        """
        if self.kind is not PeriodKind.CALENDAR_YEAR:
            return f"{self.text} Q{number}"
        first = self.start.year - 1 if number == 4 else self.start.year
        return f"{first:04d}-{(first + 1) % 100:02d} Q{number}"

    def __str__(self) -> str:
        return self.text


def calendar_day(text: str) -> date | None:
    """The day a text names as 2017-06-30, and in no other form of ISO 8601; None for any other text."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text else None


def _same_day(day: date, year: int) -> str:
    last = monthrange(year, day.month)[1]
    return f"{year:04d}-{day.month:02d}-{min(day.day, last):02d}"


@lru_cache(maxsize=1024)
def _parse(text: str) -> Period:
    if found := _DATE.fullmatch(text):
        return _snapshot(text, *(int(part) for part in found.groups()))
    if found := _FINANCIAL.fullmatch(text):
        return _financial(text, int(found[1]), int(found[2]), found[3])
    if (found := _CALENDAR.fullmatch(text)) and int(found[1]) > 0:
        year = int(found[1])
        return Period(date(year, 12, 31), date(year, 1, 1), PeriodKind.CALENDAR_YEAR, text)
    raise BadPeriod(f"'{excerpt(text)}' is not a period.", FORMS)


def _snapshot(text: str, year: int, month: int, day: int) -> Period:
    try:
        when = date(year, month, day)
    except ValueError:
        raise BadPeriod(f"'{text}' is not a day of the calendar.", FORMS) from None
    return Period(when, when, PeriodKind.SNAPSHOT, text)


def _financial(text: str, first: int, second: int, quarter: str | None) -> Period:
    if not date.min.year <= first < date.max.year:
        raise BadPeriod(f"'{text}' is not a financial year.", FORMS)
    if (first + 1) % 100 != second:
        remedy = f"The financial year that starts in April {first} is {first:04d}-{(first + 1) % 100:02d}."
        raise BadPeriod(f"'{text}' is not a financial year.", remedy)
    if quarter is None:
        return Period(date(first + 1, 3, 31), date(first, 4, 1), PeriodKind.FINANCIAL_YEAR, text)
    month = {"1": 4, "2": 7, "3": 10, "4": 1}[quarter]
    year = first + 1 if quarter == "4" else first
    last = monthrange(year, month + 2)[1]
    return Period(date(year, month + 2, last), date(year, month, 1), PeriodKind.QUARTER, text)
