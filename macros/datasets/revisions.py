"""What changed between two releases of one report: the old value, the new one, why and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from macros.datasets.store import Store
from macros.model.observation import Observation, ObservationKey
from macros.model.release import Release
from macros.model.status import ObservationStatus

_Place = tuple[ObservationKey, str]  # what a figure is about and where it is printed: it stands there once


@dataclass(frozen=True)
class Revision:
    """One printed place in two releases that follow each other; None where a release does not have it."""

    report: str
    before: date
    first: Observation | None
    after: date
    later: Observation | None
    why: str

    @property
    def key(self) -> ObservationKey:
        """What the figure is about."""
        return self._either.key

    @property
    def source(self) -> str:
        """Where it is printed."""
        return self._either.source

    @property
    def is_withheld(self) -> bool:
        """Whether one of the two is hidden, so that neither may be told."""
        return any(_is_hidden(one) for one in (self.first, self.later))

    @property
    def _either(self) -> Observation:
        one = self.later or self.first
        if one is None:
            raise ValueError("A revision has a figure before, or after, or both.")
        return one


def all_releases(store: Store, report: str) -> tuple[Release, ...]:
    """The releases of a report up to the one in force, oldest first."""
    return (*store.earlier.get(report, ()), store.release(report))


@lru_cache(maxsize=4096)  # the page of each indicator asks of each report
def revisions(store: Store, report: str) -> tuple[Revision, ...]:
    """What each release of a report changed, the newest release first, in printed order."""
    return tuple(_revisions(store, report))


def _revisions(store: Store, report: str) -> Iterator[Revision]:
    releases = all_releases(store, report)
    withheld = withheld_keys(store, report)
    for before, after in reversed(list(pairwise(releases))):
        old, new = _by_place(before), _by_place(after)
        for place in (*new, *(place for place in old if place not in new)):
            first, later = old.get(place), new.get(place)
            if _facts(first) != _facts(later):
                hidden = place[0] in withheld
                yield Revision(
                    report, before.date, hide(first, hidden), after.date, hide(later, hidden), after.why
                )  # fmt: skip


def withheld_keys(store: Store, report: str) -> set[ObservationKey]:
    """What some release of a report hides: then no release tells it any more."""
    every = (one for release in all_releases(store, report) for one in release.observations)
    return {one.key for one in every if _is_hidden(one)}


def hide(one: Observation | None, hidden: bool) -> Observation | None:
    """The observation, or what may be told of it: that there is one."""
    if one is None or not hidden or _is_hidden(one):
        return one
    return Observation(
        one.key, None, None, None, ObservationStatus.CONFIDENTIAL, one.source, "", one.path, one.row
    )  # fmt: skip


def told(store: Store, release: Release) -> list[Observation]:
    """The observations of a release as they may be told today."""
    withheld = withheld_keys(store, release.report)
    return [shown for one in release.observations if (shown := hide(one, one.key in withheld))]


def _is_hidden(one: Observation | None) -> bool:
    return one is not None and one.status is ObservationStatus.CONFIDENTIAL


def _by_place(release: Release) -> dict[_Place, Observation]:
    return {(one.key, one.source): one for one in release.observations}


def _facts(one: Observation | None) -> tuple[str | None, ...] | None:
    """What a reader would quote: the value and its parts as printed (67 and 67.0 differ), and a blank's reason."""
    if one is None:
        return None
    return *(_text(number) for number in (one.value, one.numerator, one.denominator)), one.status.value


def _text(number: Decimal | None) -> str | None:
    return None if number is None else str(number)
