"""The line under a chart or table: where its figures were printed, the release, the download."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from macros.datasets.store import Store
from macros.model.observation import Observation
from macros.model.report import Report
from macros.render.downloads import OBSERVATION_COLUMNS, csv_text, download_link, observation_rows
from macros.render.html import tag
from macros.wording import periods

_PRINTED = ("Table", "para", "section", "Appendix", "page")  # how the places of a printed report are called


def source_line(store: Store, report: Report, observations: Iterable[Observation], download: str, csv: str) -> Markup:
    """`Source: Table 8 of the printed report. Release of 21 November 2026. Download as CSV (1 kB)`.

    Open data is told apart: `Source: Department for Education, …, as published; taken on 27 November 2026.`
    """
    printed: dict[str, None] = {}
    published: dict[tuple[str, str], None] = {}
    for one in observations:
        source = store.comparators.source_of(one)
        if source is None:
            printed[one.source] = None
        else:
            published[one.source, periods.day(source.day)] = None
    of_print = " of the printed report" if any(place.startswith(_PRINTED) for place in printed) else ""
    parts = (
        [f"Source: {_joined(list(printed))}{of_print}. Release of {periods.day(report.release)}."] if printed else []
    )
    parts += [
        f"{'Also' if printed else 'Source'}: {source}, as published; taken on {day}." for source, day in published
    ]
    return tag("p", f"{' '.join(parts)} ", download_link(download, csv), class_="tv-source")


def _joined(places: Sequence[str]) -> str:
    return places[0] if len(places) == 1 else f"{', '.join(places[:-1])} and {places[-1]}"


def csv_of(store: Store, report: Report, observations: Sequence[Observation]) -> str:
    """The observations of a block as CSV text, in the published contract's columns."""
    rows = [
        row
        for one in observations
        for row in observation_rows(store.release_of(report.id, one), (one,), store.catalogue.indicators)
    ]
    return csv_text(OBSERVATION_COLUMNS, rows)


def download_path(report: Report, name: str) -> str:
    """Where a block's CSV lies in the site."""
    return f"data/reports/{report.id}/{slug(name)}.csv"


def slug(text: str) -> str:
    """`Table 5 (timeliness)` as `table-5-timeliness`."""
    kept = "".join(letter.lower() if letter.isascii() and letter.isalnum() else " " for letter in text)
    return "-".join(kept.split())
