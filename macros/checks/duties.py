"""`duties`: each statutory requirement is met by a page that says so and by the figures it needs, or the report says
why not (IRO Handbook 7.11; DOMAIN.md section 2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.checks.context import Context
from macros.datasets.duties import claimed, demanded, needs, pages_by_duty
from macros.errors import instead
from macros.model.finding import Finding, Severity
from macros.model.problems import KINDS
from macros.model.release import Release
from macros.model.report import Report

DUTIES = "data/catalogue/duties.csv"


def duties(context: Context) -> list[Finding]:
    """Ids that are none, duties nobody meets or explains, and duties claimed without the figures they need."""
    known = {row["id"]: row for row in context.store.catalogue.words.get("duties", ())}
    unknown = [
        Finding(KINDS["unknown-duty"], page.path, 1, {"cell": duty, "remedy": _remedy(str(duty), set(known))})
        for page in context.report_pages
        for duty in claimed(page)
        if str(duty) not in known
    ]
    return unknown + [one for report in context.store.reports.values() for one in _of_report(context, report, known)]


def _of_report(context: Context, report: Report, known: Mapping[str, Mapping[str, str]]) -> Iterator[Finding]:
    path = f"data/reports/{report.id}/report.yml"
    for duty in report.not_met:
        if duty not in known:
            yield Finding(KINDS["unknown-duty-of-report"], path, 0, {"cell": duty, "remedy": _remedy(duty, set(known))})
    pages = [page for page in context.report_pages if page.path.startswith(f"docs/reports/{report.id}/")]
    if not pages:
        return
    met = pages_by_duty(pages)
    for row in demanded(known.values(), report.period):
        duty = row["id"]
        where = [page.path for page in met.get(duty, ())]
        if not where and duty not in report.not_met:
            kind = "duty-not-met" if row["severity"] == Severity.STOPS else "guidance-not-met"
            yield Finding(KINDS[kind], path, 0, {"duty": duty, "requirement": row["requirement"], "report": report.id})
        if where and duty in report.not_met:
            yield Finding(KINDS["duty-met-and-not"], path, 0, {"duty": duty, "pages": ", ".join(where)})
        wanted = needs(row)
        if where and wanted and not _holds_one(context.store.releases.get(report.id), wanted):
            facts: dict[str, object] = {"duty": duty, "needed": ", ".join(wanted)}
            yield Finding(KINDS["duty-without-figure"], where[0], 1, facts)


def _holds_one(release: Release | None, wanted: tuple[str, ...]) -> bool:
    rows = (row for name in wanted for row in (release.by_indicator.get(name, ()) if release else ()))
    return any(row.value is not None for row in rows)


def _remedy(duty: str, known: set[str]) -> str:
    """The nearest ids; for one like no other, those of the same letter."""
    group = sorted(name for name in known if name[:1] == duty[:1])
    return instead(duty, group) or instead(duty, sorted(known))
