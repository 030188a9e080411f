"""A chart's words agree with its numbers, and no series is told by its colour alone."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Page

from tests.browser.checker.complaint import Complaint, complain
from tests.browser.checker.in_page import ask

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def numbers_in_words(page: Page) -> list[Complaint]:
    """A number in a chart's alternative that stands neither in its table, its CSV file nor the drawing."""
    charts: list[dict[str, Any]] = ask(page, "chart-numbers")
    said = []
    for chart in charts:
        files = [page.context.request.get(url) for url in chart["csv"]]
        known = _numbers(" ".join([chart["numbers"], chart["said"], *(file.text() for file in files if file.ok)]))
        said += [
            f"{number} in “{chart['alt'].strip()[:90]}” is not in its table"
            for number in sorted(_numbers(chart["alt"]) - known)
        ]
    return complain("alt-number", said)


def _numbers(text: str) -> set[str]:
    return {found.replace(",", "") for found in _NUMBER.findall(text)}


def colour_alone(page: Page) -> list[Complaint]:
    """Two series that differ in colour and in nothing else (WCAG 1.4.1)."""
    return complain("colour-alone", ask(page, "colour-alone"))
