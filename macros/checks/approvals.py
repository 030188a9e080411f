"""`approvals`: a report says when it came to each step on the way to the public, and which bodies have approved it
when (DOMAIN.md section 8)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

from macros.checks.context import Context
from macros.datasets.build_day import build_day
from macros.errors import instead
from macros.model.approval import Approval, BodyKind
from macros.model.finding import Finding
from macros.model.problems import KINDS
from macros.model.report import STEPS, Report, ReportStatus

_APPROVED = (ReportStatus.APPROVED, ReportStatus.PUBLISHED)
# whose look at a report every council's route has; the safeguarding partners see only some
_EXPECTED = {
    BodyKind.CORPORATE_PARENT: "corporate parenting board or panel",
    BodyKind.CHILDREN_IN_CARE_COUNCIL: "children in care council",
}


def approvals(context: Context, today: date | None = None) -> list[Finding]:
    """Steps and approvals that are missing, without a day or a reason for none, in the wrong order or still to come;
    bodies that nobody knows."""
    day = today or build_day()
    found: list[Finding] = []
    for report in context.store.reports.values():
        bodies = _bodies(context, report)
        found += [*_steps(report, day), *_approvals(report, day), *_who(report, bodies)]
    return found


def _bodies(context: Context, report: Report) -> Mapping[str, str]:
    """The kind of each body that may look at a report, by its name: those of all councils, and of its own."""
    rows = context.store.catalogue.words.get("bodies", ())
    known = {row["name"]: row["kind"] for row in rows if row["area"] in ("", report.council)}
    return known | ({report.council_group: BodyKind.CHILDREN_IN_CARE_COUNCIL} if report.council_group else {})


def _steps(report: Report, today: date) -> Iterator[Finding]:
    path, dates = _path(report), report.dates
    reached = STEPS[1 : STEPS.index(report.status) + 1]
    # a report that was printed years ago came here when all of its steps lay behind it
    needed = [step for step in reached if step is ReportStatus.PUBLISHED or not report.was_printed]
    for step in needed:
        if step not in dates:
            facts: dict[str, object] = {
                "status": report.status.value,
                "step": step.told,
                "name": step.value,
                "report": report.id,
            }
            yield Finding(KINDS["status-date-missing"], path, 0, facts | {"example": today.isoformat()})
    for step, day in dates.items():
        why = ""
        if step not in reached:
            why = f"stands there, and its status is still {report.status.value}. Remove the day, or move the status on"
        elif day > today:
            why = "has not come yet"
        elif day < report.period.start:
            why = "lies before the time that the report is about"
        if why:
            yield _wrong_day(path, step, day, why)
    for (before, earlier), (step, day) in pairwise(dates.items()):
        if day < earlier:
            why = f"lies before the day on which it was {before.told}, {earlier.isoformat()}"
            yield _wrong_day(path, step, day, why)


def _wrong_day(path: str, step: ReportStatus, day: date, why: str) -> Finding:
    return Finding(KINDS["status-date"], path, 0, {"step": step.told, "day": day.isoformat(), "why": why})


def _approvals(report: Report, today: date) -> Iterator[Finding]:
    path = _path(report)
    if report.status in _APPROVED and not report.approvals:
        yield Finding(KINDS["approval-missing"], path, 0, {"report": report.id, "status": report.status.value})
    for one in report.approvals:
        if why := _why_not(report, one, today):
            yield Finding(KINDS["approval-date"], path, 0, {"body": one.body, "why": why})


def _why_not(report: Report, one: Approval, today: date) -> str:
    """What is wrong with the day of an approval; empty when nothing is."""
    if one.day is None:
        return "" if one.source else "has no date. Write it, or say below `source:` why it is not known"
    told = f"is dated {one.day.isoformat()}"
    if one.day > today:
        return f"{told}, which has not come yet"
    if one.day < report.period.start:
        return f"{told}, before the time that the report is about"
    approved = report.dates.get(ReportStatus.APPROVED)
    if approved and one.day > approved:
        return f"{told}, and the report was called approved on {approved.isoformat()}, before that"
    published = report.dates.get(ReportStatus.PUBLISHED)
    if published and one.day > published:
        return f"{told}, after the report was published on {published.isoformat()}"
    return ""


def _who(report: Report, bodies: Mapping[str, str]) -> Iterator[Finding]:
    path = _path(report)
    for one in report.approvals:
        if one.body not in bodies:
            yield Finding(KINDS["approval-body"], path, 0, {"cell": one.body, "remedy": instead(one.body, bodies)})
    if report.status not in _APPROVED or report.was_printed or not report.approvals:
        return
    kinds = {bodies.get(one.body) for one in report.approvals}
    for kind, who in _EXPECTED.items():
        if kind not in kinds:
            yield Finding(KINDS["approval-of-kind"], path, 0, {"who": who, "report": report.id})


def _path(report: Report) -> str:
    return f"data/reports/{report.id}/report.yml"
