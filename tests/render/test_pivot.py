"""From observations to tables: what stands where, in printed order."""

from __future__ import annotations

import pytest

from macros.datasets.store import open_store
from macros.errors import BadRequest
from macros.model.report import Edition
from macros.model.status import ObservationStatus
from macros.render import pivot
from macros.render.pivot import Layout, lay_out
from tests.builders import FIGURES, REPORT, observation, observations, write_project


def laid(root, *rows, edition=Edition.FORMAL, by=""):
    store = open_store(write_project(root, {FIGURES: observations(*rows)}))
    assert not store.findings
    layout = Layout(store, store.report(REPORT), edition, by)
    return lay_out(layout, store.release(REPORT).observations, "Caption")


def cells(model) -> dict[str, list[str]]:
    return {head: [cell.text or cell.status.symbol for cell in row] for head, row in model.rows}


def sex(value: str, code: str = "male", **changes: str) -> dict[str, str]:
    return observation(indicator="cla_by_sex", sex=code, value=value, source="Table 9", **changes)


def test_categories_in_the_rows_and_periods_in_the_columns(tmp_path):
    model = laid(tmp_path, sex("98", period="2015-16"), sex("108"), sex("1096", "female"))
    assert (model.columns, model.stub_head) == (("2015/16", "2016/17"), "Sex")
    assert cells(model) == {"Male": ["98", "108"], "Female": ["[x]", "1,096"]}
    assert model.subtitle == "York, number"


@pytest.mark.parametrize(
    ("dimension", "council", "head"),
    [
        ("sex", "york", "Sex"),
        ("ethnic_group_derby", "derby", "Ethnic group"),
        ("ethnicity_durham", "county-durham", "Ethnicity"),
        ("plan_agreed_east_sussex", "east-sussex", "Plan agreed"),
        ("legal_status_903", "derby", "Legal status"),
        ("qa_reason_derby", "derby", "QA reason"),
        ("ethnic_group_derby", "york", "Ethnic group derby"),
        ("derby", "derby", "Derby"),
    ],
)
def test_a_dimension_heads_its_table_without_its_councils_name(dimension, council, head):
    assert pivot.dimension_head(dimension, council) == head


def test_the_young_peoples_edition_has_its_own_labels(tmp_path):
    model = laid(tmp_path, sex("1"), edition=Edition.YOUNG_PEOPLE)
    assert list(cells(model)) == ["Male (plain)"]


def test_several_indicators_are_named_and_units_told(tmp_path):
    model = laid(tmp_path, sex("204", "total"), sex("108"), observation())
    assert list(cells(model)) == ["Total", "Male", "Children with every review on time"]
    assert model.subtitle == "York, number and per cent"
    assert model.stub_head == "Measure"


def test_categories_alike_are_told_apart_by_their_indicator(tmp_path):
    rows = [observation(source="1"), observation(indicator="pep_pct", value="3", source="1")]
    assert list(cells(laid(tmp_path, *rows))) == ["Children with every review on time", "Education plans up to date"]


def test_areas_in_the_rows(tmp_path):
    rows = [observation(indicator="caseload_avg", area=area, value="9") for area in ("leeds", "york", "north")]
    model = laid(tmp_path, *rows, by="area")
    assert list(cells(model)) == ["Leeds", "York", "Yorkshire and the Humber"]
    assert (model.stub_head, model.subtitle) == ("Area", "Children")


def test_areas_in_the_columns_are_named(tmp_path):
    model = laid(tmp_path, observation(), observation(area="england", period="2015-16", value="80"))
    assert model.columns == ("2016/17", "England 2015/16")


def test_quarters_say_their_months_and_their_year_when_it_is_another(tmp_path):
    model = laid(tmp_path, observation(period="2016-17 Q1"), observation(period="2015-16 Q4"))
    assert model.columns == ("Q1 Apr\u2011Jun", "Q4 Jan\u2011Mar 2015/16")


def test_a_share_shows_what_it_is_a_share_of(tmp_path):
    model = laid(tmp_path, observation(value="9.4", numerator="13", denominator="1138"))
    assert (model.rows[0][1][0].text, model.rows[0][1][0].of) == ("9.4%", "(13 of 1,138)")


def test_a_ratio_shows_its_division(tmp_path):
    model = laid(tmp_path, observation(indicator="caseload_avg", value="99", numerator="594", denominator="6"))
    assert (model.rows[0][1][0].text, model.rows[0][1][0].of) == ("99", "(594 ÷ 6)")


def test_a_blank_keeps_its_status(tmp_path):
    model = laid(tmp_path, observation(value="", status="c"))
    assert model.rows[0][1][0].status is ObservationStatus.CONFIDENTIAL


def test_a_suppressed_value_shows_no_parts(tmp_path):
    rows = observation(value="", status="c", numerator="3", denominator="40")
    assert laid(tmp_path, rows).rows[0][1][0].of == ""


def test_notes_are_numbered_once_and_how_it_was_printed_is_left_out(tmp_path):
    model = laid(
        tmp_path,
        observation(note="printed as NA; a survey"),
        observation(period="2015-16", note="a survey"),
        observation(period="2014-15", note="another"),
    )
    assert model.notes == ("a survey", "another")
    assert [cell.notes for cell in model.rows[0][1]] == [(1,), (1,), (2,)]


def test_two_different_figures_in_one_cell_are_refused(tmp_path):
    with pytest.raises(BadRequest, match="Two figures would stand in one cell"):
        laid(tmp_path, observation(), observation(source="para 1", value="68"))


def test_the_same_figure_twice_is_one_cell(tmp_path):
    model = laid(tmp_path, observation(), observation(source="para 1"))
    assert cells(model) == {"Children with every review on time": ["67%"]}


@pytest.mark.parametrize(("breakdown", "label"), [((("sex", "male"),), "Male"), ((("sex", "total"),), "Total")])
def test_a_label_of_a_breakdown(tmp_path, breakdown, label):
    store = open_store(write_project(tmp_path))
    assert pivot.label(Layout(store, store.report(REPORT), Edition.FORMAL), breakdown) == label


def test_a_total_among_others_is_silent(tmp_path):
    store = open_store(write_project(tmp_path))
    layout = Layout(store, store.report(REPORT), Edition.FORMAL)
    assert pivot.label(layout, (("sex", "total"), ("seen", "seen"))) == "Seen"
