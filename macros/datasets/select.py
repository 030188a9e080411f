"""Choosing figures from the store: one, or a series. Every refusal names what there is instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Context, Decimal

from macros.datasets.store import Store
from macros.errors import AmbiguousRequest, BadPeriod, BadRequest, MissingObservation
from macros.model.codelist import TOTAL
from macros.model.indicator import Indicator, Polarity, Unit
from macros.model.observation import Breakdown, Observation, ObservationKey
from macros.model.period import Period, PeriodKind

_EXACT = Context(prec=200)  # more digits than a cell may hold, so that rounding never fails


@dataclass(frozen=True)
class Request:
    """What is asked for. `breakdown` maps dimension to code; `source` narrows to one printed place."""

    report: str
    indicator: str
    area: str
    period: str
    breakdown: Mapping[str, str]
    source: str = ""


@dataclass(frozen=True)
class Figure:
    """An observation chosen, with every place where the report prints it."""

    report: str
    indicator: Indicator
    observation: Observation
    sources: tuple[str, ...]
    polarity: Polarity

    @property
    def key(self) -> ObservationKey:
        """What the figure is about."""
        return self.observation.key

    @property
    def value(self) -> Decimal:
        """The value, in the indicator's unit. Raises MissingObservation when the report prints none."""
        if self.observation.value is None:
            raise MissingObservation(
                f"'{self.indicator.id}' is printed without a number for {self.key.period} "
                f"({self.observation.note or self.observation.status.meaning}; {self.sources[0]}).",
                "Say so in words, or show it in a table.",
            )
        return self.observation.value


def figure(store: Store, request: Request) -> Figure:
    """The one figure that answers a request. Raises ReportsError with what there is instead."""
    indicator = store.catalogue.indicator(request.indicator)
    store.catalogue.area(request.area)
    breakdown = complete(store, indicator, request.breakdown)
    rows = store.release(request.report).by_indicator.get(indicator.id, ())
    key = _key(request, breakdown, rows)
    places = list(store.release(request.report).by_key.get(key, ())) or published(store, request.report, key)
    if not places:
        raise _missing(request, breakdown, rows)
    if indicator.unit is Unit.PERCENT and any(dimension not in request.breakdown for dimension in indicator.dimensions):
        raise _undecided(indicator, rows)
    if request.source:
        places = [row for row in places if row.source == request.source] or _refuse_source(request, places)
    sources = tuple(row.source for row in places)
    return Figure(request.report, indicator, _agreed(request, places), sources, _polarity(store, indicator, breakdown))


def published(store: Store, report: str, key: ObservationKey) -> list[Observation]:
    """Open data of another area, where the report itself prints none; of its own council a report speaks itself."""
    if key.area == store.report(report).council:
        return []
    held = store.comparators.observations(key.indicator, (key.area,))
    return [one for one in held if (one.key.period, dict(one.key.breakdown)) == (key.period, dict(key.breakdown))]


def _undecided(indicator: Indicator, rows: Iterable[Observation]) -> AmbiguousRequest:
    """The error for a share asked for without its category: the whole (100%) is never what is meant."""
    held = dict.fromkeys(", ".join(f'{d}="{c}"' for d, c in row.key.breakdown) for row in rows)
    return AmbiguousRequest(f"'{indicator.id}' is a share of each category.", f"Say which: {'; '.join(held)}.")


def _polarity(store: Store, indicator: Indicator, breakdown: Breakdown) -> Polarity:
    """Whether a high value is good: of the category where its code list says so, else of the indicator."""
    codes = (store.catalogue.codelist(dimension)[code] for dimension, code in breakdown)
    return next((code.polarity for code in codes if code.polarity), indicator.polarity)


def series(store: Store, request: Request, by: str) -> tuple[Figure, ...]:
    """The figures along one line: `quarter`, `year`, `area` or a dimension of the indicator, in order."""
    indicator = store.catalogue.indicator(request.indicator)
    store.catalogue.area(request.area)
    if by in ("quarter", "year"):
        asked = [replace(request, period=period) for period in _periods(store, indicator, request, by)]
    elif by == "area":
        asked = [replace(request, area=area) for area in _areas(store, indicator, request)]
    elif by in indicator.dimensions:
        asked = [
            replace(request, breakdown={**request.breakdown, by: code})
            for code in _codes(store, indicator, request, by)
        ]
    else:
        known = ", ".join(("quarter", "year", "area", *indicator.dimensions))
        raise BadRequest(f"'{indicator.id}' cannot be shown by '{by}'.", f"Use one of: {known}.")
    found = tuple(figure(store, one) for one in asked)
    if not found:
        raise MissingObservation(
            f"There is no figure of '{indicator.id}' by {by} for {request.period}.", _held(store, request)
        )
    return found


def agree(first: Decimal | None, second: Decimal | None) -> bool:
    """Whether two printed values are one figure, the less precise being the other rounded half up."""
    if first is None or second is None:
        return first is second
    places = max(int(first.as_tuple().exponent), int(second.as_tuple().exponent))
    step = Decimal(1).scaleb(places)
    return first.quantize(step, ROUND_HALF_UP, _EXACT) == second.quantize(step, ROUND_HALF_UP, _EXACT)


def _agreed(request: Request, places: list[Observation]) -> Observation:
    """The most precise of the printed values, when they all are the same figure."""
    best = min(places, key=lambda row: int(row.value.as_tuple().exponent) if row.value is not None else 1)
    if all(agree(best.value, row.value) for row in places):
        return best
    printed = "; ".join(f"{'no number' if row.value is None else row.value} in {row.source}" for row in places)
    raise AmbiguousRequest(
        f"'{request.indicator}' for {request.period} is printed with different values: {printed}.",
        f'Say which one you mean, for instance source="{places[0].source}".',
    )


