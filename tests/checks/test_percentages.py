"""`percentages`: a share against its count and base, wholes, shares no count can give; rounded or cut off."""

from __future__ import annotations

import pytest

from macros.model.indicator import PeriodType, Unit
from tests.checks.printed_reports import context, findings, indicator, kinds, only, release

WHOLE = """
Table 7 | answer_pct | 2016-17 | plan=cp answer=yes   | 33.3
Table 7 | answer_pct | 2016-17 | plan=cp answer=no    | 33.3
Table 7 | answer_pct | 2016-17 | plan=cp answer=maybe | 33.3
"""
STATUSES = """
Table 13 | status_pct | 2016-17 | status=a     | 41
Table 13 | status_pct | 2016-17 | status=b     | 59
Table 13 | status_pct | 2016-17 | status=total | 100
"""
SHARE = "share: status_pct <- cla_n"
BASE = "Table 8 | cla_n | 2016-17 | | {}\nTable 13 | status_pct | 2016-17 | status=a | {}"


@pytest.mark.parametrize(
    "printed",
    [
        "9.4 13/138", "9 13/138", "9.42 13/138", "12.5 1/8", "13 1/8", "0 0/7", "100 7/7", "100.0 7/7", "66.67 2/3",
        "0.00 0/11", "150 3/2",
    ],
)  # fmt: skip
def test_a_share_rounded_half_up_holds(printed):
    assert kinds(f"Table 14 | late_pct | 2016-17 | | {printed}") == []


def test_a_share_that_its_count_does_not_give():
    finding = only("Table 14 | late_pct | 2016-17 | | 5.3 23/491")
    assert (finding.kind.id, finding.check, finding.severity, finding.line) == (
        "share-of-base", "percentages", "stops", 2,
    )  # fmt: skip
    assert finding.message.startswith(
        "Table 14: late_pct york 2016-17 is printed as 5.3, but 23 over 491 is 4.684, so 4.7 when rounded half up."
    )


def test_a_share_cut_off_is_told_apart_from_a_wrong_one():
    finding = only("Table 14 | late_pct | 2016-17 | | 2.8 16/554")
    assert finding.kind.id == "share-cut-off"
    assert "printed as 2.8; 16 over 554 is 2.888. It was cut off, not rounded: half up gives 2.9." in finding.message


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("12 1/8", "share-cut-off"),
        ("14 1/8", "share-of-base"),
        ("66.6 2/3", "share-cut-off"),
        ("66.8 2/3", "share-of-base"),
    ],
)
def test_halves_go_up(printed, kind):
    assert kinds(f"Table 14 | late_pct | 2016-17 | | {printed}") == [kind]


@pytest.mark.parametrize("printed", ["?", "? 3/4", "50", "50 3/", "50 /4", "50 3/0"])
def test_half_a_share_proves_nothing(printed):
    assert kinds(f"Table 14 | late_pct | 2016-17 | | {printed}") == []


@pytest.mark.parametrize("digits", [28, 60])
def test_a_share_of_very_many_digits_is_a_finding_and_no_crash(digits):
    assert kinds(f"Table 14 | late_pct | 2016-17 | | 33.{'3' * (digits - 1)}4 1/3") == ["share-of-base"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("load_avg | 2016-17 | | 79 333/4.2", []),
        ("load_avg | 2016-17 | | 54.5 229/4.2", []),
        ("load_avg | 2016-17 | | 66 229/4.2", ["share-of-base"]),
        ("rate | 2016-17 | | 60 1200/200000", []),
        ("rate | 2016-17 | | 6 1200/200000", ["share-of-base"]),
        ("cla_n | 2016-17 | | 5 1/3", []),
    ],
)
def test_a_figure_per_worker_and_a_rate_have_their_own_scale(line, kind):
    assert kinds(f"Table 4 | {line}") == kind


def test_shares_beside_a_printed_hundred():
    assert kinds(STATUSES) == []
    finding = only(STATUSES.replace("59", "60.5"))
    assert (finding.kind.id, finding.line) == ("shares-of-whole", 2)
    assert "status_pct status=a york 2016-17 are 41 + 60.5 = 101.5, not 100 (rounding explains 0.55 at most)" in (
        finding.message
    )


