"""Every macro an author can write, in one table. Adding one: a row here and a page in docs/guide/macros/."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from macros.datasets.store import open_store
from macros.model.report import Edition
from macros.pages.chart_macros import chart
from macros.pages.comment_macros import you_said_we_did
from macros.pages.comparator_macros import comparators
from macros.pages.draft import is_draft
from macros.pages.figure_macros import change, figure, versus
from macros.pages.guidance_macro import guidance
from macros.pages.indicator_macros import indicator_record
from macros.pages.languages import describe_languages, known_languages
from macros.pages.list_macros import (
    accessibility_problems,
    known_issues,
    plan,
    recommendations,
    restatements,
    voices,
    who_to_talk_to,
    word,
)
from macros.pages.mistakes import CONTEXT, OWN, guarded
from macros.pages.page_context import PageContext, page_context
from macros.pages.picture_macros import headlines, picture
from macros.pages.placing import placed
from macros.pages.shelf import shelf
from macros.pages.table_macros import table
from macros.pages.young_frame import for_young_people, source
from macros.pages.young_macros import glossary, promises, quote, then_and_now, trusted_adult
from macros.render.block import Block
from macros.wording import periods
from macros.wording.publication import publication

FRONT_DOOR = "home.html"
Macro = Callable[..., object]

IN_A_SENTENCE: Mapping[str, Macro] = {
    "figure": figure,
    "change": change,
    "versus": versus,
    "word": word,
}
ON_A_LINE: Mapping[str, Callable[..., Block]] = {
    "table": table,
    "chart": chart,
    "comparators": comparators,
    "picture": picture,
    "then_and_now": then_and_now,
    "headlines": headlines,
    "plan": plan,
    "promises": promises,
    "recommendations": recommendations,
    "known_issues": known_issues,
    "restatements": restatements,
    "guidance": guidance,
    "accessibility_problems": accessibility_problems,
    "indicator_record": indicator_record,
    "voices": voices,
    "quote": quote,
    "you_said_we_did": you_said_we_did,
    "glossary": glossary,
    "trusted_adult": trusted_adult,
    "who_to_talk_to": who_to_talk_to,
}
MACROS: Mapping[str, Macro] = {**IN_A_SENTENCE, **{name: placed(name, macro) for name, macro in ON_A_LINE.items()}}


def register(env: Any) -> None:
    """Offer MACROS to the pages, each with the page it stands on and guarded against mistakes."""
    context = _OnePage(env)
    env.variables[OWN] = tuple(MACROS)
    env.variables[CONTEXT] = context
    for name, macro in MACROS.items():
        env.macro(guarded(env, name, macro, context), name)
    if getattr(env, "page", None) is not None:
        describe(env)  # Zensical registers anew for each page, and knows no event before one


def describe(env: Any) -> None:
    """Give the page's template what the report's settings say of it; front matter goes before."""
    page: PageContext = env.variables[CONTEXT]()
    describe_languages(page, env.variables[CONTEXT].languages)
    if page.meta.get("template") == FRONT_DOOR:
        page.meta["shelf"] = shelf(page.store, is_draft())
    if not page.meta.get("report") or page.meta["report"] not in page.store.reports:
        is_example = any(report.was_printed for report in page.store.reports.values())
        page.meta.setdefault("is_example", is_example)
        return
    if page.meta.get("edition", Edition.FORMAL) not in list(Edition):
        return  # each macro of the page will say so
    report = page.report()
    council = page.store.catalogue.area(report.council)
    said: dict[str, Any] = {
        "report_title": report.short_title if page.is_formal else report.young_people_title,
        "report_council": council.name,
        "own_word": report.young_people,
        "status": report.status.value,
        "is_example": report.was_printed,
        "period_line": f"{periods.day(report.period.start)} to {periods.day(report.period.end)}",
        "release_line": f"Release of {periods.day(report.release)}",
        "publication": publication(report),
        "citation": f"{council.name}, {report.printed_title}, as published by Two Voices, release of "
        f"{periods.day(report.release)}, Open Government Licence v3.0",
    }
    for name, text in (said if page.is_formal else said | for_young_people(page, source(env, page))).items():
        page.meta.setdefault(name, text)


class _OnePage:
    """The context of the page being rendered, made once a page; the store is opened once a build."""

    def __init__(self, env: Any) -> None:
        self.env = env
        self.store = open_store(Path(env.project_dir))
        self.languages = known_languages(Path(env.project_dir))
        self.page: object = None
        self.context: PageContext | None = None

    def __call__(self) -> PageContext:
        if self.context is None or self.page is not self.env.page:
            self.page, self.context = self.env.page, page_context(self.env, self.store)
        return self.context
