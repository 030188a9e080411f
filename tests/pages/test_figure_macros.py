"""The macros for prose in both voices: the sentence they make."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from macros.datasets.store import open_store
from macros.errors import ReportsError
from macros.pages.figure_macros import change, figure, versus
from macros.pages.page_context import PageContext
from tests.builders import CATALOGUE, REPORT, assert_plain, csv_text, target, write_project


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    rows = [
        target(),
        target(indicator="seen_pct", breakdown="seen=seen", comparison="between", value="30", value_to="50"),
    ]
    rows += [target(indicator="caseload_avg", area="england", comparison="at-most", value="99")]
    changes = {f"{CATALOGUE}/targets.csv": csv_text(rows)}
    return open_store(write_project(tmp_path_factory.mktemp("project"), changes))


@pytest.fixture
def formal(store):
    return PageContext(store, "x.md", {"report": REPORT})


@pytest.fixture
def young(store):
    return PageContext(store, "x.md", {"report": REPORT, "edition": "young-people"})


def words(made: Markup) -> str:
    return made.striptags()


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ({}, "67.4%"),
        ({"source": "Table 5"}, "67%"),
        ({"form": "number"}, "67.4%"),
        ({"form": "whole"}, "67%"),
        ({"form": "Out of 10"}, "About 7 out of 10"),
        ({"form": "out of 10"}, "about 7 out of 10"),
        ({"form": "out of 100"}, "about 67 out of every 100"),
        ({"period": "last year"}, "85%"),
        ({"period": "Q2"}, "81%"),
        ({"area": "england", "period": "2015-16"}, "80%"),
    ],
)
def test_a_figure_in_its_forms(formal, asked, text):
    assert words(figure(formal, "on_time_pct", **asked)) == text


def test_counts_and_bases(formal):
    assert words(figure(formal, "seen_pct", "count", seen="seen")) == "69"
    assert words(figure(formal, "seen_pct", "base", seen="seen")) == "200"
    assert words(figure(formal, "cla_by_sex", area="leeds")) == "1,202"
    assert words(figure(formal, "caseload_avg", "words", source="Table 1")) == "99"


def test_young_people_read_shares(young):
    assert words(figure(young, "on_time_pct", source="Table 5")) == "67 out of every 100"
    assert words(figure(young, "on_time_pct", "number", source="Table 5")) == "67%"
    assert words(figure(young, "cla_by_sex")) == "204"


@pytest.mark.parametrize(
    ("indicator", "form"),
    [
        ("on_time_pct", "count"),
        ("on_time_pct", "words"),
        ("cla_by_sex", "out of 10"),
        ("on_time_pct", "out of 7"),
        ("on_time_pct", "numbers"),
    ],
)
def test_a_form_a_figure_does_not_have_is_refused(formal, indicator, form):
    with pytest.raises(ReportsError) as refused:
        figure(formal, indicator, form)
    assert_plain(str(refused.value))


def test_a_change_in_both_voices(formal, young):
    assert words(change(formal, "on_time_pct")) == "down from 85% in 2015/16"
    assert words(change(young, "on_time_pct")) == "down from 85 out of every 100 last year"
    assert words(change(formal, "cla_by_sex")) == "up from 191 in 2015/16"


def test_a_change_from_another_period(formal):
    assert words(change(formal, "on_time_pct", period="Q4", since="Q1")) == "down from 75% in April to June 2016"
    assert words(change(formal, "on_time_pct", period="Q3", since="Q1")) == "the same as in April to June 2016 (75%)"


def test_a_change_the_young_peoples_words_cannot_show_is_not_called_a_change(young):
    """34.5% and 35% are both about 35 out of 100: "down from about 35" would puzzle anyone."""
    made = words(change(young, "seen_pct", seen="seen"))
    shown = words(figure(young, "seen_pct", seen="seen"))
    assert not made.startswith(f"down from {shown.removeprefix('about ')}")


@pytest.mark.parametrize(
    ("indicator", "what", "asked", "text"),
    [
        ("on_time_pct", "target", {}, "below the target of 90%"),
        ("on_time_pct", "england", {}, "below England (80%, in 2015/16)"),
        ("on_time_pct", "last year", {}, "below in 2015/16 (85%)"),
        ("cla_by_sex", "leeds", {}, "below Leeds (1,202)"),
        ("cla_by_sex", "region", {}, "below Yorkshire and the Humber (1,250)"),
        ("seen_pct", "target", {"seen": "seen"}, "within the expected 30 to 50%"),
        ("caseload_avg", "standard", {"source": "Table 1"}, "on the target of 99"),
    ],
)
def test_what_a_figure_is_held_against(formal, indicator, what, asked, text):
    made = words(versus(formal, indicator, what, **asked))
    if what == "last year":
        assert made.startswith("below ")
        assert "2015/16" in made
        assert "below in" not in made  # "below in 2015/16" is no English
    elif what in ("target", "standard"):
        value = text.rsplit(" ", 1)[1]
        assert made.split()[0] == text.split()[0]
        assert value in made
    else:
        assert made == text


@pytest.mark.parametrize("macro", [figure, change, versus])
def test_each_of_their_numbers_is_linked(formal, macro):
    assert str(macro(formal, "on_time_pct")).count('class="tv-figure"') == 1
