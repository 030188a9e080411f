"""Moving a report on, from draft to panel to approval to the public: `report.yml` is changed as its author would."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from macros.datasets.frozen import FOLDER
from macros.datasets.store import Store
from macros.datasets.whole_file import write_whole
from macros.datasets.yaml_edit import with_setting
from macros.datasets.yaml_lines import with_entry, with_item, without_entry
from macros.errors import BadRequest, instead, unknown
from macros.model.report import STEPS, Report, ReportStatus


def step_of(name: str) -> ReportStatus:
    """The step of this name. Raises UnknownName with the nearest ones."""
    if name not in list(ReportStatus):
        raise unknown("step", name, [step.value for step in STEPS], "report.yml")
    return ReportStatus(name)


def bodies(store: Store, report: Report) -> list[str]:
    """The names of the bodies that may approve a report, in the catalogue's order; its children's own group last."""
    rows = store.catalogue.words.get("bodies", ())
    named = [row["name"] for row in rows if row["area"] in ("", report.council)]
    return list(dict.fromkeys([*named, *([report.council_group] if report.council_group else [])]))


def move(store: Store, report: Report, step: ReportStatus, day: date, by: list[str]) -> Path:
    """Write that `report` came to `step` on `day`, approved by the bodies `by`; the file that was changed.

    A step back takes away the days of the steps after it. Raises BadRequest for what cannot be: a step that is jumped
    over, a day before the step before, a body that nobody knows, a published report that is called back.
    """
    known = bodies(store, report)
    for body in by:
        if body not in known:
            raise BadRequest(
                f"There is no body called '{body}'.",
                f"{instead(body, known)} A body that is missing gets a row in data/catalogue/bodies.csv.",
            )
    _refuse(report, step, day, by)
    path = store.root / FOLDER / report.id / "report.yml"
    text = path.read_bytes().decode("utf-8-sig")
    for later in STEPS[STEPS.index(step) + 1 :]:
        text = without_entry(text, "dates", later.value, path=path.name)
    text = with_setting(text, "status", step.value, path=path.name)
    if step is not ReportStatus.DRAFT:
        text = with_entry(text, "dates", step.value, day, path=path.name)
    there = {one.body for one in report.approvals}
    for body in by:
        if body not in there:
            text = with_item(text, "approvals", {"body": body, "date": day}, path=path.name)
    write_whole(path, text.encode())
    return path


def _refuse(report: Report, step: ReportStatus, day: date, by: list[str]) -> None:
    now, wanted = STEPS.index(report.status), STEPS.index(step)
    if report.is_published:
        raise BadRequest(
            f"{report.id} is published. What readers have seen is not called back.",
            "A wrong figure is corrected by a new release: python -m macros correct.",
        )
    if wanted > now + 1:
        raise BadRequest(
            f"{report.id} is called {report.status.value}; the next step is {STEPS[now + 1].value}.",
            "No step is jumped over, so that nobody's look at the report is.",
        )
    earlier = [(one, when) for one, when in report.dates.items() if STEPS.index(one) < wanted and when > day]
    if earlier and step is not ReportStatus.DRAFT:
        one, when = earlier[-1]
        raise BadRequest(
            f"{day.isoformat()} lies before the day on which it was {one.told}, {when.isoformat()}.",
            "Say the right day with --date.",
        )
    if by and step not in (ReportStatus.FOR_PANEL, ReportStatus.APPROVED):
        raise BadRequest(f"Nobody approves a report by calling it {step.value}.", "Leave out --by.")
    if step is ReportStatus.APPROVED and not by and not report.approvals:
        raise BadRequest("An approved report says who approved it.", 'Name the body: --by "Corporate Parenting Board"')
