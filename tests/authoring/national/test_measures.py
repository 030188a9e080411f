"""What is told of each open figure: the table of this project, and mistakes in it."""

from __future__ import annotations

import pytest

from macros.authoring.national.council_pages import FORMAL, YOUNG
from macros.authoring.national.measures import COLUMNS, PATH, held, read_measures, read_templates
from macros.datasets.store import open_store
from macros.errors import BadRequest


def test_every_measure_is_of_the_catalogue_and_has_a_page_that_there_is(root):
    catalogue = open_store(root).catalogue
    for one in read_measures(root):
        assert one.indicator in catalogue.indicators
        assert one.page in FORMAL
        assert not one.young_page or (one.young_page in YOUNG and one.young_heading and one.says.endswith("."))


def test_the_pages_for_all_are_there(root):
    assert {"about-the-figures", "words", "who-to-talk-to", "nation"} <= set(read_templates(root))


def test_a_broken_table_is_told_with_its_row(tmp_path):
    (tmp_path / PATH).parent.mkdir(parents=True)
    (tmp_path / PATH).write_text(f"{','.join(COLUMNS)}\ncla_n,,x\n")
    with pytest.raises(BadRequest, match=r"measures\.csv:2"):
        read_measures(tmp_path)


def test_the_latest_row_and_the_year_before_it(root):
    measure = read_measures(root)[0]
    rows = [{"indicator": "cla_n", "period": f"20{year}-{year + 1}", "value": str(year)} for year in (20, 22, 21)]
    found = held(measure, rows)
    assert found is not None
    assert found.before is not None
    assert (found.last["value"], found.before["value"]) == ("22", "21")
    assert held(measure, [{"indicator": "other", "period": "2020-21", "value": "1"}]) is None
