"""The front door's shelf: every report this build holds, council by council, with the way into each voice."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from macros.datasets.page_source import DOCS
from macros.datasets.store import Store
from macros.model.report import Report
from macros.wording import periods

Entry = dict[str, str]


def shelf(store: Store, draft: bool) -> list[dict[str, object]]:
    """Councils by name, each with its reports, the latest first: title, year, time covered, addresses of both editions.

    A report without pages is left out; so is, outside a draft, one that is not published.
    """
    shown = [one for one in store.reports.values() if (draft or one.is_published) and _page(store, one, "index.md")]
    shown.sort(key=lambda one: one.period, reverse=True)
    shown.sort(key=lambda one: store.catalogue.area(one.council).name)
    return [
        {"council": store.catalogue.area(council).name, "reports": [_entry(store, one) for one in reports]}
        for council, reports in groupby(shown, key=lambda one: one.council)
    ]


def _entry(store: Store, report: Report) -> Entry:
    start, end = report.period.start, report.period.end
    return {
        "title": report.short_title,
        "year": periods.full(report.period),
        "time": f"{start:%B %Y} to {end:%B %Y}",
        "formal": _page(store, report, "index.md"),
        "young": _page(store, report, "young-people/index.md"),
        "status": "" if report.is_published else report.status.value.replace("-", " "),
    }


def _page(store: Store, report: Report, name: str) -> str:
    """The page's path below docs/ as authors write it; empty where there is none."""
    path = Path("reports") / report.id / name
    return path.as_posix() if (store.root / DOCS / path).is_file() else ""
