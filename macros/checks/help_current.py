"""`help-current`: somebody has looked at each way to get help in the last six months (DOMAIN.md section 7)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from macros.checks.context import Context
from macros.datasets.build_day import build_day
from macros.model.finding import Finding
from macros.model.period import calendar_day
from macros.model.problems import KINDS

MONTHS = 6


def help_current(context: Context, today: date | None = None) -> list[Finding]:
    """The rows of help.csv that nobody has checked in time; `today` is the day to count from."""
    day = today or build_day()
    catalogue = context.store.catalogue
    findings = []
    for row in catalogue.words.get("help", ()):
        if why := _problem(row["last_checked"], day):
            path, number = catalogue.places["help", row["id"]]
            findings.append(
                Finding(KINDS["help-not-checked"], path, number, {"row": number, "cell": row["name"], "why": why})
            )
    return findings


def _problem(checked: str, today: date) -> str:
    """What is wrong with a check date; empty when it is recent."""
    if not checked:
        return "has never been checked"
    day = calendar_day(checked)
    if day is None or day > today:
        return f"has no check date that can be ('{checked}'; write it as 2017-06-30)"
    if _months_later(day, MONTHS) < today:
        return f"was last checked on {checked}, more than {MONTHS} months ago"
    return ""


def _months_later(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
