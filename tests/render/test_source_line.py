"""The line under a chart or table, and names made from printed places."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.datasets.store import open_store
from macros.render.source_line import csv_of, download_path, slug, source_line
from tests.builders import REPORT, write_project


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return open_store(write_project(tmp_path_factory.mktemp("project")))


@pytest.mark.parametrize(
    ("places", "said"),
    [
        (["Table 5"], "Source: Table 5 of the printed report."),
        (["Table 5", "Table 5"], "Source: Table 5 of the printed report."),
        (["Table 5", "para 1"], "Source: Table 5 and para 1 of the printed report."),
        (["Appendix 1", "b", "c"], "Source: Appendix 1, b and c of the printed report."),
        (["the council's records"], "Source: the council&#39;s records. Release of"),
    ],
)
def test_it_names_each_place_once(store, places, said):
    some = store.release(REPORT).observations[0]
    observations = [replace(some, source=place) for place in places]
    line = str(source_line(store, store.report(REPORT), observations, "data/x.csv", "a\n"))
    assert said in line
    assert "Release of 21 November 2026." in line
    assert 'href="%ROOT%/data/x.csv"' in line


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Table 5 (timeliness)", "table-5-timeliness"),
        ("../../x", "x"),
        ("Überschrift é", "berschrift"),
        ("a--b", "a-b"),
        ("<b>", "b"),
    ],
)
def test_a_slug_is_safe_in_an_address(text, made):
    assert slug(text) == made


def test_a_download_lies_in_its_reports_folder(store):
    assert download_path(store.report(REPORT), "Table 5") == f"data/reports/{REPORT}/table-5.csv"


def test_a_download_holds_the_observations_asked_for(store):
    release = store.release(REPORT)
    text = csv_of(store, store.report(REPORT), release.observations[:2])
    assert len(text.splitlines()) == 3
