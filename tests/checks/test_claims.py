"""`claims`: what the printed words say of figures."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.datasets.known_issues import unexplained
from macros.errors import BadRequest
from macros.model.claim import Amount, Said, holds, reaches
from tests.checks.printed_reports import context, findings, issue, release

FIGURES = (
    "Table 1 | cla_n | 2016-17 | | 204",
    "Table 1 | cla_n | 2015-16 | | 191",
    "Table 1 | cla_n | 2014-15 | | 193",
    "Table 2 | late_pct | 2016-17 | | 34.5",
    "Table 2 | late_pct | 2015-16 | | 35",
    "Table 3 | rate | 2016-17 | | 55",
    "Table 3 | rate | 2016-17 @north | | 63",
    "Table 3 | rate | 2016-17 @england | | 60",
    "Table 4 | came_n | 2016-17 | | ?",
)


def claim(said, result, against="", amount=""):
    return {
        "source": "para 8.1", "claim": said, "result": result, "against": against, "amount": amount, "note": "as it is",
    }  # fmt: skip


def found(*claims, issues=()):
    seen = context(release(FIGURES, issues=issues, claims=claims))
    return [finding for finding in unexplained(seen.store, findings(seen)) if finding.kind.id != "decimals-mixed"]


@pytest.mark.parametrize(
    "true",
    [
        claim("rise", "cla_n"),
        claim("fall", "cla_n period=2015-16"),
        claim("rise", "cla_n", "cla_n period=2014-15"),
        claim("same", "late_pct"),
        claim("below", "rate", "rate area=england"),
        claim("above", "rate area=north", "rate area=england"),
        claim("lowest", "rate", "rate area=north + rate area=england"),
        claim("highest", "rate area=north", "rate + rate area=england"),
        claim("about", "late_pct", amount="1/3"),
        claim("nearly", "late_pct", amount="35"),
        claim("over", "cla_n", amount="200"),
        claim("under", "rate", "rate area=england", "19/20"),
    ],
)
def test_a_claim_that_holds(true):
    assert found(true) == []


@pytest.mark.parametrize(
    "false",
    [
        claim("fall", "cla_n"),
        claim("same", "cla_n"),
        claim("equal", "cla_n", "cla_n period=2014-15"),
        claim("above", "rate", "rate area=england"),
        claim("highest", "rate", "rate area=north + rate area=england"),
        claim("nearly", "late_pct", amount="1/2"),
        claim("nearly", "late_pct", amount="1/3"),
        claim("over", "late_pct", amount="1/2"),
        claim("under", "cla_n", amount="204"),
        claim("about", "cla_n", "cla_n period=2015-16", "2"),
    ],
)
def test_a_claim_that_the_figures_contradict(false):
    (finding,) = found(false)
    assert (finding.kind.id, finding.check, finding.severity, finding.line) == (
        "claim-contradicted",
        "claims",
        "stops",
        2,
    )
    assert finding.path.endswith("/claims.csv")
    assert finding.message.startswith("para 8.1: the words say: as it is. But ")
    assert "is printed as" in finding.message


def test_a_claim_is_explained_by_a_known_issue_of_its_place():
    assert found(claim("fall", "cla_n"), issues=[issue("CLAIM", "para 8.1", indicator="cla_n")]) == []
    assert found(claim("fall", "cla_n"), issues=[issue("CLAIM", "para 8.2", indicator="cla_n")]) != []
    assert found(claim("fall", "cla_n"), issues=[issue("CLAIM", "para 8.1", indicator="rate")]) != []


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (claim("grew", "cla_n"), "'grew' is no claim; use one of: rise, fall"),
        (claim("rise", ""), "must name one figure"),
        (claim("rise", "cla_n + rate"), "must name one figure"),
        (claim("rise", "cla_n", "cla_n period=2014-15 + rate"), "held against one figure"),
        (claim("rise", "cla_n", amount="1/2"), "has no amount"),
        (claim("over", "cla_n"), "needs an amount"),
        (claim("over", "cla_n", amount="half"), "'half' is no amount"),
        (claim("over", "cla_n", amount="1/0"), "'1/0' is no amount"),
        (claim("over", "cla_n", amount="9" * 4000), "is no amount"),
        (claim("highest", "rate"), "needs the others"),
        (claim("above", "rate"), "needs the other figure"),
        (claim("rise", "cla_m"), "the release has no figure 'cla_m'"),
        (claim("rise", "cla_n period=2012-13"), "the release has no figure 'cla_n period=2012-13'"),
        (claim("rise", "cla_n period=2014-15"), "prints no number of 'cla_n period=2013-14'"),
        (claim("rise", "cla_n period=20"), "'20' is not a period"),
        (claim("rise", "<script>"), "cannot be read as figures"),
    ],
)
def test_a_claim_that_cannot_be_tested_does_not_seem_to_hold(row, why):
    (finding,) = found(row)
    assert (finding.kind.id, finding.severity, finding.line) == ("bad-claim", "stops", 2)
    assert why in finding.message


@pytest.mark.parametrize("row", [claim("rise", "came_n"), claim("below", "cla_n", "came_n")])
def test_a_claim_of_a_figure_that_is_printed_blank(row):
    (finding,) = found(row)
    assert (finding.kind.id, finding.check, finding.severity) == ("claim-without-figure", "claims", "stops")
    assert finding.message.startswith(
        "para 8.1: the words say: as it is. But came_n york 2016-17 is printed without a number in Table 4."
    )
    assert found(row, issues=[issue("CLAIM", "para 8.1", indicator="came_n")]) == []
    assert len(found(row, issues=[issue("CLAIM", "para 9")])) == 1


@given(st.integers(1, 10_000), st.integers(1, 10_000))
def test_every_direction_is_either_true_or_told(before, now):
    said = {one for one in (Said.RISE, Said.FALL, Said.EQUAL) if holds(one, Decimal(now), [Decimal(before)])}
    assert len(said) == 1


@given(st.fractions(0, 5), st.fractions(min_value=Fraction(1, 100), max_value=5))
def test_nearly_is_never_over(value, size):
    assert not (reaches(Said.NEARLY, value, size) and reaches(Said.OVER, value, size))
    assert reaches(Said.ABOUT, size, size)


def test_an_amount():
    assert Amount.parse("1/3") == Amount(Fraction(1, 3), True)
    assert Amount.parse("2.5") == Amount(Fraction(5, 2), False)
    with pytest.raises(BadRequest, match="Write a fraction"):
        Amount.parse("-1")
