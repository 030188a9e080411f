"""`sums`: one planted fault for each kind, told with its place and arithmetic; right tables give nothing."""

from __future__ import annotations

import pytest

from tests.checks.printed_reports import kinds, only

SEXES = """
Table 9 | by_sex | 2017-03-31 | sex=male   | 108
Table 9 | by_sex | 2017-03-31 | sex=female | 96
Table 9 | by_sex | 2017-03-31 | sex=total  | 204
"""
QUARTERS = """
Table 4 | came_n | 2016-17 Q1 | | 10
Table 4 | came_n | 2016-17 Q2 | | 12
Table 4 | came_n | 2016-17 Q3 | | 9
Table 4 | came_n | 2016-17 Q4 | | 11
Table 4 | came_n | 2016-17    | | 42
"""
LATE = """
Table 14 | late_pct | 2016-17 Q1 | | 20 2/10
Table 14 | late_pct | 2016-17 Q2 | | 10 2/20
Table 14 | late_pct | 2016-17 Q3 | | 50 5/10
Table 14 | late_pct | 2016-17 Q4 | | 15 6/40
Table 14 | late_pct | 2016-17    | | 19 15/80
"""
CROSSED = """
Table 3 | by_sex_age | 2017-03-31 | sex=male age=young    | 1
Table 3 | by_sex_age | 2017-03-31 | sex=male age=old      | 2
Table 3 | by_sex_age | 2017-03-31 | sex=male age=total    | 3
Table 3 | by_sex_age | 2017-03-31 | sex=female age=young  | 4
Table 3 | by_sex_age | 2017-03-31 | sex=female age=old    | 5
Table 3 | by_sex_age | 2017-03-31 | sex=female age=total  | 9
Table 3 | by_sex_age | 2017-03-31 | sex=total age=young   | 5
Table 3 | by_sex_age | 2017-03-31 | sex=total age=old     | 7
Table 3 | by_sex_age | 2017-03-31 | sex=total age=total   | 12
"""
BOTH_SEXES = "sum: cla_n <- by_sex sex=male + by_sex sex=female"
STOCK = """
Table 8 | cla_n  | 2015-16 | | 449
Table 8 | cla_n  | 2016-17 | | 490
Table 8 | came_n | 2016-17 | | 268
Table 8 | left_n | 2016-17 | | 227
"""
FLOW = "stock-flow: cla_n period=2016-17 <- cla_n period=previous + came_n - left_n"
MEAN = "mean: load_avg period=2016-17 <- load_avg period=2016-17_Q1 + load_avg period=2016-17_Q2"


@pytest.mark.parametrize("table", [SEXES, QUARTERS, LATE, CROSSED])
def test_a_right_table_gives_nothing(table):
    assert kinds(table) == []


def test_a_total_that_is_not_the_sum_of_its_parts():
    finding = only(SEXES.replace("204", "205"))
    assert (finding.kind.id, finding.check, finding.severity) == ("sum-of-parts", "sums", "stops")
    assert finding.place == "data/reports/york-2016-17/2026-11-21/figures.csv:4"
    assert finding.message.startswith(
        "Table 9: by_sex sex=total york 2017-03-31 is printed as 205, but its parts are 108 + 96 = 204. "
        "It would hold with 204."
    )


def test_a_wrong_part_is_told_at_its_total():
    finding = only(SEXES.replace("96", "95"))
    assert (finding.kind.id, finding.line) == ("sum-of-parts", 4)


def test_a_wrong_cell_in_the_middle_is_found_by_row_and_by_column():
    found = kinds(CROSSED.replace("age=young    | 1", "age=young    | 2"))
    assert found == ["sum-of-parts", "sum-of-parts"]


def test_counts_behind_shares_add_to_the_count_behind_their_total():
    table = """
    Table 10 | status_pct | 2016-17 | status=a     | 25 1/4
    Table 10 | status_pct | 2016-17 | status=b     | 75 3/4
    Table 10 | status_pct | 2016-17 | status=total | 100 4/4
    """
    assert kinds(table) == []
    wrong = table.replace("25 1/4", "50 2/4")
    assert kinds(wrong) == ["sum-of-parts", "shares-of-whole"]


