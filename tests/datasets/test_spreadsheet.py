"""Files that are no workbook, or a hostile one: each a sentence, none a traceback, none a long wait."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path

import pytest

from macros.datasets.spreadsheet import MOST_BYTES, MOST_ROWS, read_spreadsheet, tidy
from macros.errors import BadRequest
from tests.builders import assert_plain
from tests.datasets.sheets import with_parts, write_xlsx

SHEET = "xl/worksheets/sheet1.xml"


def refused(path: Path) -> str:
    with pytest.raises(BadRequest) as error:
        read_spreadsheet(path)
    assert_plain(str(error.value))
    return str(error.value)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.xlsx", b"", "not a workbook"),
        ("a.xlsx", b"hello", "not a workbook"),
        ("a.pdf", b"%PDF-1.7", "not a workbook"),
        ("a.xlsx", b"PK\x03\x04 and then nothing", "damaged"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "password"),
        ("a.csv", b"a,b\n\x00\x01", "not a text file"),
        ("a.csv", b'a,b\n"never closed,1\n2,3\n', "quotation mark"),
    ],
)
def test_what_is_no_spreadsheet(tmp_path, name, data, said):
    (tmp_path / name).write_bytes(data)
    assert said in refused(tmp_path / name)


def test_no_file_and_a_folder(tmp_path):
    assert "There is no file" in refused(tmp_path / "none.xlsx")
    (tmp_path / "folder.xlsx").mkdir()
    assert "There is no file" in refused(tmp_path / "folder.xlsx")


def test_a_zip_that_is_no_workbook(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("letter.txt", "Dear all")
    assert "damaged, or was not made by Excel" in refused(tmp_path / "a.xlsx")


def test_a_bomb_is_not_unpacked(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", {"A": [[1]]})
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/media/x.bin", "w") as out:
        for _ in range(MOST_BYTES // 1_000_000 + 1):
            out.write(b"0" * 1_000_000)
    assert path.stat().st_size < 1_000_000
    assert "unpacks to far more" in refused(path)


def test_very_many_parts_and_very_many_sheets(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", {"A": [[1]]})
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(2_001):
            archive.writestr(f"x/{number}", "")
    assert "unpacks to far more" in refused(path)
    assert "more than 60 sheets" in refused(write_xlsx(tmp_path / "b.xlsx", {f"S{n}": [[1]] for n in range(61)}))


@pytest.mark.parametrize("evil", ["<!DOCTYPE x [<!ENTITY a 'aa'>]><worksheet", "<!ENTITY a 'aa'><worksheet"])
def test_entities_are_refused(tmp_path, evil):
    path = with_parts(write_xlsx(tmp_path / "a.xlsx", {"A": [[1]]}), {SHEET: ("<worksheet", evil)})
    assert "no workbook of Excel holds" in refused(path)


def test_broken_xml_in_a_sheet(tmp_path):
    path = with_parts(write_xlsx(tmp_path / "a.xlsx", {"A": [[1]]}), {SHEET: ("<sheetData>", "<sheetData><row r=")})
    assert "damaged" in refused(path)


def test_a_sheet_of_a_million_rows(tmp_path):
    row = '<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'
    path = with_parts(write_xlsx(tmp_path / "a.xlsx", {"A": [[1]]}), {SHEET: ("</sheetData>", row)})
    started = time.monotonic()
    assert f"more than {MOST_ROWS:,} rows" in refused(path)
    assert time.monotonic() - started < 20


def test_a_text_file_of_a_million_rows(tmp_path):
    (tmp_path / "a.csv").write_text("a,b\n" + "1,2\n" * (MOST_ROWS + 1), encoding="utf-8")
    assert "more than" in refused(tmp_path / "a.csv")


def test_a_cell_far_to_the_right_and_a_false_size_do_no_harm(tmp_path):
    changes = {SHEET: ('<c r="A1"', '<c r="XFD1"><v>3</v></c><c r="A1"')}
    path = with_parts(write_xlsx(tmp_path / "a.xlsx", {"A": [["x"], ["y"]]}), changes)
    path = with_parts(path, {SHEET: ('ref="A1:A2"', 'ref="A1:XFD1048576"')})
    (sheet,) = read_spreadsheet(path).sheets
    assert [line.cells[0].value for line in sheet.lines] == ["x", "y"]


@pytest.mark.parametrize("merged", ["A1:XFD1048576", "A1:A1048576", "A2:A1048576"])
def test_an_enormous_merge_does_no_harm(tmp_path, merged):
    cells = f'</sheetData><mergeCells><mergeCell ref="{merged}"/></mergeCells>'
    path = with_parts(write_xlsx(tmp_path / "a.xlsx", {"A": [["x"], ["y"]]}), {SHEET: ("</sheetData>", cells)})
    assert len(read_spreadsheet(path).sheets[0].lines) == 2


def test_a_merged_cell_speaks_for_those_below_it(tmp_path):
    cells = '</sheetData><mergeCells><mergeCell ref="A1:A3"/></mergeCells>'
    path = write_xlsx(tmp_path / "a.xlsx", {"A": [["x", 1], [None, 2], [None, 3], [None, 4]]})
    (sheet,) = read_spreadsheet(with_parts(path, {SHEET: ("</sheetData>", cells)})).sheets
    assert [line.cells[0].value for line in sheet.lines] == ["x", "x", "x", None]


def test_hidden_rows_are_known_and_empty_ones_left_out(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", {"A": [["x"], [" \u00a0"], [], ["y"]]})
    (sheet,) = read_spreadsheet(with_parts(path, {SHEET: ('<row r="4"', '<row r="4" hidden="1"')})).sheets
    assert [(line.number, line.is_hidden) for line in sheet.lines] == [(1, False), (4, True)]


def test_a_formula_nobody_worked_out_is_not_an_empty_cell(tmp_path):
    (sheet,) = read_spreadsheet(write_xlsx(tmp_path / "a.xlsx", {"A": [["x", "=1+1"]]})).sheets
    assert sheet.lines[0].cells[1].is_formula
    assert not sheet.lines[0].cells[1].is_empty


def test_a_formula_has_the_value_excel_kept(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", {"A": [["x", "=1+1"]]})
    (sheet,) = read_spreadsheet(with_parts(path, {SHEET: ("<v></v>", "<v>2</v>")})).sheets
    assert (sheet.lines[0].cells[1].value, sheet.lines[0].cells[1].is_formula) == (2, False)


@pytest.mark.parametrize(
    "data",
    [
        "a;b\nKöln £;2\n".encode("cp1252"),
        "a\tb\nKöln £\t2\n".encode("utf-16"),
        b"\xef\xbb\xbf" + "a|b\r\nKöln £|2\r\n".encode(),
        "a,b\nKöln £,2\n".encode(),
    ],
)
def test_text_files_of_every_sort(tmp_path, data):
    (tmp_path / "a.csv").write_bytes(data)
    (sheet,) = read_spreadsheet(tmp_path / "a.csv").sheets
    assert [[cell.value for cell in line.cells] for line in sheet.lines] == [["a", "b"], ["Köln £", "2"]]
    assert sheet.lines[1].cells[1].place == "row 2, column 2"


def test_tidy():
    assert tidy(" a\u00a0\u200b b\n\tc\ufeff ") == "a b c"
