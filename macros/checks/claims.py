"""`claims`: what the printed words say of figures agrees with them: rose, fell, highest, nearly a third
(DOMAIN.md section 9: delta_claim_direction)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from macros.checks.context import Context
from macros.datasets.claims import claims as declared
from macros.datasets.claims import figure_of, unreadable_claims
from macros.datasets.printed import written
from macros.model.claim import Amount, Claim, holds, reaches
from macros.model.figure_problems import CELLS, KINDS
from macros.model.finding import Finding
from macros.model.indicator import Unit
from macros.model.observation import Observation
from macros.model.period import Period
from macros.model.relation import Term
from macros.model.release import Release
from macros.model.report import Report


def claims(context: Context) -> list[Finding]:
    """Claims that the printed figures contradict or leave without a number, and claims that cannot be tested."""
    found: list[Finding] = []
    for name, release in context.store.releases.items():
        path = f"data/reports/{name}/{release.date.isoformat()}/claims.csv"
        found += [
            Finding(KINDS["bad-claim"], path, row, {"row": row, "why": why}) for row, why in unreadable_claims(release)
        ]
        for claim in declared(release):
            found += _contradicted(context, context.store.report(name), release, claim, path)
    return found


def _contradicted(context: Context, report: Report, release: Release, claim: Claim, path: str) -> Iterator[Finding]:
    one = figure_of(release, claim.result, report.period, report.council, claim.source)
    if one is None:
        yield _without_number(release, path, claim, claim.result, report.period, report.council)
        return
    terms = claim.against or (() if claim.said.is_size else (_year_before(claim.result, one),))
    others = [figure_of(release, term, one.key.period, one.key.area, claim.source) for term in terms]
    if None in others:
        missing = terms[others.index(None)]
        yield _without_number(release, path, claim, missing, one.key.period, one.key.area)
        return
    held = [other for other in others if other is not None]
    values = [value for term, other in zip(terms, held, strict=True) if (value := term.of(other)) is not None]
    printed = claim.result.of(one)
    if printed is None or len(values) < len(terms) or _is_true(context, claim, one, printed, values):
        return
    told = [f"{other.key.words} is {value}" for other, value in zip(held, values, strict=True)]
    facts: dict[str, object] = {
        "source": claim.source,
        "note": claim.note,
        "figures": "; ".join([f"{one.key.words} is printed as {printed}", *told[:4]]),
        CELLS: tuple(replace(cell, source=claim.source) for cell in (one, *held)),
    }
    yield Finding(KINDS["claim-contradicted"], path, claim.row, facts)


def _without_number(release: Release, path: str, claim: Claim, term: Term, period: Period, area: str) -> Finding:
    """A figure that is printed as blank bears no claim out; of one that is not there the claim cannot speak."""
    blank = next(iter(release.by_key.get(term.key(period, area), ())), None)
    if blank is None:
        return _not_held(path, claim, term)
    facts: dict[str, object] = {
        "source": claim.source,
        "note": claim.note,
        "what": blank.key.words,
        "place": blank.source,
        CELLS: (replace(blank, source=claim.source),),
    }
    return Finding(KINDS["claim-without-figure"], path, claim.row, facts)


def _not_held(path: str, claim: Claim, term: Term) -> Finding:
    why = (
        f"the release prints no number of '{written(term)}' for the period that is meant. Add period=, or leave the "
        "claim out: what is not held cannot be tested."
    )
    return Finding(KINDS["bad-claim"], path, claim.row, {"row": claim.row, "why": why})


def _year_before(term: Term, one: Observation) -> Term:
    """The same figure one year before."""
    return replace(term, period=one.key.period.previous.text)


def _is_true(context: Context, claim: Claim, one: Observation, printed: Decimal, values: list[Decimal]) -> bool:
    if claim.amount is None:
        return holds(claim.said, printed, values)
    value = Fraction(printed)
    if values:
        whole = sum(values, Decimal(0))
        return whole != 0 and reaches(claim.said, value / Fraction(whole), claim.amount.size)
    return reaches(claim.said, value, _in_unit(context, claim.amount, one))


def _in_unit(context: Context, amount: Amount, one: Observation) -> Fraction:
    """A fraction of a percentage is one of a hundred."""
    is_share = context.store.catalogue.indicator(one.key.indicator).unit is Unit.PERCENT
    return amount.size * 100 if amount.is_fraction and is_share else amount.size
