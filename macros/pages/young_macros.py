"""The macros made for young people first: then and now, promises, a quote, all words, a note for heavy topics."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from markupsafe import Markup

from macros.datasets import comparators, select
from macros.datasets.select import Figure, Request
from macros.errors import BadPeriod, BadRequest, MissingObservation, ReportsError, unknown
from macros.model.indicator import Unit
from macros.model.period import Period
from macros.model.target import Comparison, Target
from macros.pages.draft import is_draft
from macros.pages.figure_macros import shown, target_link, target_text
from macros.pages.page_context import PageContext
from macros.render import figures, pivot, told
from macros.render.block import Block
from macros.render.pivot import Layout
from macros.render.promises import Kept, Promise, promise_tracker
from macros.render.then_and_now import Side, then_and_now_pair
from macros.wording import periods
from macros.wording.change import Change

Row = Mapping[str, str]

TARGETS = "targets"
_KEPT = {"done": Kept.KEPT, "under-way": Kept.PARTLY, "not-yet": Kept.NOT_YET, "planned": Kept.STILL_TO_COME}
_AT = {Comparison.AT_LEAST: "at least ", Comparison.AT_MOST: "no more than ", Comparison.BETWEEN: "from "}
_DIGITS = re.compile(r"\d{5,}|\d[\d ]{6,}\d|@|https?:")
CHILDLINE = "childline"  # the row of help.csv that a note for heavy topics names


def then_and_now(
    page: PageContext, indicator: str, title: str = "", since: str = "last year", form: str = "", **options: object
) -> Block:
    """Two figures of different years side by side, and in words what changed. `since` is the earlier period."""
    request = page.request(indicator, options)
    now = select.figure(page.store, request)
    before = comparators.earlier(page.store, request, "" if since == "last year" else since)
    whole = Decimal(100) if now.indicator.unit is Unit.PERCENT else max(now.value, before.value, Decimal(1))
    then, current = (_side(page, one, whole, form) for one in (before, now))
    html = then_and_now_pair(
        title or _measure(page, now), then, current, Change(before.value, now.value, now.polarity), page.edition
    )
    return Block(html)


def _side(page: PageContext, found: Figure, whole: Decimal, form: str) -> Side:
    when = periods.full(found.key.period) if page.is_formal else _when(page, found.key.period)
    return Side(f"{when[0].upper()}{when[1:]}", _figure(page, found, form), found.value / whole)


def _when(page: PageContext, period: Period) -> str:
    return periods.relative(period, page.report().period)


def _figure(page: PageContext, found: Figure, form: str = "") -> Markup:
    text = shown(page.edition, found, form, page.level.out_of)
    return figures.link(figures.provenance(page.store, found, page.edition, text))


def _measure(page: PageContext, found: Figure) -> str:
    layout = Layout(page.store, page.report(found.report), page.edition)
    category = pivot.label(layout, found.key.breakdown) if found.key.breakdown else ""
    return f"{pivot.name(layout, found.indicator)}: {category}" if category else pivot.name(layout, found.indicator)


def promises(page: PageContext, *what: str, aim: str = "", report: str = "", just_count: bool = False) -> Block:
    """What was promised and how far it was kept: a work plan's actions, targets, or both.

    `what` names plans by their period, `targets` for all targets of the council, or an indicator for its own.
    """
    if not what:
        raise BadRequest("It was asked for nothing.", 'Name a plan or the targets: promises("2016-17", "targets").')
    found = [promise for one in what for promise in _promises(page, str(one), aim, report)]
    return Block(promise_tracker(found, page.edition, just_count=just_count))


def _promises(page: PageContext, what: str, aim: str, report: str) -> list[Promise]:
    if what == TARGETS or what in page.store.catalogue.indicators:
        found = [_of_target(page, one, report) for one in _targets(page, what, report)]
        if not found:
            raise MissingObservation(f"No target is held for '{what}'.", "Add it to data/catalogue/targets.csv.")
        return found
    rows = list(page.store.release(page.report(report).id).tables.get("work_plan", ()))
    plans = dict.fromkeys(row["plan"] for row in rows)
    if what not in plans:
        raise unknown("plan", what, [*plans, TARGETS], "the release's work_plan.csv")
    rows = [row for row in rows if row["plan"] == what]
    aims = dict.fromkeys(row["aim"] for row in rows)
    if aim and aim not in aims:
        raise unknown("aim", aim, aims, f"the work plan for {what}")
    return [_of_plan(page, row) for row in rows if aim in ("", row["aim"])]


def _of_plan(page: PageContext, row: Row) -> Promise:
    formal = page.is_formal
    what, said = (row["action"], row["progress"]) if formal else (row["plain_action"], row["plain_progress"])
    kept = _KEPT.get(row["state"], Kept.CANNOT_SAY)
    if not said and (kept is Kept.NOT_YET or (kept is Kept.STILL_TO_COME and _is_over(page, row["plan"]))):
        kept = Kept.CANNOT_SAY  # nothing was written about it
    return Promise(what, kept, said)


def _is_over(page: PageContext, plan: str) -> bool:
    """Whether the plan's time is the report's own, or before it."""
    try:
        return Period.parse(plan).end <= page.report().period.end
    except BadPeriod:
        return False


def _targets(page: PageContext, what: str, report: str) -> Iterator[Target]:
    """The targets the council had set itself by the end of the report's period; of several, the latest."""
    own = page.report(report)
    held: dict[tuple[str, str], Target] = {}
    for one in page.store.catalogue.targets:
        if one.area != own.council or one.called != "target" or one.since.start > own.period.end:
            continue
        if what in (TARGETS, one.indicator):
            key = one.indicator, one.breakdown
            held[key] = max((one, held.get(key, one)), key=lambda target: target.since)
    yield from held.values()


