"""The macro of the generated pages: all that the reports hold of one indicator."""

from __future__ import annotations

from macros.pages.chart_macros import CACHE
from macros.pages.draft import is_draft
from macros.pages.page_context import PageContext
from macros.render.block import Block
from macros.render.indicator_record import record


def indicator_record(page: PageContext, indicator: str) -> Block:
    """What an indicator measures, its figures in every report, what was changed, and what may be compared."""
    found = page.store.catalogue.indicator(indicator)
    shown = [report for report in page.store.reports.values() if is_draft() or report.is_published]
    return record(page.store, found, shown, page.store.root / CACHE)
