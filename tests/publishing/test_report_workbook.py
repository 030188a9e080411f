"""The workbook of a report: what a reader of a screen needs, no formula, no hidden figure, the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest

from macros.datasets.store import open_store
from macros.model.status import ObservationStatus
from macros.publishing import workbook_writer
from macros.publishing.report_workbook import CACHE, report_workbook
from macros.publishing.workbook_tables import CONTENTS, COVER, NOTES, workbook_tables
from tests.builders import FIGURES, REPORT, observation, observations, write_project

ROWS = (
    observation(),
    observation(period="2015-16", value="85.0", note="=HYPERLINK(1)"),
    observation(indicator="cla_by_sex", sex="male", value="", status="c", source="Table 9: by [sex]"),
    observation(indicator="cla_by_sex", sex="female", value="1202", source="Table 9: by [sex]"),
    observation(indicator="pep_pct", value="", status="x", source="para 7.2"),
    observation(indicator="seen_pct", seen="seen", value="34.5", numerator="69", denominator="200", source="para 7.3"),
    observation(indicator="caseload_avg", value="9", source="Contents"),
    observation(indicator="caseload_avg", value="8", source="Table with a very long name, longer than Excel takes"),
    observation(indicator="caseload_avg", value="7", source="Table with a very long name, longer than others"),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return open_store(write_project(tmp_path_factory.mktemp("project"), {FIGURES: observations(*ROWS)}))


@pytest.fixture(scope="module")
def content(store):
    return report_workbook(store, store.report(REPORT))


@pytest.fixture(scope="module")
def book(content):
    return openpyxl.load_workbook(io.BytesIO(content))


def table(book, name: str) -> list[tuple[object, ...]]:
    (found,) = book[name].tables.values()
    return [tuple(cell.value for cell in row) for row in book[name][found.ref]]


def test_the_sheets_are_named_by_the_printed_place(book):
    assert book.sheetnames[:4] == [COVER, CONTENTS, NOTES, "Table 5"]
    assert "Table 9 by sex" in book.sheetnames
    assert book.sheetnames[-1] == "In the text"
    assert len({name.casefold() for name in book.sheetnames}) == len(book.sheetnames)
    assert all(len(name) <= 31 for name in book.sheetnames)


def test_a_figure_stands_as_it_was_printed(book):
    head, first, second = table(book, "Table 5")
    assert head == ("Measure", "Area", "Period", "Figure", "Unit", "Note")
    assert first == ("Children with every review on time", "City of York", "2016/17", 67, "per cent", "No note")
    assert second[3] == 85
    (found,) = book["Table 5"].tables.values()
    assert book["Table 5"]["D6"].number_format == "0.0"
    assert found.ref == "A4:F6"


def test_no_hidden_figure_is_told(book):
    head, hidden, other = table(book, "Table 9 by sex")
    assert dict(zip(head, hidden, strict=True))["Figure"] == "[c]"
    assert 1202 in other


def test_a_figure_that_should_be_hidden_is_not_told_even_if_it_is_there(store):
    (one, *_) = store.release(REPORT).by_indicator["seen_pct"]
    spoiled = replace(one, status=ObservationStatus.CONFIDENTIAL)
    (made,) = workbook_tables(store.catalogue, [spoiled], ())
    assert not {cell for row in made.rows for cell in row} & {Decimal("34.5"), Decimal(69), Decimal(200)}


def test_what_the_text_prints_shares_a_sheet(book):
    head, blank, seen = table(book, "In the text")
    assert "Printed in" in head
    assert dict(zip(head, blank, strict=True))["Figure"] == "[x]"
    assert dict(zip(head, blank, strict=True))["Seen"] == "[z]"
    assert dict(zip(head, seen, strict=True))["Denominator"] == Decimal(200)


def test_one_table_a_sheet_without_blank_or_merged_cells(book):
    for sheet in book.worksheets[1:]:
        assert len(sheet.tables) == 1
        assert not sheet.merged_cells.ranges
        assert sheet.freeze_panes == "A5"
        assert all(value not in (None, "") for row in table(book, sheet.title) for value in row), sheet.title
        head = table(book, sheet.title)[0]
        assert len(set(head)) == len(head)


def test_no_cell_is_a_formula(book):
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert [cell for cell in cells if cell.data_type == "f"] == []
    assert any(cell.value == "=HYPERLINK(1)" for cell in cells)


def test_every_link_leads_to_a_sheet(book):
    links = [cell.hyperlink.location for sheet in book.worksheets for row in sheet.iter_rows() for cell in row
             if cell.hyperlink]  # fmt: skip
    assert {f"'{name}'!A1" for name in book.sheetnames} == set(links)


def test_the_document_has_a_title_and_a_language(book):
    assert book.properties.title
    assert book.properties.language == "en-GB"


def test_the_same_figures_give_the_same_bytes(store, content, monkeypatch):
    for kept in (store.root / CACHE).glob("*.xlsx"):
        kept.unlink()
    assert report_workbook(store, store.report(REPORT)) == content
    with zipfile.ZipFile(io.BytesIO(content)) as files:
        assert {entry.date_time for entry in files.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    monkeypatch.setattr(workbook_writer, "written", lambda *_: pytest.fail("It was made again."))
    assert report_workbook(store, store.report(REPORT)) == content


def test_other_figures_are_not_taken_from_the_cache(tmp_path, content):
    changes = {FIGURES: observations(observation(value="68"))}
    store = open_store(write_project(tmp_path, changes))
    assert report_workbook(store, store.report(REPORT)) != content


def test_a_release_without_figures_has_a_workbook(tmp_path):
    store = open_store(write_project(tmp_path, {FIGURES: observations()}))
    if REPORT in store.releases:
        book = openpyxl.load_workbook(io.BytesIO(report_workbook(store, store.report(REPORT))))
        assert book.sheetnames == [COVER, CONTENTS, NOTES]
