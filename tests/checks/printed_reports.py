"""Printed reports for tests of the figure rules, written as lines and held in memory.

A line is `place | indicator | period | breakdown | value`, with ` n/d` after the value for a count behind a share,
`?` for a value printed without a number, `z` for one that does not apply,
and the area after the period (`2016-17 @north`) where it is not the council.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from macros.checks import FIGURE_CHECKS
from macros.checks.context import Context
from macros.datasets.catalogue import Catalogue
from macros.datasets.known_issues import unexplained
from macros.datasets.store import Store
from macros.model.finding import Finding
from macros.model.indicator import Indicator, PeriodType, Polarity, Unit
from macros.model.observation import Observation, ObservationKey
from macros.model.period import Period
from macros.model.release import Release
from macros.model.report import Exemption, Report, ReportStatus
from macros.model.status import ObservationStatus
from tests.builders import assert_plain

Lines = str | Iterable[str]
Facts = Mapping[str, str]
DAY = date(2026, 11, 21)


def indicator(
    name: str, unit: Unit, period_type: PeriodType, dimensions: tuple[str, ...] = (), base: str = ""
) -> Indicator:
    """An indicator of which only what the rules look at matters."""
    return Indicator(
        id=name, name=name, plain_name=name, topic="profile", unit=unit, counted="children", plain_counted="of you",
        dimensions=dimensions, decimals=0, polarity=Polarity.NONE, definition="", plain_definition="", base=base,
        plain_base="", base_unit="child", period_type=period_type, age_scope="", includes_short_breaks="no",
    )  # fmt: skip


_SNAPSHOT, _FLOW, _CUMULATIVE = PeriodType.SNAPSHOT, PeriodType.FLOW, PeriodType.CUMULATIVE
INDICATORS = {
    one.id: one
    for one in (
        indicator("cla_n", Unit.COUNT, _SNAPSHOT),
        indicator("by_sex", Unit.COUNT, _SNAPSHOT, ("sex",)),
        indicator("by_sex_age", Unit.COUNT, _SNAPSHOT, ("sex", "age")),
        indicator("came_n", Unit.COUNT, _FLOW),
        indicator("left_n", Unit.COUNT, _FLOW),
        indicator("posts_fte", Unit.FTE, _SNAPSHOT, ("role",)),
        indicator("status_pct", Unit.PERCENT, _SNAPSHOT, ("status",), "children in care"),
        indicator("answer_pct", Unit.PERCENT, _FLOW, ("plan", "answer"), "children asked"),
        indicator("late_pct", Unit.PERCENT, _FLOW, (), "reviews"),
        indicator("dental_pct", Unit.PERCENT, _CUMULATIVE, (), "children in care for a year"),
        indicator("rate", Unit.RATE, _SNAPSHOT, (), "children of the area"),
        indicator("load_avg", Unit.RATIO, _SNAPSHOT, (), "posts"),
        indicator("change", Unit.SCORE, _FLOW),
    )
}


def observations(lines: Lines, report: str = "york-2016-17") -> tuple[Observation, ...]:
    """The observations that lines stand for; rows are counted from 2, as in a file."""
    listed = lines.splitlines() if isinstance(lines, str) else lines
    kept = [line for line in listed if line.strip()]
    return tuple(_observation(line, row, report) for row, line in enumerate(kept, 2))


def _observation(line: str, row: int, report: str) -> Observation:
    source, name, when, breakdown, printed = (part.strip() for part in line.split("|"))
    period, _, area = when.partition(" @")
    value, _, parts = printed.partition(" ")
    numerator, _, denominator = parts.partition("/")
    codes = tuple((dimension, code) for dimension, _, code in (pair.partition("=") for pair in breakdown.split()))
    status = {"?": ObservationStatus.NOT_AVAILABLE, "z": ObservationStatus.NOT_APPLICABLE}.get(value)
    key = ObservationKey(name, area or report.partition("-")[0], Period.parse(period), codes)
    return Observation(
        key, _number(value), _number(numerator), _number(denominator),
        status or ObservationStatus.NORMAL, source, "",
        f"{folder(report)}/figures.csv", row,
    )  # fmt: skip


def _number(text: str) -> Decimal | None:
    return None if text in ("", "?", "z") else Decimal(text)


def folder(report: str) -> str:
    return f"data/reports/{report}/{DAY.isoformat()}"


def relation(text: str) -> Facts:
    """A row of relations.csv: `rule: result <- parts`."""
    rule, _, rest = text.partition(":")
    result, _, parts = rest.partition("<-")
    return {"rule": rule.strip(), "result": result.strip(), "parts": parts.strip(), "note": "why"}


def issue(kind: str, source: str, **about: str) -> Facts:
    """A row of known_issues.csv."""
    row = dict.fromkeys(("indicator", "area", "period", "breakdown"), "") | about
    return {"source": source, "printed": "1", "problem": "It does not hold.", "should_be": "", "kind": kind} | row


def release(
    lines: Lines,
    relations: Iterable[str] = (),
    issues: Iterable[Facts] = (),
    report: str = "york-2016-17",
    **others: Iterable[Facts],
) -> Release:
    tables = {"relations": tuple(relation(one) for one in relations), "known_issues": tuple(issues)}
    tables |= {name: tuple(rows) for name, rows in others.items()}
    return Release(report, DAY, "First release.", observations(lines, report), tables)


def context(*releases: Release, indicators: Mapping[str, Indicator] = INDICATORS) -> Context:
    """What the checks see of some releases; a report's name begins with its council and ends with its year."""
    reports = {one.report: _report(one.report) for one in releases}
    catalogue = Catalogue(indicators, {}, {}, (), {})
    held = {one.report: one for one in releases}
    return Context(Store(Path(), catalogue, reports, held, (), "key"), ())


@cache
def _report(name: str) -> Report:
    council, year = name.split("-", 1)
    return Report(
        id=name, council=council, title=name, short_title=name, young_people_title=name, period=Period.parse(year),
        status=ReportStatus.PUBLISHED, release=DAY, young_people="children in care", council_group="", region="north",
        nation="england", printed_title=name,
        exemption=None if council == "new" else Exemption(DAY, "It is printed."),
    )  # fmt: skip


def findings(seen: Context) -> list[Finding]:
    """What every figure rule finds, explained or not; each finding must be plain English."""
    found = [finding for check in FIGURE_CHECKS for finding in check(seen)]
    for finding in found:
        assert_plain(finding.message)
    return found


def kinds(lines: Lines, *relations: str) -> list[str]:
    """The kinds of what the rules find in one report."""
    return [finding.kind.id for finding in findings(context(release(lines, relations)))]


def only(lines: Lines, *relations: str) -> Finding:
    """The one finding of one report."""
    (finding,) = findings(context(release(lines, relations)))
    return finding


def unexplained_kinds(lines: Lines, relations: Iterable[str], *issues: Facts) -> list[str]:
    """The kinds of findings that none of the issues explains."""
    seen = context(release(lines, relations, issues))
    return [finding.kind.id for finding in unexplained(seen.store, findings(seen))]
