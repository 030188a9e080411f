"""The macros for lists kept as data: plans, recommendations, voices, who to talk to, words."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from macros.datasets import select
from macros.errors import BadRequest, MissingObservation, unknown
from macros.model.report import Edition
from macros.pages.figure_macros import shown
from macros.pages.page_context import PageContext
from macros.render import figures, lists
from macros.render.block import Block

Row = Mapping[str, str]


def plan(page: PageContext, period: str, aim: str = "", state: str = "", report: str = "") -> Block:
    """A work plan's actions with their progress; `aim` or `state` narrow it."""
    rows = _rows(page, "work_plan", report)
    held = dict.fromkeys(row["plan"] for row in rows)
    rows = [row for row in rows if row["plan"] == period]
    if not rows:
        raise MissingObservation(f"There is no work plan for '{period}'.", f"There is: {', '.join(held)}.")
    aims = dict.fromkeys(row["aim"] for row in rows)
    if aim and aim not in aims:
        raise unknown("aim", aim, aims, f"the work plan for {period}")
    if state and state not in lists.STATES:
        raise BadRequest(f"There is no state '{state}'.", f"Use one of: {', '.join(lists.STATES)}.")
    rows = [row for row in rows if aim in ("", row["aim"]) and state in ("", row["state"])]
    html = lists.work_plan(rows, page.edition) if page.is_formal else lists.promises(rows)
    return Block(html)


def recommendations(page: PageContext, report: str = "") -> Block:
    """The report's recommendations, numbered."""
    return Block(lists.recommendations(_rows(page, "recommendations", report), page.edition))


def known_issues(page: PageContext, report: str = "") -> Block:
    """What is printed in the report and does not hold, in plain words, by the place it stands in."""
    return Block(lists.known_issues(_rows(page, "known_issues", report)))


def voices(page: PageContext, *indicators: str, form: str = "", **options: object) -> Block:
    """What young people said when they were asked: one line for each survey indicator."""
    if not indicators:
        example = 'voices("survey_knows_iro_pct", answer="yes", period="2017-03-31")'
        raise BadRequest("It was asked for nothing.", f"Name the survey's indicators: {example}.")
    said: list[tuple[Markup, str]] = []
    for indicator in indicators:
        found = select.figure(page.store, page.request(indicator, options))
        mark = figures.provenance(page.store, found, page.edition, shown(page.edition, found, form))
        said.append((figures.link(mark), found.indicator.name if page.is_formal else found.indicator.plain_name))
    return Block(lists.voices(said))


def who_to_talk_to(page: PageContext) -> Block:
    """The people a young person in this council can turn to."""
    report = page.report()
    near = ("", report.council, report.region, report.nation)
    rows = [row for row in page.store.catalogue.words.get("help", ()) if row["area"] in near]
    title = "Who can I talk to?" if page.edition is Edition.YOUNG_PEOPLE else "Who children can talk to"
    return Block(lists.who_to_talk_to(sorted(rows, key=lambda row: int(row["order"] or 0)), title))


def word(page: PageContext, word: str, shown: str = "") -> Markup:
    """A word that opens to say what it means; `shown` when the sentence needs another form of it."""
    glossary = page.store.catalogue.words_by_id("glossary")
    by_word = {row["word"].lower(): row for row in glossary.values()}
    row = glossary.get(word) or by_word.get(word.lower())
    if row is None:
        raise unknown("word", word, [*glossary, *by_word], "data/catalogue/glossary.csv")
    return lists.word(row, shown or row["word"])


def _rows(page: PageContext, name: str, report: str) -> list[Row]:
    release = page.store.release(page.report(report).id)
    if name not in release.tables:
        raise MissingObservation(f"The release has no {name}.csv.", "Add it to the release's folder.")
    return list(release.tables[name])
