"""Numbers typed into prose: every planted one is found, and what is no figure is passed over."""

from __future__ import annotations

from decimal import Decimal

import pytest

from macros.wording.number_words import value_of
from macros.wording.typed_numbers import typed_numbers

PLANTED = [
    "67% of children", "67 % of children", "67 per cent of children", "67.5 percent", "1,202 meetings",
    "99 children", "4.2 full-time officers", "£1,900 for each child", "a caseload of 99", "from 75 to 67", "(204)",
    "204.", "+12 reviews", "nearly a third of children", "two thirds of them", "two-thirds",
    "about a quarter of reviews", "a quarter of children", "three quarters of all", "half of the children",
    "nearly half were late", "one half", "one in ten", "1 in 10", "nine out of ten", "9 out of every 100",
    "one child in four", "twelve children", "a dozen reviews", "sixty-seven per cent", "sixty seven children",
    "ninety", "a hundred reviews", "two hundred and four", "twice as many", "doubled", "halved",
    "three times as many", "a tenfold rise", "tripled", "seven of the ten councils", "two children",
    "only one child", "three late reviews", "five formal disputes", "eight weeks", "six of you", "four per cent",
    "eleven", "Fifteen of them", "One in three", "99% on time, as in 2016", "over 80 children",
    "a fifth of the plans", "20 weeks", "in that quarter 4 children", "ten children aged ten", "turned down two plans",
    "at the age of ten, two children",
]  # fmt: skip
NO_FIGURES = [
    "on 31 March 2017", "by 1st April", "in March 2017", "in 2016/17", "in 2016-17 Q1", "since 2013",
    "from 2013 to 2016", "between 1 April and 31 March", "section 20", "sections 20 and 31",
    "s.118 of the Act 2002", "para 7.11", "paras 163-164", "Table 5", "Tables 15 and 16", "Appendix 3", "stage 1",
    "stage two", "stages one and two", "page 6", "priority 2", "PN0 to PN7", "NI66", "Q1", "the first quarter",
    "each quarter", "the last two quarters", "second half of the year", "half-way", "half a day", "aged 16",
    "aged 16 to 17", "aged 10-15", "children under 5", "people over 16", "16 and over", "10 year olds",
    "a 12-year-old", "under-5s", "0800 1111", "0808 800 5000", "call 999", "9.30 to 6", "6pm", "24/7",
    "twice a year", "once each month", "two ways", "two jobs", "three reasons", "the third stage", "a third person",
    "one day", "one of the team", "no one", "{{ figure('cla_n') }} children", "`figure(99)`", "[Section](x-99.md)",
    "[7](caseloads.md)", "1. First", "## 7. Caseloads", "# 12 Summary", "<div data-n='99'>", "&#99;",
    "https://x.example/99", "{: #id-99 }", "{% raw %}99%{% endraw %}", "```\n99\n```", "{# 99 #}", "<!-- 99 -->",
    "the Children Act 1989", "IRO2", "[^2]", "someone", "often", "tension", "weight", "the fourth plan",
    "Regulation 45", "question 29", "in Year 11", "unfold", "Quarter 4", "Quarters 1 to 3", "up to the age of eighteen",
    "from the age of ten a child may", "aged four to ten", "when they turn eighteen", "a ten year old",
    "until they are sixteen",
]  # fmt: skip


@pytest.mark.parametrize("text", PLANTED)
def test_a_planted_number_is_found(text):
    assert typed_numbers(f"This year {text} here.") != []


@pytest.mark.parametrize("text", NO_FIGURES)
def test_what_is_no_figure_is_passed_over(text):
    assert [one.text for one in typed_numbers(f"{text}\n")] == []
    if not text.startswith(("1.", "#", "```", "[^")):
        assert [one.text for one in typed_numbers(f"They say {text} here.\n")] == []


def test_a_right_number_does_not_excuse_a_wrong_one():
    (only,) = typed_numbers("{{ figure('cla_n') }} children, not 205 children")
    assert (only.text, only.value) == ("205", Decimal(205))


def test_a_literal_is_no_figure_and_nothing_more_than_itself():
    text = "within 20 working days, 20 reviews, within 120 working days"
    assert [one.text for one in typed_numbers(text, ["20 working days"])] == ["20", "120"]


def test_the_place_is_that_of_the_whole_text():
    text = "---\n{{ figure('x') }} and `9`\nthen 12 children"
    (only,) = typed_numbers(text)
    assert text[only.start :].startswith("12 children")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,202", 1202), ("67%", 67), ("67.5 per cent", Decimal("67.5")), ("sixty-seven", 67), ("twelve children", 12),
        ("two hundred and four", 204), ("£1,900", 1900), ("a third", None), ("half", None), ("twice", None), ("", None),
    ],
)  # fmt: skip
def test_the_value_of_a_text(text, value):
    assert value_of(text) == value


@pytest.mark.parametrize(
    "text", ["9" * 20_000, "one " * 5_000, "{{" * 5_000, "[" * 5_000, "<" * 5_000, "a quarter " * 2_000]
)
def test_a_hostile_text_takes_no_time(text):
    typed_numbers(text)
