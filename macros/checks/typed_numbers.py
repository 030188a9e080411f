"""`typed-numbers`: a page of a report asks for each figure and types none, in digits or in words (promise 1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.checks.context import Context
from macros.datasets.page_source import PageSource
from macros.datasets.select import agree
from macros.model.finding import Finding
from macros.model.indicator import Unit
from macros.model.observation import Observation
from macros.model.problems import KINDS
from macros.model.report import Report
from macros.wording.typed_numbers import Typed
from macros.wording.typed_numbers import typed_numbers as typed_in

_SETTINGS = ("title", "description")  # front matter that readers see, too
_MOST = 2  # figures that a finding offers


def typed_numbers(context: Context) -> list[Finding]:
    """Each number typed on a page of a report that is declared to be no figure neither there nor in literals.csv."""
    everywhere = [row["text"] for row in context.store.catalogue.words.get("literals", ())]
    return [one for page in context.report_pages for one in _of_page(context, page, everywhere)]


def _of_page(context: Context, page: PageSource, everywhere: list[str]) -> Iterator[Finding]:
    own = page.meta.get("literals") or {}
    if not isinstance(own, Mapping) or not all(isinstance(why, str) and why.strip() for why in own.values()):
        yield Finding(KINDS["literals-unexplained"], page.path, 1)
        own = {}
    literals = [*everywhere, *(str(text) for text in own)]
    for name in _SETTINGS:
        for one in typed_in(str(page.meta.get(name) or ""), literals):
            yield _finding(context, page, one, 1)
    for one in typed_in(page.body, literals):
        yield _finding(context, page, one, page.body_line + page.body.count("\n", 0, one.start))


def _finding(context: Context, page: PageSource, one: Typed, line: int) -> Finding:
    report = context.store.reports.get(str(page.meta.get("report")))
    held = _macros(context, report, one) if report is not None else []
    remedy = (
        f"The data holds it: write {' or '.join(held)} in double curly brackets."
        if held
        else "If the data holds it, ask for it with a macro. If it is no figure, declare it below `literals:` in the "
        "front matter, with the reason."
    )
    return Finding(KINDS["typed-number"], page.path, line, {"near": one.text, "remedy": remedy})


def _macros(context: Context, report: Report, typed: Typed) -> list[str]:
    """The macros that give the typed value, those of the report's own council and period first."""
    release = context.store.releases.get(report.id)
    if release is None or typed.value is None:
        return []
    fits = [
        row
        for row in release.observations
        if agree(row.value, typed.value) and _is_share(context, row) == typed.is_share
    ]
    fits.sort(key=lambda row: (row.key.area != report.council, row.key.period != report.period))
    return list(dict.fromkeys(_macro(report, row) for row in fits))[:_MOST]


def _is_share(context: Context, row: Observation) -> bool:
    return context.store.catalogue.indicator(row.key.indicator).unit is Unit.PERCENT


def _macro(report: Report, row: Observation) -> str:
    options = [f'{dimension}="{code}"' for dimension, code in row.key.breakdown if code != "total"]
    options += [f'period="{row.key.period}"'] if row.key.period != report.period else []
    options += [f'area="{row.key.area}"'] if row.key.area != report.council else []
    return f"figure({', '.join([chr(34) + row.key.indicator + chr(34), *options])})"
