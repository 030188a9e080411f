"""What changed since an earlier release of a report, and what other reports print otherwise, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.datasets.restatements import Restatement
from macros.datasets.revisions import Revision
from macros.model.indicator import Unit
from macros.model.observation import Observation
from macros.model.report import Edition
from macros.render import pivot
from macros.render.block import ROOT, SELF
from macros.render.html import tag
from macros.render.pivot import Layout
from macros.wording import numbers, periods


@dataclass(frozen=True)
class NewRelease:
    """A release after the first: its day, its reason, and what it changed."""

    day: date
    why: str
    revisions: tuple[Revision, ...]
    earlier: str = ""  # where in the site the edition stands that it replaced


def restated(
    layout: Layout, first: date, releases: Sequence[NewRelease], others: Sequence[tuple[Restatement, str]]
) -> Markup:
    """The releases, newest first, each with its changes; then the other reports' values, each with its reason.

    `first` is the day of the first release.
    """
    parts = [part for release in releases for part in _release(layout, release)]
    if others:
        parts += _others(layout, others)
    if not parts:
        parts = [tag("p", _nothing(layout, first))]
    return tag("div", *parts, class_="tv-issues tv-restated", data_block=SELF)


def _nothing(layout: Layout, first: date) -> str:
    if layout.edition is Edition.FORMAL:
        return (
            f"Nothing has changed. These figures are the first release, of {periods.day(first)}, and no other report "
            "on this site prints one of them otherwise."
        )
    return f"Nothing has changed. These are the first numbers we put here, on {periods.day(first)}."


def _release(layout: Layout, release: NewRelease) -> Iterator[Markup]:
    formal = layout.edition is Edition.FORMAL
    yield tag("h3", f"{'Release of' if formal else 'What we changed on'} {periods.day(release.day)}")
    yield tag("p", f"{'Why it was made' if formal else 'Why'}: {release.why}")
    if release.revisions:
        yield tag(
            "ul", *(tag("li", said) for said in dict.fromkeys(revision(layout, one) for one in release.revisions))
        )
    else:
        yield tag("p", "No figure changed." if formal else "No number changed.")
    if release.earlier:
        said = "The edition that it replaced, as it was published" if formal else "What our pages said before"
        yield tag("p", tag("a", said, href=f"{ROOT}/{release.earlier}"))


def revision(layout: Layout, one: Revision) -> str:
    """A change in one line: `Children with every review on time, York, 2016/17, Table 5: was 91%, now 89%`."""
    formal = layout.edition is Edition.FORMAL
    what = _what(layout, one.later or one.first) + (f", {one.source}" if formal else "")
    if one.is_withheld:
        return f"{what}: {'not shown, because it' if formal else 'we do not show it. It'} could point at a person."
    first, later = _values(layout, one.first, one.later)
    if one.first is None:
        return f"{what}: {f'added, {later}' if formal else f'new. It is {later}'}."
    if one.later is None:
        return f"{what}: {f'was {first}, now left out' if formal else f'we said {first}. We took it out'}."
    return f"{what}: {f'was {first}, now {later}' if formal else f'we said {first}. Now it is {later}'}."


def _others(layout: Layout, others: Sequence[tuple[Restatement, str]]) -> Iterator[Markup]:
    formal = layout.edition is Edition.FORMAL
    yield tag("h3", "Printed otherwise in another report" if formal else "Other reports say something else")
    yield tag("ul", *(tag("li", other_report(layout, one), f" {why}" if why else None) for one, why in others))


def other_report(layout: Layout, one: Restatement) -> str:
    """Two reports in one line: `…: this report prints 84% (Table 5); York's of 2013 printed 85% (Table 3)`."""
    formal = layout.edition is Edition.FORMAL
    first, later = _values(layout, one.first, one.later)
    is_later = one.later_report == layout.report.id
    here, there = (later, first) if is_later else (first, later)
    own, foreign = (one.later, one.first) if is_later else (one.first, one.later)
    other = layout.store.report(one.first_report if is_later else one.later_report)
    what = _what(layout, own)
    if formal:
        printed = "printed" if is_later else "prints"
        return (
            f"{what}: this report prints {here} ({own.source}); {other.short_title} {printed} {there} "
            f"({foreign.source})."
        )
    return f"{what}: here it is {here}. In “{other.young_people_title}” it is {there}."


def _what(layout: Layout, one: Observation | None) -> str:
    if one is None:
        return ""
    catalogue, key = layout.store.catalogue, one.key
    parts = [pivot.name(layout, catalogue.indicator(key.indicator))]
    if key.breakdown:
        parts.append(pivot.label(layout, key.breakdown))
    return ", ".join((*parts, catalogue.area(key.area).short_name, periods.full(key.period)))


def _values(layout: Layout, first: Observation | None, later: Observation | None) -> tuple[str, str]:
    """Both values in this edition's words; as printed where these would hide the difference."""
    one, other = (_value(layout, row, layout.edition) for row in (first, later))
    if one == other:
        one, other = (_value(layout, row, Edition.FORMAL) for row in (first, later))
    if one == other:
        one, other = (f"{text}{_parts(row)}" for text, row in ((one, first), (other, later)))
    return one, other


def _value(layout: Layout, one: Observation | None, edition: Edition) -> str:
    if one is None:
        return ""
    if one.value is None:
        return f"no number ({one.status.meaning})"
    unit = layout.store.catalogue.indicator(one.key.indicator).unit
    if edition is Edition.YOUNG_PEOPLE and unit is Unit.PERCENT:
        return numbers.out_of(one.value, 100)
    return numbers.in_unit(one.value, unit)


def _parts(one: Observation | None) -> str:
    """What stands behind a value; `without its parts` where the release gives none."""
    if one is None:
        return ""
    if one.numerator is None and one.denominator is None:
        return f" {one.status.symbol}" if one.status.symbol else " (its parts not given)"
    parts = ["not given" if part is None else numbers.digits(part) for part in (one.numerator, one.denominator)]
    return f" ({' of '.join(parts)})"
