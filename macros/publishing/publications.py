"""What has been published and corrected, newest first: what the feed tells, and when each page last changed.

A report is published once, on the day that its `report.yml` says. Each later release of its figures is an event of its
own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import NAMESPACE_URL, uuid5

from macros.datasets.editions import seen_before
from macros.datasets.revisions import Revision, all_releases, revisions
from macros.datasets.store import Store
from macros.model.report import Edition, Report, ReportStatus
from macros.render.pivot import Layout
from macros.render.restated import revision
from macros.wording.publication import bodies

MOST = 20  # changed figures that are told one by one; the page about the figures has all


class EventKind(StrEnum):
    """What happened."""

    PUBLISHED = "published"
    CORRECTED = "corrected"
    RELEASED = "released"  # a new release that changes no figure


@dataclass(frozen=True)
class Event:
    """Something that a reader of reports would want to hear of; `told` are sentences in plain text."""

    kind: EventKind
    report: Report
    day: date
    title: str
    told: tuple[str, ...]
    earlier: str = ""  # where the edition stands that it replaced

    @property
    def id(self) -> str:
        """A name that stays the same when the site moves to another address (RFC 4287 4.2.6)."""
        which = "published" if self.kind is EventKind.PUBLISHED else f"release/{self.day.isoformat()}"
        name = f"two-voices/{self.report.id}/{which}"
        return f"urn:uuid:{uuid5(NAMESPACE_URL, name)}"


def events(store: Store, reports: Iterable[Report]) -> list[Event]:
    """The events of these reports, the newest first."""
    found = [one for report in reports if report.id in store.releases for one in _of_report(store, report)]
    return sorted(found, key=lambda one: (one.day, one.report.id), reverse=True)


def published_on(store: Store, report: Report) -> date:
    """The day on which a report was published; without one, that of its first release."""
    return report.dates.get(ReportStatus.PUBLISHED) or all_releases(store, report.id)[0].date


def last_changed(store: Store, report: Report) -> date:
    """The day of a report's last event."""
    return max(published_on(store, report), store.release(report.id).date)


def _of_report(store: Store, report: Report) -> Iterator[Event]:
    day = published_on(store, report)
    yield Event(EventKind.PUBLISHED, report, day, f"{report.short_title}: published", tuple(_publication(report)))
    releases = all_releases(store, report.id)
    for release in releases[1:]:
        if release.date <= day:
            continue  # nobody had seen the one before
        changed = [one for one in revisions(store, report.id) if one.after == release.date]
        kind = EventKind.CORRECTED if changed else EventKind.RELEASED
        title = f"{report.short_title}: {'figures corrected' if changed else 'a new release, no figure changed'}"
        told = (f"Why: {release.why}", *_changes(store, report, changed))
        yield Event(kind, report, release.date, title, told, seen_before(store, report, release.date))


def _publication(report: Report) -> Iterator[str]:
    yield f"{report.title}."
    yield from bodies(report.approvals)


def _changes(store: Store, report: Report, changed: list[Revision]) -> Iterator[str]:
    layout = Layout(store, report, Edition.FORMAL)
    lines = list(dict.fromkeys(revision(layout, one) for one in changed))
    yield from lines[:MOST]
    if len(lines) > MOST:
        yield f"And {len(lines) - MOST} more."
