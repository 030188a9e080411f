"""`small-numbers`: no small count is shown, nor can one be worked out (DOMAIN.md section 6; DESIGN.md section 10)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from macros.checks.context import Context
from macros.datasets.catalogue import Catalogue
from macros.datasets.linear_audit import audit
from macros.datasets.printed import parts_of_total, places
from macros.datasets.published_tables import Publications, Tables, counts_behind, with_bases
from macros.datasets.row_bounds import Cell
from macros.datasets.store import Store
from macros.datasets.suppression import DEFAULT, Policy
from macros.model.figure_problems import DISCLOSURE_KINDS as KINDS
from macros.model.finding import Finding
from macros.model.indicator import Unit
from macros.model.observation import Observation
from macros.model.release import Release
from macros.model.report import Report
from macros.model.status import ObservationStatus


def small_numbers(context: Context) -> list[Finding]:
    """Small counts and shares of small counts that are shown, or follow from all a council has published."""
    found: list[Finding] = []
    told = Publications(context.store.catalogue)
    for report in context.store.reports.values():
        if report.exemption is None and report.id in context.store.releases:
            found += _of_report(context.store, told, report, DEFAULT)
    return found


def _of_report(store: Store, told: Publications, report: Report, policy: Policy) -> list[Finding]:
    release = store.release(report.id)
    tables = told.tables(release, _others(store, report))
    shown = [*_shown(store.catalogue, release, policy), *_alike(store.catalogue, release, policy)]
    return [*shown, *_worked_out(store.catalogue, tables, policy)]


def _others(store: Store, report: Report) -> list[Release]:
    """The other releases of the council: earlier ones of the report itself, and its other reports; newest first."""
    found: list[tuple[date, Release]] = []
    for other in store.reports.values():
        if other.council != report.council:
            continue
        if other.id != report.id and other.id in store.releases:
            found.append((other.period.end, store.releases[other.id]))
        is_own = other.id == report.id
        found += [(one.date if is_own else other.period.end, one) for one in store.earlier.get(other.id, ())]
    return [release for _, release in sorted(found, key=lambda pair: pair[0], reverse=True)]


def _shown(catalogue: Catalogue, release: Release, policy: Policy) -> Iterator[Finding]:
    """What the release shows outright, figure by figure."""
    for one in with_bases(release).observations:
        indicator = catalogue.indicator(one.key.indicator)
        if one.status is ObservationStatus.CONFIDENTIAL and (one.numerator, one.denominator) != (None, None):
            yield _finding("small-count", one, shows="is hidden, but its numerator or denominator stands beside it")
        elif indicator.base_unit not in policy.strict_units:
            continue
        elif indicator.unit is Unit.COUNT:
            yield from _small_count(one, policy)
        elif indicator.unit is Unit.PERCENT:
            yield from _small_share(one, policy)


def _small_count(one: Observation, policy: Policy) -> Iterator[Finding]:
    if one.value is not None and policy.is_small(int(one.value)):
        yield _finding("small-count", one, shows=f"shows {one.value}, a count {_small(policy)}")


def _small_share(one: Observation, policy: Policy) -> Iterator[Finding]:
    """A share of a small base, or one behind which stands a small count."""
    least, most = counts_behind(one) or (None, None)
    if one.denominator is not None and one.denominator < policy.least_base:
        shows = f"is a share of {one.denominator}, fewer than {policy.least_base}"
    elif one.numerator is not None and policy.is_small(int(one.numerator)):
        shows = f"has the numerator {one.numerator}, a count {_small(policy)}"
    elif least is not None and most is not None and policy.is_small(least) and policy.is_small(most):
        counts = f"{least}" if least == most else f"{least} to {most}"
        shows = f"is {one.value}% of {one.denominator}, so it stands for {counts}, a count {_small(policy)}"
    else:
        return
    yield _finding("small-share", one, shows=shows)


def _alike(catalogue: Catalogue, release: Release, policy: Policy) -> Iterator[Finding]:
    """Noughts that tell about every child of a small group: they leave one category for all of them."""
    for place in places(release):
        for one in place.cells.values():
            indicator = catalogue.indicator(one.key.indicator)
            is_hidden = one.status is ObservationStatus.CONFIDENTIAL
            is_small = is_hidden or (one.value is not None and 0 < one.value < policy.least_base)
            if not is_small or indicator.unit is not Unit.COUNT or indicator.base_unit not in policy.strict_units:
                continue
            for parts in parts_of_total(place, one).values():
                noughts = [part for part in parts if part.value == 0]
                if len(noughts) == len(parts) - 1:
                    shows = "shows 0, and so do all other parts of a small group but one, so it tells about each child"
                    yield _finding("small-count", noughts[0], shows=shows)


def _small(policy: Policy) -> str:
    return f"from {policy.lowest} to {policy.highest}"


def _worked_out(catalogue: Catalogue, tables: Tables, policy: Policy) -> Iterator[Finding]:
    """Hidden figures, and small ones in no table, that have one possible value."""
    for one in tables.shown_elsewhere.values():
        yield _finding("solvable", one, how="this council published it in another place or an earlier release")
    found = audit(tables.equations, tables.ranges, tables.hidden, policy.highest, tables.own)
    for cell, one in tables.hidden.items():
        if cell in found.values:
            yield _finding("solvable", one, how="the other figures of this council leave it only one possible value")
        elif cell in found.undecided:
            yield _finding("solvable", one, how="its tables are too large to show that nobody can work it out")
    yield from _differences(catalogue, tables, found.values, policy)


def _differences(catalogue: Catalogue, tables: Tables, values: Mapping[Cell, int], policy: Policy) -> Iterator[Finding]:
    """Small counts that stand nowhere and are the difference of figures of this report and others."""
    small = {
        cell
        for cell in values.keys() - tables.hidden.keys()
        if cell[0] != "denominator"
        and catalogue.indicator(cell[1]).base_unit in policy.strict_units
        and policy.is_small(values[cell])
    }
    telling: dict[Cell, list[Cell]] = {}
    for one in tables.equations if small else ():
        for cell in one.cells:
            if cell in small:
                telling.setdefault(cell, []).extend(one.cells)
    for beside in telling.values():
        own = next((tables.own[other] for other in beside if other in tables.own), None)
        if own is not None:
            what = f"a count {_small(policy)} beside {own.key.words}"
            yield _finding("solvable", own, what=what, how="the figures of this council give it by subtraction")


def _finding(kind: str, one: Observation, **facts: object) -> Finding:
    return Finding(KINDS[kind], one.path, one.row, {"source": one.source, "what": one.key.words, **facts})
