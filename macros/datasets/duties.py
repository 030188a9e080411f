"""Which duties a report's pages meet, and which were in force for its period."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from macros.datasets.page_source import PageSource
from macros.model.period import Period, calendar_day
from macros.model.release import Row


def claimed(page: PageSource) -> list[object]:
    """The duties of a page's `meets:`, also when a single one is written without brackets."""
    meets = page.meta.get("meets") or []
    return list(meets) if isinstance(meets, list | tuple) else [meets]


def pages_by_duty(pages: Iterable[PageSource]) -> dict[str, list[PageSource]]:
    """The pages that say they meet a duty, by its id."""
    found: dict[str, list[PageSource]] = {}
    for page in pages:
        for duty in claimed(page):
            found.setdefault(str(duty), []).append(page)
    return found


def demanded(duties: Iterable[Row], period: Period) -> list[Row]:
    """The duties in force on the last day of a report's period; the legal basis is versioned (DOMAIN.md section 2)."""
    return [row for row in duties if _is_in_force(row, period)]


def needs(row: Mapping[str, str]) -> tuple[str, ...]:
    """The indicators of which a report that meets a duty holds at least one."""
    return tuple(filter(None, row.get("needs", "").split(";")))


def _is_in_force(row: Row, period: Period) -> bool:
    first, last = calendar_day(row["valid_from"]), calendar_day(row["valid_to"])
    return (first is None or first <= period.end) and (last is None or period.end <= last)
