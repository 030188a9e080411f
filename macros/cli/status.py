"""`status`: how far a report has come, and what moves it on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from macros.cli import findings_report
from macros.cli.release import day_asked_for
from macros.datasets.frozen import is_sealed
from macros.datasets.page_source import report_of
from macros.datasets.store import Store, open_store
from macros.errors import BadRequest
from macros.model.report import STEPS, Report, ReportStatus


def status(root: Path, name: str, step: str, by: str, day: str) -> int:
    """Show the steps of the report `name`, or move it to `step`; 1 when findings stand in the way of publishing it."""
    from macros.authoring.report_status import move, step_of

    store = open_store(root)
    report = store.report(name)
    if not step:
        if by or day:
            raise BadRequest("Name the step that the report has come to, too.", f"One of: {', '.join(STEPS)}.")
        print(_told(report))
        return 0
    wanted = step_of(step)
    when = day_asked_for(day)
    _not_to_come(when)
    if wanted is ReportStatus.PUBLISHED and not is_sealed(root, report.id, report.release):
        raise BadRequest("Its figures can still change.", f"Seal them first: python -m macros release {report.id}")
    if wanted is ReportStatus.PUBLISHED and (stopping := _stopping(store, report)):
        print(findings_report.text(stopping))
        print(f"\n{report.id} was not called published. Mend this first.")
        return 1
    move(store, report, wanted, when, [body.strip() for body in by.split(";") if body.strip()])
    print(_told(open_store(root).report(name)))
    return 0


def _not_to_come(day: date) -> None:
    if day > day_asked_for(""):
        raise BadRequest(f"{day.isoformat()} has not come yet.", "Write it down on that day.")


def _stopping(store: Store, report: Report) -> list[findings_report.Reported]:
    """What stops the public build, once the report is in it; the engine finds the rest when it builds the pages."""
    from macros.checks import run

    found = (findings_report.reported(one) for one in run(store.root) if report_of(one.path) in ("", report.id))
    return [one for one in found if one.stops]


def _told(report: Report) -> str:
    """The steps of a report as lines: which are done, when, by whom; what to type for the next one."""
    at = STEPS.index(report.status)
    lines = [report.title, ""]
    for number, step in enumerate(STEPS):
        mark = "x" if number <= at else " "
        day = report.dates.get(step)
        lines.append(f"  [{mark}] {step.value}{f', {day.isoformat()}' if day else ''}")
        if step is ReportStatus.APPROVED:
            lines += [
                f"        {one.body}, {one.day.isoformat() if one.day else 'no date'}" for one in report.approvals
            ]
    if at + 1 < len(STEPS):
        following = STEPS[at + 1]
        who = ' --by "Corporate Parenting Board"' if following is ReportStatus.APPROVED else ""
        lines += ["", f"The next step: python -m macros status {report.id} {following.value}{who} --date 2027-06-14"]
    return "\n".join(lines)
