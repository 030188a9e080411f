"""A figure in prose and the list of what a page's figures measure."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html as lxml_html

from macros.datasets.select import Request, figure
from macros.datasets.store import open_store
from macros.model.provenance import Provenance
from macros.model.report import Edition
from macros.render import figures
from tests.builders import REPORT, write_project


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return open_store(write_project(tmp_path_factory.mktemp("project")))


def mark_of(store, indicator="on_time_pct", shown="67%", **breakdown: str) -> Provenance:
    found = figure(store, Request(REPORT, indicator, "york", "2016-17", breakdown))
    return figures.provenance(store, found, Edition.FORMAL, shown)


def listed(store, *marks, edition=Edition.FORMAL):
    made = str(figures.figures_list(store, marks, edition))
    return lxml_html.fragment_fromstring(made)


def test_a_figure_knows_every_place_it_is_printed(store):
    mark = mark_of(store)
    assert (mark.value, mark.source, mark.release) == ("67.4", "Table 5; para 7.2", "2026-11-21")


def test_a_link_carries_its_provenance(store):
    mark = mark_of(store)
    link = lxml_html.fragment_fromstring(str(figures.link(mark)))
    assert (link.get("class"), link.text) == ("tv-figure", "67%")
    assert Provenance.parse(link.get("data-figure") or "", "67%") == mark


def test_hostile_text_in_a_link_stays_text(store):
    mark = replace(mark_of(store), source='"><script>x</script>', shown="<b>")
    made = str(figures.link(mark))
    assert "<script" not in made
    assert "<b>" not in made


def test_an_entry_says_what_when_where_and_in_which_release(store):
    section = listed(store, ("fig-1", mark_of(store)))
    text = " ".join(section.text_content().split())
    for part in (
        "Figures on this page",
        "Children with every review on time", "The share of children", "Base: Children in care.",
        "2016/17, York.", "Printed in Table 5 and para 7.2.", "Release of 21 November 2026.", "(printed: 67.4%)",
    ):  # fmt: skip
        assert part in text


def test_a_figure_shown_as_printed_is_not_repeated(store):
    assert "(printed:" not in listed(store, ("fig-1", mark_of(store, shown="67.4%"))).text_content()


def test_a_figure_shown_in_part_of_a_longer_number_is_repeated(store):
    """4% stands in `204%`: the printed value must still be given."""
    mark = replace(mark_of(store), value="4", shown="204%")
    assert "(printed: 4%)" in listed(store, ("fig-1", mark)).text_content()


def test_figures_of_one_indicator_stand_under_one_definition(store):
    section = listed(
        store, ("fig-1", mark_of(store)), ("", mark_of(store)), ("fig-2", mark_of(store, shown="two thirds"))
    )
    assert len(section.xpath(".//h3")) == 1
    assert [item.get("id") for item in section.iter("li")] == ["fig-1", "fig-2"]


def test_a_category_is_named(store):
    assert (
        "2016/17, Male, York."
        in listed(store, ("fig-1", mark_of(store, "cla_by_sex", "108", sex="male"))).text_content()
    )


def test_young_people_read_their_own_words(store):
    mark = replace(mark_of(store, "cla_by_sex", "108", sex="male"), edition="young-people")
    text = listed(store, ("fig-1", mark), edition=Edition.YOUNG_PEOPLE).text_content()
    for part in ("Where these numbers come from", "How many of us", "Who is counted: All of you.", "Male (plain)"):
        assert part in text


def test_a_target_says_who_set_it(store):
    mark = replace(mark_of(store), breakdown="target=at-least", source="City of York Council, section 8", shown="90%")
    assert "90% Target. City of York Council, section 8." in listed(store, ("fig-1", mark)).text_content()