def test_shares_without_counts_are_not_added_up():
    assert (
        kinds("""
    Table 10 | status_pct | 2016-17 | status=a     | 25
    Table 10 | status_pct | 2016-17 | status=b     | 25
    Table 10 | status_pct | 2016-17 | status=total | 30
    """)
        == []
    )


@pytest.mark.parametrize("printed", ["204", "110", "108"])
def test_a_blank_part_stands_for_what_is_missing(printed):
    table = SEXES.replace("| 96", "| ?").replace("| 204", f"| {printed}")
    assert kinds(table) == []


@pytest.mark.parametrize(("printed", "kind"), [("108", []), ("204", ["sum-of-parts"]), ("107", ["sum-of-parts"])])
def test_a_part_that_does_not_apply_stands_for_nothing(printed, kind):
    assert kinds(SEXES.replace("| 96", "| z").replace("| 204", f"| {printed}")) == kind


def test_a_blank_part_is_never_less_than_nothing():
    table = SEXES.replace("| 96", "| ?").replace("| 204", "| 107")
    assert "108 = 108" in only(table).message


def test_a_total_without_a_number_proves_nothing():
    assert kinds(SEXES.replace("204", "?")) == []


def test_a_total_with_one_part_beside_it_proves_nothing():
    assert (
        kinds("""
    para 4 | by_sex | 2017-03-31 | sex=male  | 108
    para 4 | by_sex | 2017-03-31 | sex=total | 204
    """)
        == []
    )


@pytest.mark.parametrize(
    "other", ["Table 8 | by_sex | 2017-03-31", "Table 9 | by_sex | 2016-03-31", "Table 9 | by_sex | 2017-03-31 @north"]
)
def test_parts_of_another_place_date_or_area_are_not_added(other):
    assert kinds(SEXES + f"{other} | sex=unknown | 7") == []


def test_categories_that_overlap_are_declared():
    wrong = SEXES.replace("204", "205")
    assert kinds(wrong, "not-parts: by_sex sex=total <-") == []


def test_a_year_that_is_not_the_sum_of_its_quarters():
    finding = only(QUARTERS.replace("| 42", "| 43"))
    assert finding.kind.id == "sum-of-quarters"
    assert finding.line == 6
    assert (
        "the year's came_n york 2016-17 is printed as 43, but its quarters are 10 + 12 + 9 + 11 = 42."
        in finding.message
    )


def test_numerators_and_denominators_of_quarters_add_too():
    assert "printed as 16, but its quarters are 2 + 2 + 5 + 6 = 15" in only(LATE.replace("19 15", "20 16")).message
    assert "printed as 81, but its quarters are 10 + 20 + 10 + 40 = 80" in only(LATE.replace("/80", "/81")).message


def test_quarters_that_do_not_add_to_the_year_are_declared():
    assert kinds(QUARTERS.replace("| 42", "| 30"), "not-quarters: came_n <-") == []


def test_three_quarters_prove_nothing():
    assert kinds(QUARTERS.replace("Table 4 | came_n | 2016-17 Q2 | | 12", "").replace("| 42", "| 99")) == []


def test_quarters_of_a_snapshot_are_not_added():
    table = QUARTERS.replace("came_n", "cla_n").replace("| 42", "| 11")
    assert kinds(table) == []


def test_a_declared_sum_holds_over_places():
    lines = SEXES + "Table 8 | cla_n | 2017-03-31 | | {}"
    assert kinds(lines.format(204), BOTH_SEXES) == []
    finding = only(lines.format(222), BOTH_SEXES)
    assert (finding.kind.id, finding.line) == ("sum-of-parts", 5)
    assert finding.message.startswith(
        "Table 8: cla_n york 2017-03-31 is printed as 222, but its parts are 108 + 96 = 204."
    )


def test_a_declared_sum_takes_its_parts_from_its_own_place_first():
    lines = """
    Table 9 | by_sex | 2017-03-31 | sex=male   | 100
    Table 9 | by_sex | 2017-03-31 | sex=female | 50
    Table 8 | by_sex | 2017-03-31 | sex=male   | 100
    Table 8 | by_sex | 2017-03-31 | sex=female | 60
    Table 8 | cla_n  | 2017-03-31 |            | 160
    """
    assert kinds(lines, BOTH_SEXES) == ["printed-twice"]


