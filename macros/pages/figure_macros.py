"""The macros for prose: a figure, its change, and what it is held against."""

from __future__ import annotations

from decimal import Decimal

from markupsafe import Markup

from macros.datasets import comparators, select
from macros.datasets.select import Figure
from macros.errors import BadRequest, MissingObservation
from macros.model.indicator import Unit
from macros.model.period import Period
from macros.model.provenance import Provenance
from macros.model.report import Edition
from macros.model.target import Comparison, Target
from macros.pages.page_context import PageContext
from macros.render import figures
from macros.render.html import inert
from macros.wording import numbers, periods
from macros.wording.change import PREPOSITION, Change, Direction

FORMS = ("number", "whole", "count", "base", "out of 10", "out of 100", "words")


def figure(page: PageContext, indicator: str, form: str = "", **options: object) -> Markup:
    """One figure in a sentence, linked to what it measures."""
    found = select.figure(page.store, page.request(indicator, options))
    return _link(page, found, form)


def change(page: PageContext, indicator: str, since: str = "", form: str = "", **options: object) -> Markup:
    """`down from 85% in 2015/16`: how a figure changed, with the earlier one linked."""
    request = page.request(indicator, options)
    now = select.figure(page.store, request)
    since = page.request(indicator, {"period": since}).period if since else ""
    before = comparators.earlier(page.store, request, since)
    direction = Change(before.value, now.value, now.polarity).direction
    when = _when(page, before.key.period)
    if direction is not Direction.SAME and _looks_the_same(page, now, before, form):
        return Markup("about the same as {} ({})").format(when, _link(page, before, form))
    if direction is Direction.SAME:
        return Markup("{} {} ({})").format(PREPOSITION[direction], when, _link(page, before, form))
    return Markup("{} {} {}").format(PREPOSITION[direction], _link(page, before, form), when)


def versus(page: PageContext, indicator: str, what: str = "target", form: str = "", **options: object) -> Markup:
    """`below the target of 90%`, `above Yorkshire and the Humber (63 per 10,000)`."""
    request = page.request(indicator, options)
    now = select.figure(page.store, request)
    if what in ("target", "standard"):
        council = request.area if what == "target" else comparators.area_against(page.store, request.report, "england")
        return _against_target(page, now, comparators.target(page.store, request, council))
    if what == "last year":
        other = comparators.earlier(page.store, request)
        return Markup("{} the figure {} ({})").format(
            _compared(now.value, other.value), _when(page, other.key.period), _link(page, other, form)
        )
    other = comparators.elsewhere(page.store, request, comparators.area_against(page.store, request.report, what))
    area = page.store.catalogue.area(other.key.area)
    when = "" if other.key.period == now.key.period else f", {_when(page, other.key.period)}"
    return Markup("{} {} ({}{})").format(
        _compared(now.value, other.value), inert(area.name), _link(page, other, form), when
    )


def shown(edition: Edition, found: Figure, form: str = "", out_of: int = 100) -> str:
    """The text of a figure in one of the FORMS; each edition has its own default. A form written with a
    capital (`Words`, `Out of 10`) begins with one. `out_of`: of how many young people are told a share.

    Raises BadRequest for another form, or one the figure does not have.
    """
    if not form and edition is Edition.YOUNG_PEOPLE and found.indicator.unit is Unit.PERCENT:
        form = f"out of {out_of}"
    text = _formed(found, form[:1].lower() + form[1:])
    return text[0].upper() + text[1:] if form[:1].isupper() else text


def _formed(found: Figure, form: str) -> str:
    unit = found.indicator.unit
    match form:
        case "" | "number":
            return numbers.in_unit(found.value, unit)
        case "whole":
            return numbers.in_unit(numbers.round_half_up(found.value), unit)
        case "count" | "base":
            return numbers.digits(_part(found, form))
        case "out of 10" | "out of 100":
            _must_be(unit is Unit.PERCENT, found, form)
            return numbers.out_of(found.value, int(form.rsplit(" ", 1)[1]))
        case "words":
            _must_be(unit is not Unit.PERCENT and found.value == found.value.to_integral_value(), found, form)
            return numbers.small_number(int(found.value))
    raise BadRequest(f"A figure has no form '{form}'.", f"Use one of: {', '.join(FORMS)}.")


def _part(found: Figure, form: str) -> Decimal:
    """The printed numerator or denominator behind a share."""
    number = found.observation.numerator if form == "count" else found.observation.denominator
    if number is None:
        message = f"'{found.indicator.id}' is printed without its {form} for {found.key.period}."
        raise MissingObservation(message, "Ask for its value.")
    return number


def _looks_the_same(page: PageContext, now: Figure, before: Figure, form: str) -> bool:
    """Whether two values read the same in words: 34.5% and 35% are both 35 out of every 100."""
    one, other = (_text(page, found, form).removeprefix("about ") for found in (now, before))
    return one == other


def target_link(page: PageContext, found: Figure, target: Target, text: str) -> Markup:
    """A target's value as a link to who set it and where."""
    mark = Provenance(
        page.edition.value, found.report, "", target.indicator, target.area, found.key.period.text,
        f"target={target.comparison.value}", str(target.value), f"{target.set_by}, {target.source}", text,
    )  # fmt: skip
    return figures.link(mark)


def target_text(target: Target, unit: Unit, edition: Edition = Edition.FORMAL, out_of: int = 100) -> str:
    """`90%`, `50 to 70`; for young people `90 out of every 100`, or out of 10."""
    if edition is Edition.YOUNG_PEOPLE and unit is Unit.PERCENT:
        return numbers.out_of(target.value, out_of)
    text = numbers.in_unit(target.value, unit)
    return (
        f"{numbers.digits(target.value)} to {numbers.in_unit(target.upper, unit)}" if target.upper is not None else text
    )


def _must_be(fits: bool, found: Figure, form: str) -> None:
    if not fits:
        raise BadRequest(
            f"'{found.indicator.id}' ({found.indicator.unit.value}) cannot be shown as '{form}'.", "Leave `form` out."
        )


def _link(page: PageContext, found: Figure, form: str) -> Markup:
    return figures.link(figures.provenance(page.store, found, page.edition, _text(page, found, form)))


def _text(page: PageContext, found: Figure, form: str) -> str:
    return shown(page.edition, found, form, page.level.out_of)


def _when(page: PageContext, period: Period) -> str:
    if page.is_formal:
        return f"in {periods.full(period)}" if period.kind.value != "snapshot" else f"on {periods.full(period)}"
    return periods.relative(period, page.report().period)


def _compared(now: Decimal, other: Decimal) -> str:
    if select.agree(now, other):
        return "the same as"
    return "above" if now > other else "below"


def _against_target(page: PageContext, now: Figure, target: Target) -> Markup:
    text = target_link(page, now, target, target_text(target, now.indicator.unit, page.edition, page.level.out_of))
    if target.comparison is Comparison.BETWEEN and target.upper is not None:
        where = "within" if target.is_met(now.value) else "above" if now.value > target.upper else "below"
        return Markup("{} the {} of {}").format(where, inert(target.called), text)
    if now.value == target.value:
        return Markup("on the {} of {}").format(inert(target.called), text)
    return Markup("{} the {} of {}").format(
        "above" if now.value > target.value else "below", inert(target.called), text
    )
