"""The labels declared beside a release whose wording a rule can test."""

from __future__ import annotations

from collections.abc import Mapping

from macros.errors import BadPeriod
from macros.model.indicator import Indicator
from macros.model.period import Period
from macros.model.printed_label import Labelled, PrintedLabel
from macros.model.release import Release, Row


def printed_labels(release: Release, indicators: Mapping[str, Indicator]) -> list[PrintedLabel]:
    """The labels that can be tested; the other rows are told by `unreadable_labels`."""
    rows = enumerate(release.tables.get("labels", ()), 2)
    return [
        PrintedLabel(row["source"], Labelled(row["kind"]), row["printed"], row["means"], row["note"], number)
        for number, row in rows
        if not _fault(row, indicators)
    ]


def unreadable_labels(release: Release, indicators: Mapping[str, Indicator]) -> list[tuple[int, str]]:
    """The row numbers of labels that cannot be tested, and why."""
    rows = enumerate(release.tables.get("labels", ()), 2)
    return [(number, why) for number, row in rows if (why := _fault(row, indicators))]


def _fault(row: Row, indicators: Mapping[str, Indicator]) -> str:
    if row["kind"] not in list(Labelled):
        return f"'{row['kind']}' is no kind; use one of: {', '.join(Labelled)}."
    if not row["printed"]:
        return "the column 'printed' is empty. Write what stands in the printed report."
    return _no_period(row["means"]) if row["kind"] == Labelled.PERIOD else _no_base(row, indicators)


def _no_period(means: str) -> str:
    try:
        Period.parse(means)
    except BadPeriod as error:
        return str(error)
    return ""


def _no_base(row: Row, indicators: Mapping[str, Indicator]) -> str:
    units = sorted({one.base_unit for one in indicators.values() if one.base_unit})
    if row["means"] not in indicators:
        return f"'{row['means']}' is no indicator."
    if row["printed"] not in units:
        return f"'{row['printed']}' is no unit of a base; use one of: {', '.join(units)}."
    return ""