def test_a_declared_sum_without_all_its_parts_proves_nothing():
    lines = "Table 9 | by_sex | 2017-03-31 | sex=male | 108\nTable 9 | by_sex | 2016-03-31 | sex=female | 5"
    assert kinds(lines + "\nTable 8 | cla_n | 2017-03-31 | | 300", BOTH_SEXES) == []


def test_what_is_taken_away_is_shown_with_its_sign():
    lines = """
    para 35 | dental_pct | 2016-17 | | 86.1
    para 35 | dental_pct | 2015-16 | | 70.4
    para 35 | change     | 2016-17 | | {}
    """
    rule = "sum: change <- dental_pct - dental_pct period=previous"
    assert kinds(lines.format("15.7"), rule) == []
    assert (
        "printed as 14.6, but its parts are 86.1 - 70.4 = 15.7. It would hold"
        in only(lines.format("14.6"), rule).message
    )


def test_a_closing_stock_that_does_not_follow():
    assert kinds(STOCK, FLOW) == []
    finding = only(STOCK.replace("490", "491"), FLOW)
    assert finding.kind.id == "stock-and-flow"
    assert "printed as 491; opening stock, starters and leavers give 449 + 268 - 227 = 490." in finding.message


def test_nothing_follows_when_the_leavers_are_not_known():
    assert kinds(STOCK.replace("227", "?"), FLOW) == []


def test_a_mean_that_is_none():
    lines = """
    Table 1 | load_avg | 2016-17 Q1 | | 61
    Table 1 | load_avg | 2016-17 Q2 | | 62
    Table 1 | load_avg | 2016-17    | | {}
    """
    assert kinds(lines.format("62"), MEAN) == []  # 61.5 rounded half up
    assert kinds(lines.format("61.5"), MEAN) == []
    finding = only(lines.format("61"), MEAN)
    assert finding.kind.id == "mean-of-values"
    assert "load_avg york 2016-17 is printed as 61, but the mean of 61 + 62 is 62." in finding.message


def test_nothing_follows_for_a_mean_of_which_one_is_not_known():
    lines = "T | load_avg | 2016-17 Q1 | | 61\nT | load_avg | 2016-17 Q2 | | ?\nT | load_avg | 2016-17 | | 70"
    assert kinds(lines, MEAN) == []


def test_a_long_sum_is_told_shortly():
    parts = "\n".join(f"Table 1 | by_sex | 2017-03-31 | sex=s{n} | 1" for n in range(40))
    message = only(f"{parts}\nTable 1 | by_sex | 2017-03-31 | sex=total | 41").message
    assert "1 + … = 40" in message
    assert len(message) < 300


LIMIT = """
Table 12 | by_sex | 2016-17 Q1 | sex=male   | {}
Table 12 | by_sex | 2015-16    | sex=male   | 87
Table 12 | by_sex | 2015-16    | sex=female | {}
"""
AT_MOST = (
    "at-most: by_sex sex=male period=2016-17_Q1 <- by_sex sex=male period=2015-16 + by_sex sex=female period=2015-16"
)


@pytest.mark.parametrize(("printed", "part"), [("117", "30"), ("0", "30"), ("135", "?"), ("?", "30")])
def test_what_is_not_above_its_limit(printed, part):
    assert kinds(LIMIT.format(printed, part), AT_MOST) == []


def test_more_than_there_can_be():
    finding = only(LIMIT.format("135", "30"), AT_MOST)
    assert (finding.kind.id, finding.check, finding.severity, finding.line) == ("more-than-whole", "sums", "stops", 2)
    assert finding.message.startswith(
        "Table 12: by_sex sex=male york 2016-17 Q1 is printed as 135, and it can be no more than 87 + 30 = 117."
    )


def test_a_limit_of_one_figure_is_told_once():
    lines = "section 9 | by_sex | 2016-17 | sex=male | 130\nsection 9 | cla_n | 2016-17 | | 84"
    assert "no more than 84. Mend it" in only(lines, "at-most: by_sex sex=male <- cla_n").message
