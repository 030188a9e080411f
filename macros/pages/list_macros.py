"""The macros for lists kept as data: plans, recommendations, voices, who to talk to, words."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from macros.datasets import select
from macros.datasets.editions import seen_before
from macros.datasets.known_issues import reason_of
from macros.datasets.restatements import restatements as between_reports
from macros.datasets.revisions import all_releases, revisions
from macros.errors import BadRequest, MissingObservation, unknown
from macros.model.observation import Observation
from macros.model.provenance import Provenance
from macros.model.report import Edition
from macros.pages.draft import is_draft
from macros.pages.figure_macros import shown
from macros.pages.page_context import PageContext
from macros.render import figures, lists, pivot, restated
from macros.render.block import Block
from macros.render.pivot import Layout
from macros.render.restated import NewRelease

Row = Mapping[str, str]
HEADING_LEVELS = range(2, 7)  # HTML has six; the first is the page's title


def plan(page: PageContext, period: str, aim: str = "", state: str = "", report: str = "", *, level: int = 3) -> Block:
    """A work plan's actions with their progress; `aim` or `state` narrow it. `level` is that of the aims' headings."""
    if type(level) is not int or level not in HEADING_LEVELS:  # True and 2.0 are numbers, and no heading's
        raise BadRequest(f"There is no heading of level {level!r} inside a page.", "Use a number from 2 to 6.")
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
    html = lists.work_plan(rows, page.edition, level) if page.is_formal else lists.promises(rows)
    return Block(html)


def recommendations(page: PageContext, report: str = "") -> Block:
    """The report's recommendations, numbered."""
    return Block(lists.recommendations(_rows(page, "recommendations", report), page.edition))


def known_issues(page: PageContext, report: str = "") -> Block:
    """What is printed in the report and does not hold, in plain words, by the place it stands in."""
    return Block(lists.known_issues(_rows(page, "known_issues", report)))


def accessibility_problems(page: PageContext) -> Block:
    """What fails the accessibility standard and is known: the list that the browser tests tolerate, and no other."""
    return Block(lists.accessibility_problems(page.store.catalogue.words.get("accessibility", ())))


def restatements(page: PageContext, report: str = "") -> Block:
    """What changed in the report since an earlier release, and what another report prints otherwise."""
    own = page.report(report)
    layout = Layout(page.store, own, page.edition)
    releases = all_releases(page.store, own.id)
    changed = revisions(page.store, own.id)
    newer = [
        NewRelease(
            one.date,
            one.why,
            tuple(revision for revision in changed if revision.after == one.date),
            seen_before(page.store, own, one.date) if own.is_published else "",
        )
        for one in reversed(releases[1:])
    ]
    others = [
        (one, reason_of(page.store, one))
        for one in between_reports(page.store)
        if own.id in (one.first_report, one.later_report) and _both_shown(page, one.first_report, one.later_report)
    ]
    in_force = [(own.id, one.later) for one in changed if one.later and one.after == own.release]
    in_force += [pair for one, _ in others for pair in ((one.first_report, one.first), (one.later_report, one.later))]
    marks = tuple(_mark(page, layout, name, one) for name, one in in_force if one.value is not None)
    return Block(restated.restated(layout, releases[0].date, newer, others), marks)


def _both_shown(page: PageContext, *reports: str) -> bool:
    """Whether this build holds both reports: what is not published yet may not be told."""
    return is_draft() or all(page.store.report(one).is_published for one in reports)


def _mark(page: PageContext, layout: Layout, report: str, one: Observation) -> Provenance:
    return figures.observation_provenance(page.store, report, one, page.edition, pivot.cell_text(layout, one))


def voices(page: PageContext, *indicators: str, form: str = "", **options: object) -> Block:
    """What young people said when they were asked: one line for each survey indicator."""
    if not indicators:
        example = 'voices("survey_knows_iro_pct", answer="yes", period="2017-03-31")'
        raise BadRequest("It was asked for nothing.", f"Name the survey's indicators: {example}.")
    said: list[tuple[Markup, str]] = []
    for indicator in indicators:
        found = select.figure(page.store, page.request(indicator, options))
        mark = figures.provenance(page.store, found, page.edition, shown(page.edition, found, form, page.level.out_of))
        said.append((figures.link(mark), found.indicator.name if page.is_formal else found.indicator.plain_name))
    return Block(lists.voices(said))


def who_to_talk_to(page: PageContext) -> Block:
    """The people a young person in this council can turn to."""
    title = "Who can I talk to?" if page.edition is Edition.YOUNG_PEOPLE else "Who children can talk to"
    rows = help_lines(page)
    if page.is_younger:  # one sentence each
        rows = [{**row, "what": f"{row['what'].split('. ')[0].rstrip('.')}."} for row in rows]
    return Block(lists.who_to_talk_to(rows, title))


def help_lines(page: PageContext) -> list[Row]:
    """The rows of help.csv for the page's council, its region and nation, in their order."""
    report = page.report()
    near = ("", report.council, report.region, report.nation)
    rows = [row for row in page.store.catalogue.words.get("help", ()) if row["area"] in near]
    return sorted(rows, key=lambda row: int(row["order"] or 0))


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