def _of_target(page: PageContext, target: Target, report: str) -> Promise:
    request = page.request(target.indicator, {"report": report or None, **target.categories})
    indicator = page.store.catalogue.indicator(target.indicator)
    name = indicator.name if page.is_formal else indicator.plain_name
    found = _held(page, request)
    text = target_text(target, indicator.unit, page.edition, page.level.out_of)
    goal: str | Markup = text if found is None else target_link(page, found, target, text)
    what = Markup("{}: {}{}").format(name, _AT[target.comparison], goal)
    if found is None:
        return Promise(what, Kept.CANNOT_SAY, "The report has no number for this.")
    return Promise(
        what,
        Kept.KEPT if target.is_met(found.value) else Kept.NOT_YET,
        Markup("It was {}.").format(_figure(page, found)),
    )


def _held(page: PageContext, request: Request) -> Figure | None:
    try:
        found = select.figure(page.store, request)
    except ReportsError:
        return None
    return found if found.observation.value is not None else None


def quote(_page: PageContext, words: str, by: str = "", collected: str = "") -> Block:
    """Somebody's own words without a name: `by` says what kind of person, `collected` who asked, and when."""
    said = words.strip().strip("\"'\u201c\u201d\u2018\u2019").strip()
    if not said:
        raise BadRequest("The quote is empty.", 'Write the words first: quote("I was listened to.", …).')
    if not by.strip() or not collected.strip():
        example = 'by="A young person in care", collected="Asked by the children in care council, May 2017"'
        raise BadRequest("A quote must say who spoke and who asked.", f"Write {example}.")
    if re.search(r"\d", by):
        raise BadRequest(f"'{by}' holds a number.", "An age or a date can point at one child. Write: a young person.")
    if _DIGITS.search(said):
        raise BadRequest("The quote holds a phone number or an address.", "Leave it out: it can point at one child.")
    reminder = (
        "For you, not for readers: is there no name, place, school or story in this that could point at one child? "
        "Did they say that you may print it?"
    )
    return Block(told.quote(said, by.strip(), collected.strip(), reminder if is_draft() else ""))


def glossary(page: PageContext, *words: str) -> Block:
    """All words explained, by their first letter; or those named, by their ids."""
    held = page.store.catalogue.words_by_id("glossary")
    for one in words:
        if one not in held:
            raise unknown("word", one, held, "data/catalogue/glossary.csv")
    return Block(told.glossary([held[one] for one in words] if words else held.values()))


def trusted_adult(page: PageContext, title: str = "", text: str = "") -> Block:
    """A note for a heavy topic: talk to an adult you trust, with a number to call."""
    younger = page.is_younger
    line = page.store.catalogue.words_by_id("help").get(CHILDLINE)
    title = title or ("Does this make you sad or worried?" if younger else "Is this hard to read?")
    text = text or (
        "Tell a grown-up you trust."
        if younger
        else "You are not alone with it. Talk to an adult you trust: your carer, a teacher, your IRO."
    )
    return Block(told.trusted_adult(title, text, line if line and line["phone"] else None))