@pytest.mark.parametrize("part", ["58", "60", "59.0"])
def test_rounding_explains_half_a_unit_of_each_share(part):
    assert kinds(STATUSES.replace("59", part)) == []


def test_shares_beside_another_total_are_no_whole():
    assert kinds(STATUSES.replace("59", "70").replace("| 100", "| 111")) == []


def test_a_declared_whole():
    rule = "whole: answer_pct plan=cp <-"
    assert kinds(WHOLE, rule) == []
    assert kinds(WHOLE.replace("maybe | 33.3", "maybe | 33.6"), rule) == ["shares-of-whole"]
    assert kinds(WHOLE.replace("maybe | 33.3", "maybe | 33.6")) == []


def test_a_declared_whole_of_one_plan_is_not_held_up_by_another():
    other = "Table 7 | answer_pct | 2016-17 | plan=cypic answer=yes | 20\n"
    rule = "whole: answer_pct plan=cp <-"
    assert kinds(other + WHOLE, rule) == []
    assert kinds(other + WHOLE.replace("maybe | 33.3", "maybe | 33.6"), rule) == ["shares-of-whole"]


def test_a_sentence_that_names_some_categories_is_no_whole():
    sentence = "".join(f"para 7 | answer_pct | 2016-17 | plan=cp answer={code} | 33.3\n" for code in ("yes", "no"))
    assert kinds(WHOLE + sentence, "whole: answer_pct plan=cp <-") == []


COUNTED = "".join(f"Table 15 | status_pct | 2016-17 | status={code} | {{}}\n" for code in ("a", "b"))
COUNTED_BASE = "Table 8 | cla_n | 2016-17 | | {}\n"
COUNTED_WHOLE = "whole: status_pct <-"


@pytest.mark.parametrize(
    ("base", "shares", "kind"),
    [
        (1000, ("50.0", "50.1"), ["counts-of-whole"]),  # 500 and 501: rounding would explain the sum of 100.1
        (1000, ("49.9", "50.0"), ["counts-of-whole"]),  # one too few
        (1000, ("49.9", "50.1"), []),
        (243, ("11.5", "88.4"), ["share-cut-off"]),  # 28 and 215, the second cut off
        (243, ("11.5", "88.9"), ["shares-of-whole"]),  # what the sum tells is not told twice
        (230, ("9", "91.3"), []),  # a whole percentage stands for several counts, one of which fits
        (230, ("8.5", "91.5"), ["share-unattainable"] * 2),  # no whole numbers: nothing to add
    ],
)
def test_shares_of_a_base_stand_for_as_many_as_it_has(base, shares, kind):
    lines = COUNTED_BASE.format(base) + COUNTED.format(*shares)
    assert sorted(kinds(lines, SHARE, COUNTED_WHOLE)) == sorted(kind)


def test_shares_that_stand_for_one_too_many_say_how_many():
    finding = only(COUNTED_BASE.format(1000) + COUNTED.format("50.0", "50.1"), SHARE, COUNTED_WHOLE)
    assert finding.message.startswith(
        "Table 15: out of 1000, the shares with status_pct status=a york 2016-17 stand for 1001 together."
    )


def test_a_base_that_is_not_printed_counts_nothing():
    assert kinds(COUNTED.format("11.5", "88.6"), SHARE, COUNTED_WHOLE) == []


@pytest.mark.parametrize("value", ["?", ""])
def test_a_blank_share_may_be_what_is_missing(value):
    assert kinds(WHOLE.replace("maybe | 33.3", f"maybe | {value}"), "whole: answer_pct plan=cp <-") == []


@pytest.mark.parametrize(
    ("base", "share"),
    [("243", "1.2"), ("243", "0.8"), ("204", "94.6"), ("548", "41"), ("3", "33.3"), ("204", "0.5"), ("204", "0")],
)
def test_a_share_that_some_count_gives(base, share):
    assert kinds(BASE.format(base, share), SHARE) == []


