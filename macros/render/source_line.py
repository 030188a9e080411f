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


def source_line(report: Report, sources: Iterable[str], download: str, csv: str) -> Markup:
    """`Source: Table 8 of the printed report. Release of 21 November 2026. Download as CSV (1 kB)`."""
    places = list(dict.fromkeys(sources))
    printed = places[0] if len(places) == 1 else f"{', '.join(places[:-1])} and {places[-1]}"
    text = f"Source: {printed} of the printed report. Release of {periods.day(report.release)}. "
    return tag("p", text, download_link(download, csv), class_="tv-source")


def csv_of(store: Store, report: Report, observations: Sequence[Observation]) -> str:
    """The observations of a block as CSV text, in the published contract's columns."""
    rows = observation_rows(store.release(report.id), observations, store.catalogue.indicators)
    return csv_text(OBSERVATION_COLUMNS, rows)


def download_path(report: Report, name: str) -> str:
    """Where a block's CSV lies in the site."""
    return f"data/reports/{report.id}/{slug(name)}.csv"


def slug(text: str) -> str:
    """`Table 5 (timeliness)` as `table-5-timeliness`."""
    kept = "".join(letter.lower() if letter.isascii() and letter.isalnum() else " " for letter in text)
    return "-".join(kept.split())
