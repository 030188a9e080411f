"""Requests for figures of the tiny project, with defaults."""

from __future__ import annotations

from macros.datasets.select import Request
from tests.builders import REPORT


def request_of(
    indicator: str = "on_time_pct", period: str = "2016-17", area: str = "york", **breakdown: str
) -> Request:
    """A request for a figure of the tiny project."""
    return Request(REPORT, indicator, area, period, breakdown)
