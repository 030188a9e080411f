"""The macro of the generated pages: all that the reports hold of one indicator."""

from __future__ import annotations

from macros.datasets.histories import printed
from macros.datasets.store import Store
from macros.model.report import Report
from macros.pages.chart_macros import CACHE
from macros.pages.draft import is_draft
from macros.pages.page_context import PageContext
from macros.render.block import Block
from macros.render.indicator_record import lines, record


def indicator_record(page: PageContext, indicator: str) -> Block:
    """What an indicator measures, its figures in every report, what was changed, and what may be compared."""
    found = page.store.catalogue.indicator(indicator)
    return record(page.store, found, _shown(page.store), page.store.root / CACHE)


def lines_of(store: Store, indicator: str) -> int:
    """How many charts `indicator_record` draws. Raises BadRequest for an indicator that is not in the catalogue."""
    found = store.catalogue.indicator(indicator)
    return len(lines(found, printed(store, found.id, _shown(store))))


def _shown(store: Store) -> list[Report]:
    return [report for report in store.reports.values() if is_draft() or report.is_published]
