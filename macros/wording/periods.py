"""Periods in words, for prose, table heads and the young people's edition."""

from __future__ import annotations

from datetime import date

from macros.model.period import Period, PeriodKind

_QUARTERS = {1: "April to June", 2: "July to September", 3: "October to December", 4: "January to March"}


def short(period: Period) -> str:
    """For table heads and chart labels: `2016/17`, `Q1`, `2013`, `30 Nov 2016`."""
    if period.kind is PeriodKind.FINANCIAL_YEAR:
        return period.text.replace("-", "/")
    if period.kind is PeriodKind.QUARTER:
        return f"Q{period.quarter}"
    return f"{period.end.day} {period.end:%b %Y}" if period.kind is PeriodKind.SNAPSHOT else period.text


def full(period: Period) -> str:
    """Without its context: `2016/17`, `April to June 2016`, `2013`, `31 March 2017`."""
    if period.kind is PeriodKind.QUARTER:
        return f"{_QUARTERS[period.quarter or 1]} {period.start.year}"
    return day(period.end) if period.kind is PeriodKind.SNAPSHOT else short(period)


def column(period: Period) -> str:
    """For a table head that must stand alone: `Q1 Apr to Jun 2016`."""
    if period.kind is PeriodKind.QUARTER:
        return f"Q{period.quarter} {period.start:%b} to {period.end:%b %Y}"
    return short(period)


def months(period: Period) -> str:
    """A quarter for a chart of a calendar year, whose quarters do not begin with the first: `Jan to Mar`."""
    return f"{period.start:%b} to {period.end:%b}"


def day(when: date) -> str:
    """`21 November 2026`."""
    return f"{when.day} {when:%B %Y}"


def relative(period: Period, now: Period) -> str:
    """As the report's own reader would say it: `this year`, `last year`, else in full."""
    if period == now:
        return "this year"
    if period == now.previous:
        return "last year"
    return f"{'on' if period.kind is PeriodKind.SNAPSHOT else 'in'} {full(period)}"
