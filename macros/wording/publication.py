"""When a report was published and which bodies have looked at it, in words for readers (DOMAIN.md section 8)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from macros.model.approval import Approval
from macros.model.report import Report, ReportStatus
from macros.wording import periods


def publication(report: Report) -> str:
    """`Published on 20 June 2027. Looked at by: Corporate Parenting Board (12 June 2027).` Empty for a draft."""
    if not report.is_published:
        return ""
    day = report.dates.get(ReportStatus.PUBLISHED)
    first = "Put on this site" if report.was_printed else "Published"
    parts = [f"{first} on {periods.day(day)}."] if day else []
    return " ".join((*parts, *bodies(report.approvals)))


def bodies(approvals: Sequence[Approval]) -> list[str]:
    """A sentence about the bodies that have looked at a report, and one about those that it is known to be meant for.

    An approval with a `source` is known from what the printed report says of its way: it says what was planned.
    """
    seen = [one for one in approvals if not one.source]
    meant = [one for one in approvals if one.source]
    told = (("Looked at by", seen), ("Meant for", meant))
    return [f"{word}: {'; '.join(_named(one.body, one.day) for one in group)}." for word, group in told if group]


def _named(body: str, day: date | None) -> str:
    return f"{body} ({periods.day(day)})" if day else body
