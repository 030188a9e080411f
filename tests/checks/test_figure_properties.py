"""Reports made by chance: what is consistent gives no finding, one planted fault is found by its rule alone."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checks.printed_reports import kinds

COUNTS = st.integers(0, 5_000)
DIGITS = st.integers(0, 3)
SHIFT = st.integers(-50, 50).filter(bool)
QUARTERS = [f"2016-17 Q{number}" for number in (1, 2, 3, 4)]


def printed(exact: Fraction, digits: int, rounding: str = ROUND_HALF_UP) -> Decimal:
    """A number as a report prints it, worked out in whole numbers and not as the rules do."""
    scaled = exact * 10**digits
    whole = scaled.numerator // scaled.denominator
    if rounding == ROUND_HALF_UP and scaled - whole >= Fraction(1, 2):
        whole += 1
    return Decimal(whole).scaleb(-digits)


# ------------------------------------------------------------- sums


@st.composite
def grids(draw):
    """A table of counts by two dimensions with all its totals, as {(row, column): count}."""
    rows, columns = draw(st.integers(2, 4)), draw(st.integers(2, 4))
    cells: dict[tuple[object, object], int] = {(r, c): draw(COUNTS) for r in range(rows) for c in range(columns)}
    cells |= {(r, "total"): sum(cells[r, c] for c in range(columns)) for r in range(rows)}
    cells |= {("total", c): sum(cells[r, c] for r in range(rows)) for c in (*range(columns), "total")}
    return cells


def grid_lines(cells):
    return [
        f"Table 3 | by_sex_age | 2017-03-31 | sex={row} age={column} | {'?' if count is None else count}"
        for (row, column), count in cells.items()
    ]


@given(grids())
def test_a_table_with_its_totals_holds(cells):
    assert kinds(grid_lines(cells)) == []


@given(grids(), st.data())
def test_a_table_with_blanks_holds(cells, data):
    blank = data.draw(st.sets(st.sampled_from(sorted(cells, key=str))))
    assert kinds(grid_lines({place: None if place in blank else count for place, count in cells.items()})) == []


@given(grids(), st.data(), SHIFT)
def test_one_wrong_cell_is_found_in_its_row_and_in_its_column(cells, data, shift):
    place = data.draw(st.sampled_from(sorted(cells, key=str)))
    assert kinds(grid_lines(cells | {place: cells[place] + shift})) == ["sum-of-parts"] * 2


@given(st.lists(COUNTS, min_size=4, max_size=4), SHIFT, st.integers(0, 4))
def test_quarters_add_to_their_year(counts, shift, wrong):
    values = [*counts, sum(counts)]
    lines = [f"Table 4 | came_n | {when} | | {{}}" for when in (*QUARTERS, "2016-17")]
    assert kinds([line.format(value) for line, value in zip(lines, values, strict=True)]) == []
    values[wrong] += shift
    assert kinds([line.format(value) for line, value in zip(lines, values, strict=True)]) == ["sum-of-quarters"]


@given(COUNTS, COUNTS, COUNTS, SHIFT, st.integers(0, 3))
def test_stock_follows_from_flow(opening, came, left, shift, wrong):
    values = [opening, came, left, opening + came - left]
    places = ("cla_n | 2015-16", "came_n | 2016-17", "left_n | 2016-17", "cla_n | 2016-17")
    rule = "stock-flow: cla_n period=2016-17 <- cla_n period=previous + came_n - left_n"

    def lines():
        return [f"Table 8 | {place} | | {value}" for place, value in zip(places, values, strict=True)]

    assert kinds(lines(), rule) == []
    values[wrong] += shift
    assert kinds(lines(), rule) == ["stock-and-flow"]


@given(st.lists(COUNTS, min_size=2, max_size=6), DIGITS, SHIFT)
def test_a_mean_is_rounded_half_up(counts, digits, shift):
    areas = [f"a{number}" for number in range(len(counts))]
    rule = "mean: load_avg area=north <- " + " + ".join(f"load_avg area={area}" for area in areas)
    held = [f"Table 3 | load_avg | 2016-17 @{area} | | {count}" for area, count in zip(areas, counts, strict=True)]
    mean = printed(Fraction(sum(counts), len(counts)), digits)
    assert kinds([*held, f"Table 3 | load_avg | 2016-17 @north | | {mean}"], rule) == []
    wrong = mean + Decimal(shift).scaleb(-digits)
    assert kinds([*held, f"Table 3 | load_avg | 2016-17 @north | | {wrong}"], rule) == ["mean-of-values"]


# ------------------------------------------------------------- shares


@given(COUNTS, st.integers(1, 5_000), DIGITS, SHIFT)
def test_a_share_is_rounded_cut_off_or_wrong(count, base, digits, shift):
    exact = Fraction(100 * count, base)
    right, cut = printed(exact, digits), printed(exact, digits, ROUND_DOWN)

    def told(value):
        return kinds([f"Table 14 | late_pct | 2016-17 | | {value} {count}/{base}"])

    assert told(right) == []
    assert told(cut) == ([] if cut == right else ["share-cut-off"])
    wrong = right + Decimal(shift).scaleb(-digits)
    assert told(wrong) == (["share-cut-off"] if wrong == cut else ["share-of-base"])


def status_lines(values):
    codes = [f"status=s{number}" for number in range(len(values))]
    lines = [
        f"Table 13 | status_pct | 2017-03-31 | {code} | {value}" for code, value in zip(codes, values, strict=True)
    ]
    return [*lines, "Table 13 | status_pct | 2017-03-31 | status=total | 100"]


@given(st.lists(COUNTS, min_size=2, max_size=12).filter(any), DIGITS, st.data())
def test_shares_of_a_whole_add_to_a_hundred_within_rounding(counts, digits, data):
    values = [printed(Fraction(100 * count, sum(counts)), digits) for count in counts]
    assert kinds(status_lines(values)) == []
    wrong = data.draw(st.integers(0, len(values) - 1))
    values[wrong] += Decimal(len(values) + 1).scaleb(-digits)  # more than rounding explains, whichever way it went
    assert kinds(status_lines(values)) == ["shares-of-whole"]


@given(st.integers(1, 300), st.integers(0, 1_100), st.integers(0, 1))
@settings(max_examples=200)
def test_a_share_is_impossible_when_no_count_gives_it(base, tenths, digits):
    value = printed(Fraction(tenths, 10), digits)
    whole, cut = (
        {printed(Fraction(100 * count, base), digits, rounding) for count in range(base + 1)}
        for rounding in (ROUND_HALF_UP, ROUND_DOWN)
    )
    told = [] if value in whole else ["share-cut-off"] if value in cut else ["share-unattainable"]
    lines = [f"Table 8 | cla_n | 2017-03-31 | | {base}", f"Table 13 | status_pct | 2017-03-31 | status=a | {value}"]
    assert kinds(lines, "share: status_pct <- cla_n") == told


# ------------------------------------------------------------- the same figure elsewhere


@given(st.integers(0, 10_000_000), DIGITS, DIGITS, SHIFT)
def test_a_figure_may_be_printed_again_less_precisely(thousandths, digits, fewer, shift):
    exact = Fraction(thousandths, 1000)
    first = printed(exact, digits)
    fewer = min(digits, fewer)
    again = printed(Fraction(first), fewer)
    assert kinds([f"Table 8 | rate | 2016-17 | | {first}", f"para 8 | rate | 2016-17 | | {again}"]) == []
    wrong = again + Decimal(shift).scaleb(-fewer)
    assert kinds([f"Table 8 | rate | 2016-17 | | {first}", f"para 8 | rate | 2016-17 | | {wrong}"]) == ["printed-twice"]


# ------------------------------------------------------------- a whole report

RULES = ("sum: cla_n <- by_sex sex=male + by_sex sex=female", "share: status_pct <- cla_n", "whole: status_pct <-")
FAULTS = ("by_sex", "cla_n", "came_n", "late_pct", "status_pct", "again")


@st.composite
def reports(draw):
    """The lines of a report that holds, by what is printed there."""
    male, female = draw(st.integers(50, 300)), draw(st.integers(50, 300))
    came = [draw(COUNTS) for _ in range(4)]
    children, shared = male + female, draw(st.integers(0, male))
    late, held = draw(st.integers(0, 40)), draw(st.integers(41, 900))
    return {
        "by_sex": [f"Table 9 | by_sex | 2016-17 | sex={sex} | {n}" for sex, n in (("male", male), ("female", female))],
        "cla_n": [f"Table 8 | cla_n | 2016-17 | | {children}"],
        "came_n": [
            f"Table 4 | came_n | {when} | | {n}"
            for when, n in zip((*QUARTERS, "2016-17"), (*came, sum(came)), strict=True)
        ],
        "late_pct": [f"Table 14 | late_pct | 2016-17 | | {printed(Fraction(100 * late, held), 1)} {late}/{held}"],
        "status_pct": [
            f"Table 13 | status_pct | 2016-17 | status={code} | {printed(Fraction(100 * n, children), 2)}"
            for code, n in (("a", shared), ("b", children - shared))
        ],
        "again": [f"para 14 | late_pct | 2016-17 | | {printed(Fraction(printed(Fraction(100 * late, held), 1)), 0)}"],
    }  # fmt: skip


def lines_of(report):
    return [line for lines in report.values() for line in lines]


@given(reports())
def test_a_report_that_holds_gives_no_finding(report):
    assert kinds(lines_of(report), *RULES) == []


@given(reports(), st.sampled_from(FAULTS), st.integers(2, 40))
def test_one_fault_in_a_report_is_found_by_its_rule(report, fault, shift):
    *first, last = report[fault]
    start, _, cell = last.rpartition("| ")
    value, _, parts = cell.partition(" ")
    planted = lines_of(report | {fault: [*first, f"{start}| {Decimal(value) + shift} {parts}".strip()]})
    found = set(kinds(planted, *RULES))
    expected = {
        "by_sex": {"sum-of-parts"},
        "cla_n": {"sum-of-parts"},
        "came_n": {"sum-of-quarters"},
        "late_pct": {"share-of-base", "printed-twice"},
        "status_pct": {"shares-of-whole"},
        "again": {"printed-twice"},
    }[fault]
    by_chance = {"share-unattainable", "share-cut-off"}  # of a wrong base or share: no count gives it, or one cut off
    assert found - by_chance == expected
    if found & by_chance:
        assert fault in ("cla_n", "status_pct")
