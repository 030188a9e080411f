"""`data/restatements.csv`: what changed between two releases of a report, and between two reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.datasets.known_issues import reason_of
from macros.datasets.restatements import restatements
from macros.datasets.revisions import Revision, revisions
from macros.datasets.store import Store
from macros.model.observation import Observation, ObservationKey
from macros.model.report import Report

RESTATEMENT_COLUMNS = (
    "indicator", "area", "period", "breakdown", "first_report", "first_value", "later_report", "later_value", "reason",
)  # fmt: skip


def restatement_rows(store: Store, reports: Iterable[Report]) -> Iterator[dict[str, object]]:
    """The rows of the table for some reports; in a revision a report is written `report@day of its release`."""
    shown = [report.id for report in reports]
    for report in shown:
        for one in revisions(store, report):
            yield _row(one.key, f"{report}@{one.before}", one.first, f"{report}@{one.after}", one.later, _why(one))
    for other in restatements(store):
        if other.first_report in shown and other.later_report in shown:
            why = reason_of(store, other)
            yield _row(other.later.key, other.first_report, other.first, other.later_report, other.later, why)


def _row(
    key: ObservationKey, first: str, one: Observation | None, later: str, other: Observation | None, why: str
) -> dict[str, object]:
    return {
        "indicator": key.indicator,
        "area": key.area,
        "period": key.period.text,
        "breakdown": key.breakdown_text,
        "first_report": first,
        "first_value": one.value if one else None,
        "later_report": later,
        "later_value": other.value if other else None,
        "reason": why,
    }


def _why(one: Revision) -> str:
    """The reason, and what changed where the value did not."""
    if one.is_withheld:
        return f"Hidden: it could point at a person. {one.why}"
    if one.first is None or one.later is None:
        return f"{'Added' if one.first is None else 'Left out'}. {one.why}"
    if str(one.first.value) != str(one.later.value):
        return one.why
    parts = "numerator", "denominator", "status"
    changed = [
        f"{name} {_told(one.first, name)}, now {_told(one.later, name)}"
        for name in parts
        if _told(one.first, name) != _told(one.later, name)
    ]
    return f"{'; '.join(changed).capitalize()}. {one.why}"


def _told(one: Observation, name: str) -> str:
    value = getattr(one, name)
    return "none" if value in (None, "") else str(value)
