"""Which figures of a report differ between two built sites, and why: the releases say why."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation

from macros.datasets.revisions import Revision, hide, revisions, withheld_keys
from macros.datasets.store import Store
from macros.errors import ReportsError
from macros.model.observation import Observation, ObservationKey
from macros.model.period import Period
from macros.model.report import Edition
from macros.model.status import ObservationStatus
from macros.publishing.preview.published_site import Place, Row, SiteFolder, facts
from macros.render import restated
from macros.render.pivot import Layout

_SHOWN_BY = ("indicator", "area", "period", "breakdown")


@dataclass(frozen=True)
class FigureChange:
    """One printed figure before and after, the reason for it (empty: none is given), and the pages that show it."""

    revision: Revision
    pages: tuple[str, ...]

    @property
    def why(self) -> str:
        """The reason, as the release gives it."""
        return self.revision.why

    def words(self, store: Store, edition: Edition) -> str:
        """The change in one line of an edition's words."""
        layout = Layout(store, store.report(self.revision.report), edition)
        try:
            return restated.revision(layout, self.revision)
        except (ReportsError, KeyError):  # of an indicator or a category that the catalogue does not have any more
            return f"{self.revision.key.words} ({self.revision.source}): no longer in the catalogue."

    def is_for(self, edition: Edition) -> bool:
        """Whether a page of an edition shows it; the formal edition tells all."""
        return edition is Edition.FORMAL or any("young-people" in page for page in self.pages)


@dataclass(frozen=True)
class FigureChanges:
    """All of one report. `is_read` is False where the published site holds no figures that could be compared;
    `unread` counts rows that are no figures."""

    changes: tuple[FigureChange, ...] = ()
    is_read: bool = True
    unread: int = 0


def figure_changes(store: Store, report: str, old: SiteFolder, new: SiteFolder) -> FigureChanges:
    """What changed of a report's figures, in printed order; what is gone stands last."""
    if old.download(report) == new.download(report):
        return FigureChanges()
    before, after = old.rows(report), new.rows(report)
    if before is None or after is None:
        return FigureChanges(is_read=False)
    places = [place for place in after if place not in before or facts(before[place]) != facts(after[place])]
    places += [place for place in before if place not in after]
    shown = _shown(report, new.figures or ())
    found = [_change(store, report, before.get(place), after.get(place), shown) for place in places]
    told = tuple(one for one in found if one is not None)
    return FigureChanges(told, unread=len(found) - len(told))


def withheld_texts(store: Store, report: str) -> set[Place]:
    """What a report hides today, as `data/figures.json` names it."""
    if report not in store.releases:
        return set()
    keys = withheld_keys(store, report)
    return {(key.indicator, key.area, key.period.text, key.breakdown_text) for key in keys}


def shown_by(row: Row) -> Place:
    """What a row of `data/figures.json` is about."""
    return tuple(row[name] for name in _SHOWN_BY)


def _shown(report: str, figures: Iterable[Row]) -> dict[Place, tuple[str, ...]]:
    """The report's own pages that show each of its figures."""
    pages: dict[Place, dict[str, None]] = {}
    for row in figures:
        if row["report"] == report and row["page"].startswith(f"reports/{report}/"):
            pages.setdefault(shown_by(row), {})[row["page"]] = None
    return {place: tuple(urls) for place, urls in pages.items()}


def _change(
    store: Store, report: str, before: Row | None, after: Row | None, shown: Mapping[Place, Collection[str]]
) -> FigureChange | None:
    """None for a row that is no figure."""
    try:
        first, later = _observation(before), _observation(after)
        days = [date.fromisoformat(row["release"]) for row in (before, after) if row is not None]
    except (ReportsError, InvalidOperation, ValueError):
        return None
    one = later or first
    if one is None:
        return None
    hidden = one.key in withheld_keys(store, report)
    change = Revision(report, days[0], hide(first, hidden), days[-1], hide(later, hidden), "")
    why = " ".join(dict.fromkeys(_reasons(store, change)))
    row = after or before or {}
    return FigureChange(replace(change, why=why), tuple(shown.get(shown_by(row), ())))


def _reasons(store: Store, change: Revision) -> Iterator[str]:
    """The reason of each release since the published one that changed this printed place, the oldest first."""
    for one in reversed(revisions(store, change.report)):
        if (one.key, one.source) == (change.key, change.source) and one.before >= change.before and one.why:
            yield one.why


def _observation(row: Row | None) -> Observation | None:
    """A row as an observation. Raises what its cells deserve."""
    if row is None:
        return None
    parts = [part.partition("=") for part in row["breakdown"].split(";") if part]
    key = ObservationKey(
        row["indicator"],
        row["area"],
        Period.parse(row["period"]),
        tuple((dimension, code) for dimension, _, code in parts),
    )
    value, numerator, denominator = (_number(row[name]) for name in ("value", "numerator", "denominator"))
    return Observation(
        key, value, numerator, denominator, ObservationStatus(row["status"]), row["source"], "", "", 0
    )  # fmt: skip


def _number(text: str) -> Decimal | None:
    if not text:
        return None
    number = Decimal(text)
    if not number.is_finite() or abs(number.adjusted()) > 12:  # no figure of a report is as large
        raise InvalidOperation
    return number
