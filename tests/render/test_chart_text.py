import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.render.chart_text import describe
from macros.render.charts import Chart, Point
from tests.render.chart_builders import HOSTILE, chart, points, two_lines

WHAT = "Children with every review on time"


def summary(one):
    return describe(one, WHAT).summary


def test_the_alternative_says_the_kind_the_subject_and_the_size_first():
    text = describe(chart(), WHAT)
    assert text.title_alt.startswith("Bar chart of Children with every review on time. Four bars. ")
    assert text.title_alt.endswith(text.summary)
    assert describe(chart("line"), WHAT).title_alt.startswith(
        "Line chart of Children with every review on time. Four points. "
    )


def test_a_steady_fall():
    assert summary(chart()) == "From 91% (Q1), the highest, to 67% (Q4), the lowest."


def test_a_steady_rise():
    assert summary(chart(values=(67, 75, 84, 91))) == "From 67% (Q1), the lowest, to 91% (Q4), the highest."


def test_ups_and_downs_with_a_gap():
    assert summary(chart("line", values=(75, None, 91, 67))) == (
        "From 75% (Q1) to 67% (Q4). The highest is 91% (Q3) and the lowest 67% (Q4). No figure for Q2 [x]."
    )


def test_several_gaps_are_named_together():
    assert summary(chart(values=(75, None, None, None))) == "Q1: 75%. No figure for Q2; Q3 and Q4 [x]."


def test_categories_have_no_first_and_last_but_ties():
    one = chart("bars", values=(39.5, 31, 0, 0), names=("Attends", "Under four", "Says nothing", "Stays away"))
    assert summary(one) == "The highest is 39.5% (Attends) and the lowest 0% (Says nothing and Stays away)."


def test_many_ties_are_counted():
    one = chart("bars", values=(9, 0, 0, 0, 0), names=("A", "B", "C", "D", "E"))
    assert "lowest 0% (shared by four)" in summary(one)


def test_the_councils_own_figure_is_named_among_the_areas():
    one = chart(
        "bars", values=(50, 70, 62, 47), names=("York", "Leeds", "England", "Derby"), unit="ratio", emphasis="York"
    )
    assert summary(one) == "The highest is 70 (Leeds) and the lowest 47 (Derby). York: 50."


def test_all_alike():
    assert summary(chart(values=(67, 67, 67, 67))) == "All are 67%."


def test_one_alone():
    assert describe(chart("bars", values=(9,), names=("York",)), WHAT).title_alt.endswith("One bar. York: 9%.")


def test_each_series_by_its_name():
    text = describe(two_lines(), WHAT)
    assert "Eight points in two series." in text.title_alt
    assert text.summary == (
        "York: from 91% (Q1), the highest, to 67% (Q4), the lowest. "
        "England: from 88% (Q1), the lowest, to 90% (Q4), the highest. No figure for Q2, York and Q3, England [x]."
    )


def test_a_series_with_one_figure_or_none():
    one = replace(chart(), points=points((5,), ("Q1",), "York") + points((None,), ("Q1",), "England"))
    assert summary(one) == "York, Q1: 5%. No figure for Q1, England [x]."


def test_references_are_named():
    assert "A dashed line marks the target 90%." in describe(chart(reference=(("Target 90%", 90.0),)), WHAT).title_alt
    both = chart(reference=(("Target 90%", 90.0), ("England 88%", 88.0)))
    assert "Dashed lines mark Target 90% and England 88%." in describe(both, WHAT).title_alt


def test_a_subject_that_ends_a_sentence_gets_no_second_stop():
    assert "chart of Who comes? Four" in describe(chart(), "Who comes?").title_alt


def test_hostile_names_stay_text_without_control_characters():
    text = describe(replace(chart("bars"), points=points((4, 3, 2, 1), names=HOSTILE)), "\x00<b>").title_alt
    assert HOSTILE[0] in text
    assert "\x00" not in text


@given(
    st.sampled_from(["line", "columns", "bars"]),
    st.lists(st.one_of(st.none(), st.integers(0, 5000)), min_size=2, max_size=12).filter(
        lambda one: any(v is not None for v in one)
    ),
)
def test_every_number_is_one_that_the_chart_shows(kind, values):
    letters = "ABCDEFGHIJKL"
    one = Chart(
        kind,
        tuple(Point(n, v, "[x]" if v is None else f"{v:,}") for n, v in zip(letters, values, strict=False)),
        "count",
        "formal",
    )
    found = set(re.findall(r"[\d][\d,.]*\d|\d", describe(one, WHAT).title_alt))
    assert found <= {point.shown for point in one.points}


@pytest.mark.parametrize("kind", ["line", "columns", "bars"])
def test_lowest_and_highest_are_always_said(kind):
    text = summary(chart(kind, values=(75, 91, 60, 67)))
    assert "91%" in text
    assert "60%" in text