def complete(store: Store, indicator: Indicator, asked: Mapping[str, str]) -> Breakdown:
    """The whole breakdown asked for; a dimension left out stands for its printed total.

    Raises BadRequest for a dimension the indicator does not have, UnknownName for an unknown code.
    """
    for dimension in asked:
        if dimension not in indicator.dimensions:
            known = (
                f"It is broken down by: {', '.join(indicator.dimensions)}."
                if indicator.dimensions
                else "It has no breakdown."
            )
            raise BadRequest(f"'{indicator.id}' is not broken down by '{dimension}'.", known)
    for dimension, code in asked.items():
        store.catalogue.codelist(dimension)[code]
    return tuple((dimension, asked.get(dimension, TOTAL)) for dimension in indicator.dimensions)


def _key(request: Request, breakdown: Breakdown, rows: Iterable[Observation]) -> ObservationKey:
    try:
        period = Period.parse(request.period)
    except BadPeriod as error:
        raise BadPeriod(f"{error.message}", f"{_periods_held(rows, request.area)} {error.remedy}".strip()) from None
    return ObservationKey(request.indicator, request.area, period, breakdown)


def _missing(request: Request, breakdown: Breakdown, rows: Iterable[Observation]) -> MissingObservation:
    """The error for a key that is not held: name the codes, periods or areas that are."""
    rows = list(rows)
    what = " ".join(filter(None, (f"for {request.area}", request.period, *(f"{d}={c}" for d, c in breakdown))))
    message = f"There is no figure of '{request.indicator}' {what} in the release of {request.report}."
    here = [row for row in rows if row.key.area == request.area]
    if not here:
        areas = ", ".join(dict.fromkeys(row.key.area for row in rows))
        return MissingObservation(
            message, f"There are figures for: {areas}." if areas else "The release has none of it."
        )
    if not any(row.key.breakdown == breakdown for row in here):
        held = dict.fromkeys(", ".join(f'{d}="{c}"' for d, c in row.key.breakdown) for row in here)
        return MissingObservation(message, f"Say which: {'; '.join(held)}.")
    same = [row for row in here if row.key.breakdown == breakdown]
    return MissingObservation(message, _periods_held(same, request.area))


def _periods_held(rows: Iterable[Observation], area: str) -> str:
    periods = dict.fromkeys(row.key.period.text for row in rows if row.key.area == area)
    return f"There are figures for: {', '.join(periods)}." if periods else ""


def _held(store: Store, request: Request) -> str:
    rows = store.release(request.report).by_indicator.get(request.indicator, ())
    return _periods_held(rows, request.area)


def _refuse_source(request: Request, places: list[Observation]) -> list[Observation]:
    printed = ", ".join(row.source for row in places)
    raise MissingObservation(
        f"'{request.indicator}' for {request.period} is not printed in '{request.source}'.",
        f"It is printed in: {printed}.",
    )


def _periods(store: Store, indicator: Indicator, request: Request, by: str) -> list[str]:
    rows = _rows(store, indicator, request)
    if by == "quarter":
        year = Period.parse(request.period).year  # a calendar year has quarters of two financial years
        return sorted(
            {
                row.key.period.text
                for row in rows
                if row.key.period.kind is PeriodKind.QUARTER
                and year.start <= row.key.period.start
                and row.key.period.end <= year.end
            }
        )
    kind = Period.parse(request.period).kind
    last = Period.parse(request.period)
    return [
        p.text
        for p in sorted({row.key.period for row in rows if row.key.period.kind is kind and row.key.period <= last})
    ]


def _areas(store: Store, indicator: Indicator, request: Request) -> list[str]:
    """The areas that the report prints; where it prints its own alone, also those that open data holds beside it."""
    period = Period.parse(request.period)
    rows = store.release(request.report).by_indicator.get(indicator.id, ())
    breakdown = complete(store, indicator, request.breakdown)  # an area may have a number for another category
    printed = dict.fromkeys(row.key.area for row in rows if _fits(row, period, breakdown))
    if len(printed) > 1:
        return list(printed)
    report = store.report(request.report)
    others = (*store.comparators.neighbours.get(request.area, ()), report.region, report.nation)
    held = store.comparators.observations(indicator.id, [area for area in others if area and area not in printed])
    return list(printed | dict.fromkeys(row.key.area for row in held if _fits(row, period, breakdown)))


def _fits(row: Observation, period: Period, breakdown: Breakdown) -> bool:
    """Whether a row has a number for a period and a category."""
    return (row.key.period, row.key.breakdown) == (period, breakdown) and row.value is not None


def _codes(store: Store, indicator: Indicator, request: Request, by: str) -> list[str]:
    period = Period.parse(request.period)
    others = {dimension: code for dimension, code in request.breakdown.items() if dimension != by}
    held = {
        dict(row.key.breakdown)[by]
        for row in store.release(request.report).by_indicator.get(indicator.id, ())
        if row.key.area == request.area
        and row.key.period == period
        and others.items() <= dict(row.key.breakdown).items()
    }
    return [code.code for code in store.catalogue.codelist(by) if code.code in held and code.code != TOTAL]


def _rows(store: Store, indicator: Indicator, request: Request) -> list[Observation]:
    """The rows of the request's area and breakdown, over all periods."""
    breakdown = complete(store, indicator, request.breakdown)
    rows = store.release(request.report).by_indicator.get(indicator.id, ())
    found = [row for row in rows if row.key.area == request.area and row.key.breakdown == breakdown]
    return [row for row in found if not request.source or row.source == request.source]
