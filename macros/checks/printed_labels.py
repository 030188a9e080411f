"""`labels` and `percentages`: the time printed over a figure is that of the figure, and whom the words speak of is
whom the figure counts (DOMAIN.md section 9: period_label_in_range, base_declared)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from macros.checks.context import Context
from macros.datasets.printed_labels import printed_labels as declared
from macros.datasets.printed_labels import unreadable_labels
from macros.model.figure_problems import CELLS, KINDS
from macros.model.finding import Finding
from macros.model.indicator import Indicator
from macros.model.observation import Observation
from macros.model.period import Period
from macros.model.printed_label import Labelled, PrintedLabel, agree, span_of
from macros.model.release import Release


def printed_labels(context: Context) -> list[Finding]:
    """Labels that name no time or another time, and words that speak of others than the figure counts."""
    indicators = context.store.catalogue.indicators
    found: list[Finding] = []
    for name, release in context.store.releases.items():
        path = f"data/reports/{name}/{release.date.isoformat()}/labels.csv"
        found += [
            Finding(KINDS["bad-label"], path, row, {"row": row, "why": why})
            for row, why in unreadable_labels(release, indicators)
        ]
        for label in declared(release, indicators):
            if label.kind is Labelled.PERIOD:
                found += _time(release, label, path)
            else:
                found += _base(release, label, path, indicators[label.means])
    return found


def _time(release: Release, label: PrintedLabel, path: str) -> Iterator[Finding]:
    period = Period.parse(label.means)
    span = span_of(label.printed)
    if span is not None and agree(span, (period.start, period.end)):
        return
    why = "which is no year and no day" if span is None else f"but {period} is meant"
    cells = release.by_source.get(label.source) or _stand_in(release, label)
    told = {"source": label.source, "printed": label.printed, "note": label.note, "why": why}
    facts: dict[str, object] = {**told, CELLS: tuple(cells)}
    yield Finding(KINDS["period-mislabelled"], path, label.row, facts)


def _base(release: Release, label: PrintedLabel, path: str, indicator: Indicator) -> Iterator[Finding]:
    if label.printed == indicator.base_unit:
        return
    rows = release.by_indicator.get(indicator.id, ())
    cells = [one for one in rows if one.source == label.source] or [replace(one, source=label.source) for one in rows]
    facts: dict[str, object] = {
        "source": label.source,
        "printed": label.printed,
        "what": indicator.id,
        "counts": indicator.base_unit,
        "note": label.note,
        CELLS: tuple(cells) or _stand_in(release, label),
    }
    yield Finding(KINDS["base-mixed"], path, label.row, facts)


def _stand_in(release: Release, label: PrintedLabel) -> tuple[Observation, ...]:
    """A label over no figure of its own is explained by its place alone, whatever figure an issue names."""
    return tuple(replace(one, source=label.source) for one in release.observations)
