"""From a file to the draft release: any order, extra things, plain words for what is not understood; all or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.datasets.figures_import import Import, prepare_import, write_import
from macros.datasets.store import open_store
from macros.errors import BadRequest
from tests.builders import (
    CATALOGUE,
    FIGURES,
    FOLDER,
    RELEASE,
    REPORT,
    REPORT_FOLDER,
    assert_plain,
    csv_text,
    indicator,
    indicators,
    observation,
    observations,
    release_settings,
    settings,
    write_project,
)
from tests.datasets.sheets import HEADINGS, Rows, with_parts, write_xlsx

ON_TIME = ("on_time_pct", None, "2016-17", 67)
DRAFT = {f"{FOLDER}/release.yml": release_settings()}  # among the changes: then the release is not sealed
EMPTY_RELEASE: dict[str, str | bytes | None] = {**DRAFT, FIGURES: observations(), f"{FOLDER}/known_issues.csv": None}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project", EMPTY_RELEASE)


def prepare(project: Path, sheets: dict[str, Rows] | Path, **options: bool | str) -> Import:
    store = open_store(project)
    file = sheets if isinstance(sheets, Path) else write_xlsx(project.parent / "in.xlsx", sheets)
    return prepare_import(store, store.report(REPORT), file, **options)  # type: ignore[arg-type]


def rows(*given: tuple[object, ...]) -> dict[str, Rows]:
    return {"Timeliness": [HEADINGS, *given]}


def values(made: Import) -> list[tuple[str, str, str]]:
    return [(one.key.words, one.cells["value"], one.cells["status"]) for one in made.understood.figures]


def problem(made: Import) -> str:
    (only,) = made.understood.problems
    assert_plain(only.text)
    return f"{only.place} {only.text}"


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


def test_rows_left_empty_take_figures_out_and_the_rest_stays(tmp_path):
    project = write_project(tmp_path / "project", DRAFT)
    before = len(open_store(project).release(REPORT).observations)
    made = prepare(
        project, rows(("on_time_pct", None, "Q1", 76), ("on_time_pct", None, "Q2", None), ("pep_pct", None, "Q1", 5))
    )
    merged = made.merged
    assert [key.words for key in merged.changed] == ["on_time_pct york 2016-17 Q1"]
    assert [key.words for key in merged.taken_out] == ["on_time_pct york 2016-17 Q2"]
    assert [key.words for key in merged.new] == ["pep_pct york 2016-17 Q1"]
    write_import(open_store(project), made)
    release = open_store(project).release(REPORT)
    assert len(release.observations) == before
    assert {Path(one.path).name for one in release.by_indicator["on_time_pct"]} == {"figures.csv"}


def test_the_same_figures_write_nothing(tmp_path):
    project = write_project(tmp_path / "project", DRAFT)
    before = (project / FIGURES).read_bytes()
    made = prepare(project, project / FIGURES)
    assert made.understood.problems == []
    assert made.merged.same == len(open_store(project).release(REPORT).observations)
    assert write_import(open_store(project), made) == {}
    assert (project / FIGURES).read_bytes() == before


def test_a_sealed_release_is_never_touched(tmp_path):
    project = write_project(tmp_path / "project")
    with pytest.raises(BadRequest, match=r"is sealed.*python -m macros correct york-2016-17"):
        prepare(project, rows(ON_TIME))


def test_a_release_that_is_not_whole_is_mended_first(tmp_path):
    project = write_project(tmp_path / "project", DRAFT | {FIGURES: observations(observation(value="many"))})
    with pytest.raises(BadRequest, match="Mend the release first"):
        prepare(project, rows(ON_TIME))


def test_a_draft_release_is_made_where_there_is_none(tmp_path):
    gone = dict.fromkeys((f"{FOLDER}/release.yml", FIGURES))
    tables = {f"{FOLDER}/{name}.csv": None for name in ("known_issues", "work_plan", "recommendations")}
    project = write_project(tmp_path / "project", gone | tables)
    write_import(open_store(project), prepare(project, rows(ON_TIME, ("cla_by_sex", "Male", None, 108))))
    store = open_store(project)
    assert not [one for one in store.findings if one.path.startswith(FOLDER)]
    assert len(store.release(REPORT).observations) == 2
    assert [path.name for path in (project / REPORT_FOLDER).iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("listed", ["[figures.csv]", "\n  - figures.csv\n", "\n- figures.csv  # ours\n"])
def test_the_rest_of_release_yml_stays(tmp_path, listed):
    text = release_settings(observations=listed) + "# a remark\nlicence: OGL-UK-3.0\n"
    project = write_project(tmp_path / "project", EMPTY_RELEASE | {f"{FOLDER}/release.yml": text})
    write_import(open_store(project), prepare(project, rows(ON_TIME)))
    written = (project / f"{FOLDER}/release.yml").read_text(encoding="utf-8")
    assert "# a remark\nlicence: OGL-UK-3.0\n" in written
    assert "observations:\n  - figures.csv\n  - timeliness.csv\n" in written


SMALL = rows(("cla_by_sex", "Male", None, 27), ("cla_by_sex", "Female", None, 3), ("cla_by_sex", "Total", None, 30))


def test_small_counts_are_found_and_what_protects_them(project):
    made = prepare(project, SMALL)
    assert [(place, why.value) for place, _, why in made.hidden] == [
        ("Timeliness, row 2", "subtraction"),
        ("Timeliness, row 3", "small"),
    ]


def test_small_counts_are_hidden_on_request(project):
    made = prepare(project, SMALL, suppress=True)
    write_import(open_store(project), made)
    text = (project / f"{FOLDER}/timeliness.csv").read_text(encoding="utf-8")
    held = [(one.value, one.status.value) for one in open_store(project).release(REPORT).observations]
    assert [str(value) for value, _ in held] == ["None", "None", "30"]
    assert "27" not in text


def test_what_the_last_report_said_adds_up_protects_this_one(tmp_path):
    """The total stands in another table: only the last report's relations.csv says that it is one."""
    rule = {"rule": "sum", "result": "caseload_avg", "parts": "cla_by_sex sex=male + cla_by_sex sex=female", "note": ""}
    counts = [
        indicator(id="caseload_avg", unit="count", name="All"),
        *(one for one in indicators() if one["id"] != "caseload_avg"),
    ]
    last = {
        "data/reports/york-2015-16/report.yml": settings(id="york-2015-16", period="2015-16"),
        f"data/reports/york-2015-16/{RELEASE}/release.yml": release_settings(report="york-2015-16"),
        f"data/reports/york-2015-16/{RELEASE}/figures.csv": observations(),
        f"data/reports/york-2015-16/{RELEASE}/relations.csv": csv_text([rule, {**rule, "result": "pep_pct"}]),
        f"{CATALOGUE}/indicators.csv": csv_text(counts),
    }
    project = write_project(tmp_path / "project", EMPTY_RELEASE | last)
    given = rows(("cla_by_sex", "Male", None, 27), ("cla_by_sex", "Female", None, 3), ("caseload_avg", None, None, 30))
    made = prepare(project, given, suppress=True)
    assert [why.value for *_, why in made.hidden] == ["subtraction", "small"]
    write_import(open_store(project), made)
    written = (project / f"{FOLDER}/relations.csv").read_text(encoding="utf-8")
    assert written == csv_text([rule])


def test_a_lists_sheet_is_no_table_but_a_lost_heading_is_told(project):
    sheets: dict[str, Rows] = {**rows(ON_TIME), "Lists": [["For “What is counted”"], ["Average caseload"]]}
    assert prepare(project, sheets).understood.problems == []
    lost: dict[str, Rows] = {**rows(ON_TIME), "B": [["What", "2027"], ["Average caseload", 5]]}
    assert "B!A2 names a figure" in problem(prepare(project, lost))


def test_an_exempt_report_keeps_its_small_counts(tmp_path):
    disclosure = "{exemption: true, dated: 2026-11-21, why: Printed in 2017.}"
    changes = EMPTY_RELEASE | {f"{REPORT_FOLDER}/report.yml": settings(disclosure=disclosure)}
    assert prepare(write_project(tmp_path / "project", changes), SMALL).hidden == []
