"""What the pages of a council say: asked for by macros, words where there is no number, pictures where enough are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.authoring.national.council_pages import Told, council_pages
from macros.authoring.national.measures import Held, Measure
from macros.model.area import Area
from macros.model.indicator import Unit
from macros.model.period import Period

PICTURE = Measure("dental_pct", "", "health", "Teeth", "health-and-school", "Dentist?", "of you saw a dentist.")
COUNT = Measure("cla_n", "", "children-in-care", "In care", "how-many-of-us", "How many?", "were in care.")
TEMPLATES = {"about-the-figures": "# About [[council]]\n", "words": "# Words\n", "who-to-talk-to": "# Talk\n"}


def held(measure, *years, status="", numerator="50", denominator="100"):
    rows = {}
    for number, value in enumerate(years):
        period = f"{2020 + number}-{21 + number}"
        row = {"value": value, "status": "" if value else status, "numerator": numerator if value else ""}
        row["denominator"] = denominator if value else ""
        rows[period] = {"indicator": measure.indicator, "period": period} | row
    return Held(measure, rows)


def told(*of, **changes):
    area = Area("alder", "Alder Council", "Alder", "council", "E1", "", "", "north-west")
    nation = Area("england", "England", "England", "nation", "E9", "", "", "")
    made = Told(
        area, None, nation, "alder-open-data", Period.parse("2022-23"), of, {"england": {}},
        {"dental_pct": Unit.PERCENT, "cla_n": Unit.COUNT}, TEMPLATES,
    )  # fmt: skip
    return replace(made, **changes)


def test_a_share_is_a_figure_for_the_board_and_a_picture_for_young_people():
    pages = council_pages(told(held(PICTURE, "70", "72", "75")))
    assert '**{{ figure("dental_pct") }}**, {{ change("dental_pct") }}.' in pages["health.md"]
    assert '{{ picture("dental_pct", "of you saw a dentist.") }}' in pages["young-people/health-and-school.md"]
    assert "75" not in "".join(pages.values())  # no number is typed


def test_a_count_is_a_number_and_compared_with_nobody():
    pages = council_pages(told(held(COUNT, "200", "210", "220")))
    assert "versus(" not in pages["children-in-care.md"]
    assert "beside=[]" in pages["children-in-care.md"]
    assert '{{ figure("cla_n") }}</b> were in care.' in pages["young-people/how-many-of-us.md"]


@pytest.mark.parametrize(
    ("status", "formal", "young"), [("c", "too few children", "Only a few of you"), ("x", "not available", "no number")]
)
def test_where_no_number_is_published_both_voices_say_why(status, formal, young):
    pages = council_pages(told(held(PICTURE, "70", "72", "", status=status)))
    assert formal in pages["health.md"]
    assert young in pages["young-people/health-and-school.md"]
    assert "picture(" not in pages["young-people/health-and-school.md"]


@pytest.mark.parametrize("counted", [{"numerator": "9"}, {"numerator": "0", "denominator": "9"}])
def test_fewer_than_ten_children_are_no_picture(counted):
    pages = council_pages(told(held(PICTURE, "5", "5", "5", **counted)))
    assert "picture(" not in pages["young-people/health-and-school.md"]


def test_an_older_year_is_named_and_a_missing_year_before_is_not_compared():
    pages = council_pages(told(held(PICTURE, "70", "")))
    assert 'period="2021-22"' not in pages["health.md"].split("comparators")[0]  # it has no number: words instead
    older = council_pages(told(Held(PICTURE, {"2021-22": held(PICTURE, "70", "72").rows["2021-22"]})))
    assert 'figure("dental_pct", period="2021-22")' in older["health.md"]
    assert "change(" not in older["health.md"]
    assert 'since=""' in older["young-people/health-and-school.md"]


def test_a_council_that_ended_or_began_says_so():
    pages = council_pages(told(held(COUNT, "200"), ended="2023-03-31"))
    assert "ended on 31 March 2023" in pages["index.md"]
    assert "began on 1 April 2023" in council_pages(told(held(COUNT, "200"), began="2023-04-01"))["index.md"]


def test_a_page_without_measures_is_left_out():
    assert "health.md" not in council_pages(told(held(COUNT, "200")))
