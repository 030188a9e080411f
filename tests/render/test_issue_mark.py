"""A figure that does not hold says so, and leads to the page that lists it."""

from __future__ import annotations

import pytest
from lxml import html as lxml_html

from macros.datasets.select import Request, figure
from macros.datasets.store import open_store
from macros.model.report import Edition
from macros.render import figures, tables
from macros.render.block import ROOT
from macros.render.pivot import Layout, lay_out
from tests.builders import FIGURES, FOLDER, REPORT, csv_text, issue, observation, observations, write_project

PROBLEM = 'The year is the last quarter <b>&"'
PAGE = f"docs/reports/{REPORT}/about-the-figures.md"


def store_of(root, *, page: bool = True, **changes: str):
    issues = [issue(), issue(problem=PROBLEM, indicator="on_time_pct", period="2016-17", **changes)]
    files = {f"{FOLDER}/known_issues.csv": csv_text(issues)}
    rows = [observation(), observation(period="2015-16"), observation(indicator="pep_pct", source="Table 5")]
    return open_store(write_project(root, files | {FIGURES: observations(*rows), PAGE: "# About\n" if page else None}))


def entry(store, root: str | None = "../..", edition=Edition.FORMAL, period="2016-17"):
    found = figure(store, Request(REPORT, "on_time_pct", "york", period, {}))
    mark = figures.provenance(store, found, edition, "67%")
    section = lxml_html.fragment_fromstring(str(figures.figures_list(store, [("fig-1", mark)], edition, root)))
    return section.get_element_by_id("fig-1")


def table(store, edition=Edition.FORMAL):
    layout = Layout(store, store.report(REPORT), edition)
    return lay_out(layout, store.release(REPORT).observations, "Caption")


def test_an_entry_says_what_is_wrong_and_leads_to_it(tmp_path):
    one = entry(store_of(tmp_path))
    assert one.text_content().endswith(f"This printed figure does not hold: {PROBLEM}. About the figures.")
    assert one.xpath("./a/@href") == [f"../../reports/{REPORT}/about-the-figures/#issue-2"]
    assert one.xpath("./a/@class") == ["tv-mark"]


def test_another_figure_has_no_mark(tmp_path):
    assert "hold" not in entry(store_of(tmp_path), period="2015-16").text_content()


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("SUM", "This printed figure does not hold:"),
        ("CLAIM", "The printed words about this figure do not hold:"),
        ("BASE", "Take care with this printed figure:"),
        ("PLAUS", "Take care with this printed figure:"),
    ],
)
def test_the_words_fit_the_kind(tmp_path, kind, words):
    assert words in entry(store_of(tmp_path, kind=kind)).text_content()


def test_young_people_are_told_once_in_their_own_words(tmp_path):
    one = entry(store_of(tmp_path), edition=Edition.YOUNG_PEOPLE)
    assert "Something is not right with this number in the printed report. Read what is wrong." in one.text_content()
    assert PROBLEM not in one.text_content()
    assert len(one.xpath("./a")) == 1


@pytest.mark.parametrize(("page", "root"), [(False, "."), (True, None)])
def test_without_a_page_or_a_way_there_is_no_link(tmp_path, page, root):
    one = entry(store_of(tmp_path, page=page), root)
    assert "does not hold" in one.text_content()
    assert one.xpath("./a") == []


def test_a_cell_has_a_note(tmp_path):
    model = table(store_of(tmp_path))
    (note,) = model.notes
    assert f'href="{ROOT}/reports/{REPORT}/about-the-figures/#issue-2"' in note
    assert "<b>" not in note
    by_cell = {head: [cell.notes for cell in row] for head, row in model.rows}
    assert by_cell == {"Children with every review on time": [(1,), ()], "Education plans up to date": [(), ()]}
    made = lxml_html.fragment_fromstring(str(tables.notes(model)))
    assert PROBLEM in made.text_content()
    assert "[note 1]" in str(tables.table(model))


def test_a_note_for_young_people_is_in_their_words(tmp_path):
    (note,) = table(store_of(tmp_path), Edition.YOUNG_PEOPLE).notes
    assert "Something is not right" in note
    assert "last quarter" not in note


def test_an_issue_of_a_group_says_so(tmp_path):
    row = observation(indicator="cla_by_sex", sex="male", value="1")
    issues = csv_text([issue(problem=PROBLEM, indicator="cla_by_sex", kind="SUM")])
    changes = {FIGURES: observations(row), f"{FOLDER}/known_issues.csv": issues}
    (note,) = table(open_store(write_project(tmp_path, changes))).notes
    assert note.startswith("Take care with this printed figure and those beside it: The year is")
