"""The macros for one look: an icon array, and the headlines against target, last year and others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from markupsafe import Markup

from macros.datasets import comparators, select
from macros.datasets.select import Figure, Request
from macros.errors import BadRequest, ReportsError
from macros.model.indicator import Unit
from macros.model.provenance import Provenance
from macros.model.target import Target
from macros.pages.figure_macros import shown, target_link, target_text
from macros.pages.page_context import PageContext
from macros.render import figures, pivot
from macros.render.block import SELF, Block
from macros.render.headlines import Headline, headlines_table
from macros.render.html import tag
from macros.render.icon_array import DENOMINATORS, icon_array
from macros.render.pivot import Layout
from macros.wording import numbers, periods
from macros.wording.change import Change

FEWEST = 10  # never an array for fewer children than this (ACCESSIBILITY.md section 7)


def picture(
    page: PageContext, indicator: str, says: str, of: int = 0, since: str = "last year", **options: object
) -> Block:
    """A share as people, filled and outlined, with the sentence `About 7 out of 10 <says>`, then and now.

    `of` is 10, or 100 where the page is not for the youngest; 10 where it is left out.
    """
    of = of or 10
    request = page.request(indicator, options)
    found = select.figure(page.store, request)
    if found.indicator.unit is not Unit.PERCENT:
        raise BadRequest(f"'{indicator}' is not a percentage.", "A picture shows a share; use figure() for a count.")
    if of not in DENOMINATORS:
        raise BadRequest(f"A picture cannot be out of {of}.", "Use of=10 or of=100.")
    if page.is_younger and of > page.level.out_of:
        raise BadRequest("A page of the level 'younger' shows people out of 10.", "Leave of= out.")
    if found.observation.numerator is not None and 0 < found.observation.numerator < FEWEST:
        few = f"'{indicator}' is about fewer than {FEWEST} {found.indicator.counted}."
        raise BadRequest(few, "A picture could point at them; say it in words.")
    share = numbers.out_of(found.value, of)
    mark = figures.provenance(page.store, found, page.edition, share)
    sentence = f"{share[0].upper()}{share[1:]} {says}"
    filled, _ = numbers.share_of(found.value, of)
    then, verdict = _then_and_now(page, request, found, of, since)
    html = tag(
        "section",
        tag("div", icon_array(filled, of, sentence), class_="tv-icons"),
        tag(
            "div",
            tag("p", Markup("{} {}").format(_capital(mark), says), class_="tv-big"),
            then,
            class_="tv-picture-text",
        ),
        class_=f"tv-picture tv-{verdict}",
        data_block=SELF,
        data_of=of,
    )
    return Block(html)


def _capital(mark: Provenance) -> Markup:
    text = f"{mark.shown[0].upper()}{mark.shown[1:]}"
    return Markup(str(figures.link(mark)).replace(f">{mark.shown}<", f">{text}<"))


def _then_and_now(page: PageContext, request: Request, now: Figure, of: int, since: str) -> tuple[Markup | None, str]:
    """The pair `last year: … this year: …` and the verdict; nothing where no earlier figure is held."""
    if not since:
        return None, "neutral"
    try:
        before = comparators.earlier(page.store, request, "" if since == "last year" else since)
    except ReportsError:
        if since == "last year":
            return None, "neutral"
        raise
    mark = figures.provenance(page.store, before, page.edition, numbers.out_of(before.value, of))
    when = periods.relative(before.key.period, page.report().period)
    then = tag("span", f"{when[0].upper()}{when[1:]}: ", figures.link(mark))
    this = periods.relative(now.key.period, page.report().period)
    current = tag("span", f"{this[0].upper()}{this[1:]}: {numbers.out_of(now.value, of)}")
    verdict = Change(before.value, now.value, now.polarity).verdict
    return tag("p", then, " ", current, class_="tv-then"), verdict.value


def headlines(
    page: PageContext, *indicators: str, caption: str = "", names: Mapping[str, str] | None = None, **options: object
) -> Block:
    """Measures this year against last year, target, region and England, with the direction in a word.

    `names` gives a measure (as it is asked for) a name of its own.
    """
    if not indicators:
        raise BadRequest("It was asked for nothing.", "Name the indicators, the most important first.")
    given = names or {}
    if strange := [name for name in given if name not in indicators]:
        raise BadRequest(
            f"names= gives a name to '{strange[0]}', which is not asked for.", "Write it as it is asked for."
        )
    rows = [_headline(page, page.request(*_named(one, options)), given.get(one, "")) for one in indicators]
    report = page.report()
    names = {"region": report.region, "england": report.nation}
    columns = {"now": periods.short(report.period), "last": periods.short(report.period.previous), "target": "Target"}
    columns |= {
        name: page.store.catalogue.area(area).short_name
        for name, area in names.items()
        if area and any(name in row.shown for row in rows)
    }
    html = headlines_table(rows, columns, caption or "Headlines against last year, target and others")
    return Block(html)


def _named(text: str, options: dict[str, object]) -> tuple[str, dict[str, object]]:
    """`care_plan_quality_pct rating=good` as the indicator and its categories."""
    indicator, *categories = str(text).split()
    if not all("=" in category for category in categories):
        raise BadRequest(f"'{text}' cannot be read.", "Write an indicator, then its categories: id dimension=code.")
    return indicator, {**options, **dict(category.split("=", 1) for category in categories)}


def _headline(page: PageContext, request: Request, name: str) -> Headline:
    """One row; what is not held is left out and shown as [x]."""
    now = select.figure(page.store, request)
    asked: dict[str, Callable[[], Figure]] = {
        "last": lambda: comparators.earlier(page.store, request),
        "region": lambda: comparators.elsewhere(page.store, request, page.report().region),
        "england": lambda: comparators.elsewhere(page.store, request, page.report().nation),
    }
    found = {"now": now} | {name: figure for name, ask in asked.items() if (figure := _held(ask))}
    texts = {column: _dated(page, now, figure) for column, figure in found.items()}
    goal = _target(page, request)
    if goal is not None:
        texts["target"] = target_link(page, now, goal, target_text(goal, now.indicator.unit, page.edition))
    last = found.get("last")
    return Headline(
        name=name or _measure(page, now),
        now=now.value,
        last=last.value if last else None,
        target=goal.value if goal else None,
        shown=texts,
        change=Change(last.value, now.value, now.polarity) if last else None,
        scale=_scale(now, last, goal.value if goal else None),
    )


def _measure(page: PageContext, found: Figure) -> str:
    """The indicator's name, with the category when it is one of several."""
    layout = Layout(page.store, page.report(found.report), page.edition)
    category = pivot.label(layout, found.key.breakdown) if found.key.breakdown else ""
    return f"{pivot.name(layout, found.indicator)}: {category}" if category else pivot.name(layout, found.indicator)


def _dated(page: PageContext, now: Figure, found: Figure) -> Markup:
    """A figure's link; with its period where another area's is of another time."""
    text = _link(page, found)
    if found.key.area == now.key.area or found.key.period == now.key.period:
        return text
    return text + Markup(" ") + tag("small", periods.short(found.key.period))


def _link(page: PageContext, found: Figure) -> Markup:
    return figures.link(figures.provenance(page.store, found, page.edition, shown(page.edition, found)))


def _held(ask: Callable[[], Figure]) -> Figure | None:
    """A figure with a number, or None where the release holds none."""
    try:
        figure = ask()
        return figure if figure.observation.value is not None else None
    except ReportsError:
        return None


def _target(page: PageContext, request: Request) -> Target | None:
    try:
        return comparators.target(page.store, request, request.area)
    except ReportsError:
        return None


def _scale(now: Figure, last: Figure | None, target: Decimal | None) -> Decimal:
    """The value at the bar's end: 100 for a percentage, else a little more than the largest."""
    if now.indicator.unit is Unit.PERCENT:
        return Decimal(100)
    return max(filter(None, (now.value, last.value if last else None, target)), default=Decimal(1)) * Decimal("1.1")
