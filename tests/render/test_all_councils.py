"""A page over all councils: by region and name, never by value; every number beside how all lie; safe to show."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from lxml import html as lxml_html

from macros.datasets.nation import FEWEST, CouncilValue, NationalValues
from macros.model.area import Area
from macros.model.indicator import Unit
from macros.model.observation import Observation, ObservationKey
from macros.model.period import Period
from macros.model.status import ObservationStatus
from macros.render.all_councils import all_councils


def area(name, kind="council", region="north"):
    return Area(name.lower().replace(" ", "-"), name, name, kind, "", "", "", region if kind == "council" else "")


def one(name, value, base=500, kind="council", status=ObservationStatus.NORMAL, region="north"):
    key = ObservationKey("on_time_pct", name, Period.parse("2016-17"), ())
    row = Observation(
        key,
        None if value is None else Decimal(value),
        None,
        Decimal(base) if base else None,
        status,
        "Table",
        "",
        "x",
        1,
    )
    return CouncilValue(area(name, kind, region), row, None)


@pytest.fixture
def indicator(store_of_the_default_project):
    return store_of_the_default_project.catalogue.indicator("on_time_pct")


@pytest.fixture(scope="module")
def store_of_the_default_project(tmp_path_factory):
    from macros.datasets.store import open_store
    from tests.builders import write_project

    return open_store(write_project(tmp_path_factory.mktemp("project")))


def page(indicator, councils, others=()):
    nation = one("England", "80", kind="nation")
    values = NationalValues(
        indicator, (), Period.parse("2016-17"), nation, [one("North", "75", kind="region")], councils, others
    )
    return "".join(all_councils(indicator, [values], {}))


def many(count=FEWEST):
    return [one(f"Council {chr(97 + number)}", str(60 + number)) for number in range(count)]


def test_councils_stand_below_their_region_by_name_with_an_id_each(indicator):
    tree = lxml_html.fromstring(f"<div>{page(indicator, many()[::-1][::-1])}</div>")
    rows = [row.xpath("string(th)") for row in tree.iter("tr")][1:]
    assert rows[:3] == ["England", "North", "Council a"]
    assert rows[2:] == sorted(rows[2:])
    assert tree.xpath("//tr[@id='council-a']")
    assert all(head.get("scope") for head in tree.iter("th"))


def test_the_spread_is_said_in_words_and_the_strip_is_hidden_from_those_who_listen(indicator):
    html = page(indicator, many())
    assert "half of the councils lie between 65% and 74%. The middle one has 70%" in html
    assert "the lowest is 60%, the highest 79%. England: 80%." in html
    assert html.count("<svg") == html.count('aria-hidden="true"') == FEWEST + 2
    places = [int(place) for place in re.findall(r'cx="(\d+)"', html)]
    assert (min(places), max(places)) == (0, 300)


def test_a_blank_says_why_and_few_children_are_marked(indicator):
    hidden = one("Zed", None, base=None, status=ObservationStatus.CONFIDENTIAL)
    few = one("Yew", "70", base=20)
    html = page(indicator, [*many(), few, hidden])
    assert ">[c]<" in html
    assert "[c] too few children to show without pointing at someone" in html
    assert html.count("†") == 2
    assert "21 councils have a number; 1 has none" in html


def test_a_council_that_ended_is_named_and_not_compared(indicator):
    html = page(indicator, many(), [one("Old", "99")])
    assert "Old: 99% in 2016/17." in html
    assert 'id="old"' not in html


def test_numbers_of_children_are_not_drawn_against_each_other(indicator):
    from dataclasses import replace

    html = page(replace(indicator, unit=Unit.COUNT), many())
    assert "<svg" not in html
    assert "A number grows with the council." in html


def test_a_name_that_is_markup_stays_text(indicator):
    html = page(indicator, [*many(), one("<script>alert(1)</script>", "70")])
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_categories_have_tables_of_their_own_names_and_a_council_one_id(indicator):
    nation = one("England", "80", kind="nation")
    north = [one("North", "75", kind="region")]
    held = [
        NationalValues(indicator, (("seen", code),), Period.parse("2016-17"), nation, north, many(), ())
        for code in ("seen", "not-seen")
    ]
    html = "".join(all_councils(indicator, held, {"seen": "Seen", "not-seen": "Not seen"}))
    assert 'id="r-north-seen"' in html
    assert "North: Not seen" in html
    assert 'id="council-a"' not in html  # each council stands in several tables
