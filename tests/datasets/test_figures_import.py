"""From a file to figures: any order, extra things, plain words for what is not understood; all or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.datasets.figures_import import write_import
from macros.datasets.store import open_store
from macros.errors import BadRequest
from tests.builders import FOLDER, REPORT, csv_text, observations, release_settings, settings, write_project
from tests.datasets.imports import EMPTY_RELEASE, ON_TIME, prepare, problem, rows, values
from tests.datasets.sheets import Rows, with_parts, write_xlsx


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project", EMPTY_RELEASE)


def test_a_row_is_a_figure(project):
    made = prepare(project, rows(ON_TIME))
    assert values(made) == [("on_time_pct york 2016-17", "67", "")]
    assert write_import(open_store(project), made) == {"timeliness.csv": 1}
    (one,) = open_store(project).release(REPORT).by_indicator["on_time_pct"]
    assert (str(one.value), one.source, Path(one.path).name) == ("67", "the council's records", "timeliness.csv")


def test_sheets_and_columns_in_any_order_with_others_between(project):
    sheets: dict[str, Rows] = {
        "Notes of mine": [["call Ann about Q3"], ["2027"]],
        "Renamed": [
            ["Figures 2016/17", None, None, None],
            [],
            ["FIGURE", "My sums", " Period ", "What is  counted", "Extra"],
            ["", "", "", "Meetings", ""],
            ["67%", 3, "2016/17 Q1", "children with every\u00a0review on time", "x"],
            [None, None, None, None, "a remark"],
            [81, None, "Q2", "Meetings on time", None],
        ],
    }
    made = prepare(project, sheets)
    assert values(made) == [("on_time_pct york 2016-17 Q1", "67", ""), ("on_time_pct york 2016-17 Q2", "81", "")]
    said = [f"{place} {text}" for place, text in made.sheets]
    assert said == [
        "Sheet “Notes of mine” holds no table of figures, so it was not read",
        "Sheet “Renamed” 3 rows; not read: the columns My sums, Extra",
    ]


def test_headings_over_merged_rows(project):
    sheets: dict[str, Rows] = {
        "A": [["What is counted", "This year", None], [None, "Figure", "Out of"], ["Meetings on time", 67, 200]]
    }
    assert values(prepare(project, sheets)) == [("on_time_pct york 2016-17", "67", "")]


def test_a_name_merged_over_its_quarters(project):
    sheet: Rows = [["indicator", "Period", "Figure"], ["on_time_pct", "Q1", 75], [None, "Q2", 81]]
    file = write_xlsx(project.parent / "in.xlsx", {"A": sheet})
    merged = '</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells>'
    made = prepare(project, with_parts(file, {"xl/worksheets/sheet1.xml": ("</sheetData>", merged)}))
    assert [words for words, *_ in values(made)] == ["on_time_pct york 2016-17 Q1", "on_time_pct york 2016-17 Q2"]


@pytest.mark.parametrize("category", ["Male", "male", "MALE (plain)", "sex=male", " Male\u00a0"])
def test_categories_by_label_or_code(project, category):
    column = "breakdown" if "=" in category else "Category"
    sheets: dict[str, Rows] = {"A": [["indicator", column, "Figure"], ["cla_by_sex", category, 108]]}
    assert values(prepare(project, sheets)) == [("cla_by_sex sex=male york 2016-17", "108", "")]


def test_a_column_for_the_dimension_and_an_area_by_its_name(project):
    sheets: dict[str, Rows] = {"A": [["indicator", "sex", "Council", "Figure"], ["cla_by_sex", "total", "Leeds", 1202]]}
    assert values(prepare(project, sheets)) == [("cla_by_sex sex=total leeds 2016-17", "1202", "")]


def test_a_share_is_worked_out_from_its_parts(project):
    made = prepare(project, rows(("seen_pct", "Seen", None, None, 69, 200)))
    assert values(made) == [("seen_pct seen=seen york 2016-17", "34.5", "")]
    assert "worked out as 69 out of 200 = 34.5" in made.understood.remarks[0].text


def test_a_hidden_row_is_read_and_told(project):
    file = write_xlsx(project.parent / "in.xlsx", rows(ON_TIME))
    made = prepare(project, with_parts(file, {"xl/worksheets/sheet1.xml": ('<row r="2"', '<row r="2" hidden="1"')}))
    assert values(made)
    assert "is hidden in Excel" in made.understood.remarks[0].text


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("on_tme_pct", None, None, 67), "!A2 There is no figure called 'on_tme_pct'. The nearest are: on_time_pct"),
        ((None, None, None, 67), "does not say what it counts"),
        (("cla_by_sex", None, None, 67), "does not say which category it counts. Write one of: Male; Female; Total"),
        (("cla_by_sex", "Femal", None, 67), "There is no category 'Femal'"),
        (("on_time_pct", "Male", None, 67), "has no categories, but the row names 'Male'"),
        (("on_time_pct", None, "sometime", 67), "Timeliness!C2 holds 'sometime', which is no period"),
        (("on_time_pct", None, None, "lots"), "Timeliness!D2 holds 'lots', which is not a number"),
        (("on_time_pct", None, None, 67, None, None, "c"), "holds 67, but the reason says that there is no figure"),
        (("on_time_pct", None, None, "x", None, None, "c"), "Timeliness!G2 gives the reason c, but"),
        (("on_time_pct", None, None, None, 5), "Timeliness!D2 is empty"),
        (("on_time_pct", None, None, None, 5, 0), "Timeliness!F2 is nought"),
        (("on_time_pct", None, None, 67, 5, 0), "Timeliness!F2 is nought"),
        (("on_time_pct", None, None, None, 5, 60, "c"), "stands beside it. Clear them"),
        (("on_time_pct", None, None, None, None, None, "because"), "Timeliness!G2 holds 'because'"),
        (("on_time_pct", None, None, "=1+1"), "has not been worked out"),
    ],
)  # fmt: skip
def test_what_is_not_understood_says_where_and_what_to_write(project, row, said):
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    made = prepare(project, rows(row, ("on_time_pct", None, "Q1", 70)))
    assert said in problem(made)
    with pytest.raises(BadRequest, match="Nothing was written"):
        write_import(open_store(project), made)
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_a_name_and_an_id_that_contradict_each_other(project):
    sheets: dict[str, Rows] = {
        "A": [["What is counted", "indicator", "Figure"], ["Average caseload", "on_time_pct", 67]]
    }
    assert "is called 'Average caseload', but its column “indicator” says 'on_time_pct'" in problem(
        prepare(project, sheets)
    )


def test_a_label_and_a_code_that_contradict_each_other(project):
    sheets: dict[str, Rows] = {
        "A": [["indicator", "Category", "breakdown", "Figure"], ["cla_by_sex", "Male", "sex=female", 100]]
    }
    assert "The row says both 'female' and 'male'" in problem(prepare(project, sheets))


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1 more", "@SUM(A1)", "<b>bold</b>", "a\u202eb"])
def test_a_note_that_starts_a_formula_or_hides_something(project, text):
    file = project.parent / "in.csv"
    file.write_text(csv_text([{"indicator": "on_time_pct", "Figure": "67", "Note": text}]), encoding="utf-8")
    assert "row 2, column 3" in problem(prepare(project, file))


def test_the_same_figure_twice_names_both_rows(project):
    assert "Timeliness, row 3 gives the same figure as Timeliness, row 2" in problem(
        prepare(project, rows(ON_TIME, ON_TIME))
    )


def test_two_columns_with_the_same_heading(project):
    sheets: dict[str, Rows] = {"A": [["indicator", "Figure", "Value"], ["on_time_pct", 67, 68]]}
    assert "A!C1 has the same heading as A!B1" in problem(prepare(project, sheets))


def test_a_sheet_whose_headings_are_lost_is_not_passed_over(project):
    sheets: dict[str, Rows] = {**rows(ON_TIME), "B": [["indicator", "Amount"], ["pep_pct", 5]]}
    assert "B!A2 names a figure, but the sheet has no row of headings" in problem(prepare(project, sheets))


def test_a_file_without_any_table(project):
    with pytest.raises(BadRequest, match="No table of figures"):
        prepare(project, {"A": [["Dear all"]], "B": []})


def test_a_workbook_of_another_report(tmp_path):
    other = {
        "data/reports/york-2017-18/report.yml": settings(id="york-2017-18", period="2017-18"),
        f"data/reports/york-2017-18/{FOLDER[-10:]}/release.yml": release_settings(report="york-2017-18"),
        f"data/reports/york-2017-18/{FOLDER[-10:]}/figures.csv": observations(),
    }
    project = write_project(tmp_path / "project", EMPTY_RELEASE | other)
    file = write_xlsx(tmp_path / "in.xlsx", rows(ON_TIME))
    creator = '<dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">openpyxl</dc:creator>'
    core = (creator, creator.replace("creator", "identifier").replace("openpyxl", "york-2017-18"))
    with pytest.raises(BadRequest, match="was made for york-2017-18, not for york-2016-17"):
        prepare(project, with_parts(file, {"docProps/core.xml": core}))


def test_a_lists_sheet_is_no_table_but_a_lost_heading_is_told(project):
    sheets: dict[str, Rows] = {**rows(ON_TIME), "Lists": [["For “What is counted”"], ["Average caseload"]]}
    assert prepare(project, sheets).understood.problems == []
    lost: dict[str, Rows] = {**rows(ON_TIME), "B": [["What", "2027"], ["Average caseload", 5]]}
    assert "B!A2 names a figure" in problem(prepare(project, lost))
