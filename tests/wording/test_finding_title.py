"""A chart's title made from its values."""

from __future__ import annotations

from decimal import Decimal

from macros.wording.finding_title import Named, among, over_time, ranked


def named(name: str, value: str) -> Named:
    return Named(name, Decimal(value), f"{value}%")


def test_over_time_says_from_where_to_where():
    points = [named("Q1", "75"), named("Q2", "81"), named("Q4", "67")]
    assert over_time("On time", points) == "On time: down from 75% (Q1) to 67% (Q4)"
    assert over_time("On time", points[:2]) == "On time: up from 75% (Q1) to 81% (Q2)"


def test_over_time_says_when_first_and_last_are_the_same():
    assert over_time("On time", [named("Q1", "75"), named("Q3", "75")]) == "On time: 75% in both Q1 and Q3"


def test_over_time_of_one_point_makes_no_pair_of_it():
    assert "both Q1 and Q1" not in over_time("On time", [named("Q1", "75")])


def test_among_names_the_highest():
    assert among("Seen", [named("Yes", "63"), named("No", "21")]) == "Seen: highest for Yes (63%)"


def test_among_names_ties():
    assert among("Seen", [named("A", "5"), named("B", "5"), named("C", "1")]) == "Seen: A and B are highest (5%)"


def test_among_many_ties_does_not_hide_the_rest():
    points = [named(name, "5") for name in "ABCDE"]
    assert "A and B and C are highest" not in among("Seen", points)


def test_ranked_gives_the_place():
    others = [named("Leeds", "62"), named("Hull", "97"), named("York", "99")]
    assert ranked("Caseload", others[2], others) == "Caseload: York is the highest of 3 (99%)"
    assert ranked("Caseload", others[0], others) == "Caseload: Leeds is the lowest of 3 (62%)"
    assert ranked("Caseload", others[1], others) == "Caseload: Hull is number 2 from the top of 3 (97%)"


def test_ranked_does_not_call_a_tie_the_highest_alone():
    points = [named("York", "99"), named("Hull", "99"), named("Leeds", "62")]
    title = ranked("Caseload", points[0], points)
    assert "is the highest of" not in title
