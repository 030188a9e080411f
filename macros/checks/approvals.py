"""`approvals`: a report that is called approved or published says which bodies have approved it, and when
(DOMAIN.md section 8)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.checks.context import Context
from macros.datasets.build_day import build_day
from macros.model.finding import Finding
from macros.model.problems import KINDS
from macros.model.report import Report, ReportStatus

_APPROVED = (ReportStatus.APPROVED, ReportStatus.PUBLISHED)


def approvals(context: Context, today: date | None = None) -> list[Finding]:
    """Approvals that are missing, without a day or a reason for none, before the report's end or still to come."""
    day = today or build_day()
    return [one for report in context.store.reports.values() for one in _of_report(report, day)]


def _of_report(report: Report, today: date) -> Iterator[Finding]:
    path = f"data/reports/{report.id}/report.yml"
    if report.status in _APPROVED and not report.approvals:
        yield Finding(KINDS["approval-missing"], path, 0, {"report": report.id, "status": report.status.value})
    for one in report.approvals:
        why = ""
        if one.day is None and not one.source:
            why = "has no date. Write it, or say below `source:` why it is not known"
        elif one.day is not None and one.day > today:
            why = f"is dated {one.day.isoformat()}, which has not come yet"
        elif one.day is not None and one.day < report.period.start:
            why = f"is dated {one.day.isoformat()}, before the time that the report is about"
        if why:
            yield Finding(KINDS["approval-date"], path, 0, {"body": one.body, "why": why})
