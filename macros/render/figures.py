"""A figure in prose: its text, linked to the entry that says what it measures; and those entries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from markupsafe import Markup

from macros.datasets.known_issues import concerning
from macros.datasets.select import Figure
from macros.datasets.store import Store
from macros.model.codelist import Codelist
from macros.model.indicator import Indicator
from macros.model.observation import Observation
from macros.model.period import Period
from macros.model.provenance import Provenance
from macros.model.report import Edition
from macros.render.html import inert, join, tag
from macros.render.issue_mark import issue_marks
from macros.wording import numbers, periods

HEADING = {Edition.FORMAL: "Figures on this page", Edition.YOUNG_PEOPLE: "Where these numbers come from"}


def provenance(store: Store, figure: Figure, edition: Edition, shown: str) -> Provenance:
    """Where a figure comes from, for the page it stands on."""
    return observation_provenance(store, figure.report, figure.observation, edition, shown, "; ".join(figure.sources))


def observation_provenance(
    store: Store, report: str, observation: Observation, edition: Edition, shown: str, source: str = ""
) -> Provenance:
    """Where one printed value comes from; `source` when it stands in more than one place."""
    key = observation.key
    return Provenance(
        edition=edition.value,
        report=report,
        release=store.release_of(report, observation).date.isoformat(),
        indicator=key.indicator,
        area=key.area,
        period=key.period.text,
        breakdown=key.breakdown_text,
        value="" if observation.value is None else str(observation.value),
        source=source or observation.source,
        shown=shown,
    )


def link(mark: Provenance) -> Markup:
    """The figure's text as a link; its target is set when the page's list of figures is made."""
    marker = inert(mark.marker)
    return tag("a", inert(mark.shown), class_="tv-figure", href="#figures-on-this-page", data_figure=marker)


def figures_list(
    store: Store, marks: Iterable[tuple[str, Provenance]], edition: Edition, root: str | None = None
) -> Markup:
    """The section that says what each figure on a page measures. `marks`: (anchor or "", figure).

    Figures of one indicator stand together under its definition; those of tables and charts,
    which name their source themselves, give the definition alone. `root` is the way to the site's root, if known.
    """
    groups: dict[str, list[tuple[str, Provenance]]] = {}
    for anchor, mark in marks:
        groups.setdefault(mark.indicator, []).append((anchor, mark))
    entries = [_indicator(store, store.catalogue.indicator(name), marks, root) for name, marks in groups.items()]
    heading = tag("h2", HEADING[edition], id="figures-on-this-page")
    if edition is Edition.YOUNG_PEOPLE:  # there for who asks; a link to a figure opens it
        heading, entries = Markup(), [tag("details", tag("summary", heading), *entries)]
    return tag(
        "section",
        heading,
        *entries,
        class_="tv-figures",
        aria_labelledby="figures-on-this-page",
        data_search_exclude=True,
    )


def _indicator(store: Store, indicator: Indicator, marks: list[tuple[str, Provenance]], root: str | None) -> Markup:
    formal = marks[0][1].edition == Edition.FORMAL
    name, definition, base = (
        (indicator.name, indicator.definition, indicator.base)
        if formal
        else (indicator.plain_name, indicator.plain_definition, indicator.plain_base)
    )
    base_label = "Base: " if formal else "Who is counted: "
    items = [_entry(store, anchor, mark, root) for anchor, mark in marks if anchor]
    return tag(
        "div",
        tag("h3", _to_record(indicator, name, root) if formal else name),
        tag("p", definition, join((f" {base_label}", base.rstrip("."), ".")) if base else None),
        tag("ul", *items) if items else None,
        class_="tv-indicator",
    )


def _to_record(indicator: Indicator, name: str, root: str | None) -> Markup | str:
    """The name, leading to the page of the indicator, where the way to it is known."""
    return name if root is None else tag("a", name, href=f"{root}/indicators/{indicator.id}/")


def _entry(store: Store, anchor: str, mark: Provenance, root: str | None) -> Markup:
    if mark.breakdown.startswith("target="):
        return tag("li", tag("b", mark.shown), f" Target. {mark.source}.", id=anchor)
    what = [periods.full(Period.parse(mark.period)), *_categories(store.catalogue.codelists, mark)]
    area = store.catalogue.area(mark.area)
    released = periods.day(date.fromisoformat(mark.release))
    places = f"{told_by(store, mark.source)} {_places(mark.source)}"
    text = f" {', '.join((*what, area.short_name))}. {places}. Release of {released}."
    exact = _exact(mark, store.catalogue.indicator(mark.indicator))
    return tag("li", tag("b", mark.shown), exact, text, *_issues(store, mark, root), id=anchor)


def told_by(store: Store, source: str) -> str:
    """The words before a source: the figure was printed in the report, or another publisher has published it."""
    publishers = [one.publisher for one in store.comparators.sources if one.publisher]
    return "Published by" if any(source.startswith(f"{name},") for name in publishers) else "Printed in"


def _issues(store: Store, mark: Provenance, root: str | None) -> Iterator[Markup]:
    """What is known not to hold of a figure of the release in force."""
    figure = (mark.indicator, mark.area, mark.period, mark.breakdown)
    found = concerning(store, mark.report, figure, mark.source.split("; "))
    for said in issue_marks(store, mark.report, found, Edition(mark.edition), root):
        yield Markup(" ") + said


def _exact(mark: Provenance, indicator: Indicator) -> str:
    """The printed value, where the page shows it in other words."""
    if not mark.value:
        return ""
    printed = numbers.in_unit(Decimal(mark.value), indicator.unit)
    is_shown = re.search(rf"(?<![\d.,]){re.escape(printed)}(?![\d.,])", mark.shown)
    return "" if is_shown else f" (printed: {printed})"


def _categories(codelists: Mapping[str, Codelist], mark: Provenance) -> list[str]:
    labels = []
    for part in filter(None, mark.breakdown.split(";")):
        dimension, code = part.split("=", 1)
        known = codelists[dimension][code]
        labels.append(known.label if mark.edition == Edition.FORMAL else known.plain_label)
    return labels


def _places(source: str) -> str:
    places = [place.strip() for place in source.split(";")]
    return places[0] if len(places) == 1 else f"{', '.join(places[:-1])} and {places[-1]}"
