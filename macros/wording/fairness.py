"""Whether two councils' values may be set side by side, in a sentence that says why or why not."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.period import Period, PeriodKind
from macros.wording import periods


@dataclass(frozen=True)
class Compared:
    """One council's latest value: `shown` is its text, `doubt` whether its report says that it does not hold."""

    council: str
    period: Period
    shown: str
    doubt: bool


def fairness(one: Compared, other: Compared) -> tuple[bool, str]:
    """Whether the two may be compared, and the sentence."""
    both = f"{one.council} ({one.shown}, {periods.full(one.period)}) and {other.council} ({other.shown}, "
    both += f"{periods.full(other.period)})"
    why = _obstacles(one, other)
    if why:
        return False, f"{both}: not side by side. {' '.join(why)}"
    return True, f"{both}: yes. Both measure the same thing, of the same children or reviews, for the same time."


def _obstacles(one: Compared, other: Compared) -> list[str]:
    found = []
    if one.period.kind is not other.period.kind:
        found.append(f"One is for {_kind(one.period)}, the other for {_kind(other.period)}.")
    if one.period.end.year != other.period.end.year or one.period.kind is other.period.kind is PeriodKind.SNAPSHOT:
        months = abs((one.period.end.year - other.period.end.year) * 12 + one.period.end.month - other.period.end.month)
        if months:
            found.append(f"They are {_apart(months)} apart.")
    found += [
        f"{each.council}'s value is printed, but does not agree with other figures of its report."
        for each in (one, other)
        if each.doubt
    ]
    return found


def _kind(period: Period) -> str:
    return {
        PeriodKind.FINANCIAL_YEAR: "a year from April to March",
        PeriodKind.CALENDAR_YEAR: "a year from January to December",
        PeriodKind.SNAPSHOT: "one day",
        PeriodKind.QUARTER: "a quarter",
    }[period.kind]


def _apart(months: int) -> str:
    years, rest = divmod(months, 12)
    told = [f"{years} year{'s' if years > 1 else ''}"] if years else []
    told += [f"{rest} month{'s' if rest > 1 else ''}"] if rest else []
    return " and ".join(told)