@pytest.mark.parametrize(
    ("base", "share", "told"),
    [
        ("3", "66.6", "2 over 3 is 66.667. It was cut off, not rounded: half up gives 66.7."),
        ("204", "0.4", "1 over 204 is 0.490. It was cut off, not rounded: half up gives 0.5."),
    ],
)
def test_a_share_that_a_count_gives_only_when_cut_off(base, share, told):
    finding = only(BASE.format(base, share), SHARE)
    assert (finding.kind.id, finding.line) == ("share-cut-off", 3)
    assert told in finding.message


def test_a_share_with_its_own_count_is_told_once():
    assert kinds(BASE.format("204", "0.4 1/204"), SHARE) == ["share-cut-off"]


def test_a_share_that_no_count_gives():
    finding = only(BASE.format("243", "1.0"), SHARE)
    assert finding.kind.id == "share-unattainable"
    assert finding.line == 3
    assert (
        "printed as 1.0%, and no whole number out of 243 gives that: 2 of 243 is 0.8% and 3 of 243 is 1.2%."
        in finding.message
    )


def test_a_share_above_the_whole_is_given_by_no_count():
    assert kinds(BASE.format("20", "105"), SHARE) == ["share-unattainable"]


def test_any_printed_base_of_the_date_will_do():
    assert kinds(BASE.format("243", "1.0") + "\npara 4 | cla_n | 2016-17 | | 100", SHARE) == ["printed-twice"]


@pytest.mark.parametrize("base", ["?", "0"])
def test_without_a_base_nothing_is_impossible(base):
    assert kinds(BASE.format(base, "1.0"), SHARE) == []


def test_a_base_of_another_date_is_not_used():
    assert kinds(BASE.replace("cla_n | 2016-17", "cla_n | 2015-16").format("243", "1.0"), SHARE) == []


@pytest.mark.parametrize("unit", [Unit.PERCENT, Unit.RATE, Unit.RATIO])
def test_a_share_without_a_stated_base(unit):
    held = {"x_pct": indicator("x_pct", unit, PeriodType.FLOW), "n": indicator("n", Unit.COUNT, PeriodType.FLOW)}
    (finding,) = findings(context(release(""), indicators=held))
    assert (finding.kind.id, finding.place) == ("base-undeclared", "data/catalogue/indicators.csv:2")
    assert finding.message == (
        f"The indicator 'x_pct' is a {unit.value} without a base. Say of whom or what in the column 'base'."
    )


DIVIDED = "divided: load_avg <- cla_n + came_n + posts_fte role=iro"
CASES = """
para 12 | cla_n     | 2016-17 |          | 667
para 15 | came_n    | 2016-17 |          | 413
para 20 | posts_fte | 2016-17 | role=iro | {}
para 22 | load_avg  | 2016-17 |          | {}
"""


def test_a_figure_per_worker_whose_count_and_posts_are_printed_elsewhere():
    assert kinds(CASES.format(12, 90), DIVIDED) == []
    finding = only(CASES.format(12, 114), DIVIDED)
    assert (finding.kind.id, finding.line) == ("share-of-base", 5)
    assert "para 22: load_avg york 2016-17 is printed as 114, but 1080 over 12 is 90.00, so 90 when" in finding.message


@pytest.mark.parametrize("posts", ["?", "0"])
def test_nothing_is_divided_by_what_is_not_known(posts):
    assert kinds(CASES.format(posts, 114), DIVIDED) == []


def test_a_share_whose_count_and_base_are_printed_elsewhere():
    lines = """
    Appendix 3 | by_sex     | 2016-17 | sex=male  | 639
    Appendix 3 | by_sex     | 2016-17 | sex=all   | 667
    para 29    | status_pct | 2016-17 | status=a  | {}
    """
    rule = "divided: status_pct status=a <- by_sex sex=male + by_sex sex=all"
    assert kinds(lines.format("95.8"), rule) == []
    assert kinds(lines.format("95"), rule) == ["share-cut-off"]
    assert "printed as 96.1, but 639 over 667 is 95.802, so 95.8" in only(lines.format("96.1"), rule).message
