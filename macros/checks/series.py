"""`series`: a series says where it breaks, a year when it is not a whole one, and a new report's tables keep to one
number of decimals (DOMAIN.md section 9: break_in_series_flag, partial_year_flag, one_dp_policy; section 5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from macros.checks.context import Context
from macros.datasets.catalogue import Catalogue
from macros.datasets.printed import Place, decimals, places
from macros.model.figure_problems import CELLS, KINDS
from macros.model.finding import Finding
from macros.model.indicator import PeriodType, Unit
from macros.model.observation import Observation
from macros.model.period import Period, PeriodKind
from macros.model.status import ObservationStatus

_YEARS = (PeriodKind.FINANCIAL_YEAR, PeriodKind.CALENDAR_YEAR)


def series(context: Context) -> list[Finding]:
    """Breaks that no [b] marks, years that are the sum of some of their quarters only, mixed decimals."""
    catalogue = context.store.catalogue
    found: list[Finding] = []
    for name, release in context.store.releases.items():
        is_new = context.store.report(name).exemption is None  # in a historic report nobody can mend it
        for place in places(release):
            found += _breaks(place)
            found += _partial_years(catalogue, place)
            found += _mixed_decimals(catalogue, place) if is_new else ()
    return found


def _breaks(place: Place) -> Iterator[Finding]:
    """One finding for each indicator of a place whose years are of two kinds, or have other categories."""
    rows: dict[str, list[Observation]] = {}
    for one in place.cells.values():
        if one.key.period.kind in _YEARS:
            rows.setdefault(one.key.indicator, []).append(one)
    is_table = place.source.startswith(("Table", "Appendix"))  # a sentence names the categories it likes
    for held in rows.values():
        years = sorted({one.key.period for one in held})
        if len(years) < 2 or any(one.status is ObservationStatus.BREAK for one in held):
            continue
        if why := _of_kinds(years) or (_of_categories(held, years) if is_table else ""):
            what = f"{held[0].key.indicator} {place.area}"
            facts: dict[str, object] = {"source": place.source, "what": what, "why": why, CELLS: tuple(held)}
            yield Finding(KINDS["break-unmarked"], held[0].path, held[0].row, facts)


def _of_kinds(years: list[Period]) -> str:
    """A calendar year shares quarters with two financial years and is neither of them."""
    if len({year.kind for year in years}) < 2:
        return ""
    calendar = ", ".join(year.text for year in years if year.kind is PeriodKind.CALENDAR_YEAR)
    financial = ", ".join(year.text for year in years if year.kind is PeriodKind.FINANCIAL_YEAR)
    return f"{calendar} is a calendar year and {financial} runs from April to March"


def _of_categories(held: list[Observation], years: list[Period]) -> str:
    """The first category that some years have and others do not even leave blank.

    A year with a single category is a figure picked out, and no set of categories.
    """
    counts = Counter(one.key.period for one in held)
    if min(counts.values()) < 2:
        return ""
    for breakdown in dict.fromkeys(one.key.breakdown for one in held if one.key.breakdown):
        there = {one.key.period for one in held if one.key.breakdown == breakdown}
        if len(there) < len(years):
            codes = ", ".join(code for _, code in breakdown)
            absent = ", ".join(year.text for year in years if year not in there)
            return f"the category {codes} is not there for {absent}"
    return ""


def _mixed_decimals(catalogue: Catalogue, place: Place) -> Iterator[Finding]:
    """One finding for each percentage of a place that is given with several numbers of decimals; 0 and 100 fit all."""
    seen: dict[str, dict[int, Observation]] = {}
    for one in place.cells.values():
        is_share = catalogue.indicator(one.key.indicator).unit is Unit.PERCENT
        if is_share and one.value is not None and one.value not in (0, 100):
            seen.setdefault(one.key.indicator, {}).setdefault(decimals(one.value), one)
    for held in seen.values():
        first, *others = held.values()
        if others:
            facts: dict[str, object] = {
                "source": place.source,
                "what": first.key.words,
                "printed": first.value,
                "other": others[0].value,
                CELLS: (first, others[0]),
            }
            yield Finding(KINDS["decimals-mixed"], others[0].path, others[0].row, facts)


def _partial_years(catalogue: Catalogue, place: Place) -> Iterator[Finding]:
    """Years of a flow that add up some quarters only; a quarter printed as blank says so itself."""
    for one in place.cells.values():
        indicator = catalogue.indicator(one.key.indicator)
        if one.key.period.kind not in _YEARS or indicator.period_type is not PeriodType.FLOW:
            continue
        if indicator.unit is not Unit.COUNT or not one.value:
            continue
        breakdown = frozenset(one.key.breakdown)
        cells = [(quarter, place.cells.get((indicator.id, quarter, breakdown))) for quarter in one.key.period.quarters]
        held = [cell for _, cell in cells if cell is not None]
        absent = [quarter.text for quarter, cell in cells if cell is None]
        if held and absent and sum((cell.value or Decimal(0) for cell in held), Decimal(0)) == one.value:
            facts: dict[str, object] = {
                "source": one.source,
                "what": one.key.words,
                "printed": one.value,
                "absent": ", ".join(absent),
                CELLS: (one, *held),
            }
            yield Finding(KINDS["partial-year"], one.path, one.row, facts)
