"""`workbook` and `import` as an author types them: nothing overwritten, nothing raw in the project, plain words."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.cli.figures import import_figures, workbook
from macros.cli.main import main, parser
from macros.errors import BadRequest
from tests.builders import FIGURES, FOLDER, REPORT, observations, release_settings, write_project
from tests.datasets.sheets import HEADINGS, write_xlsx


@pytest.fixture
def project(tmp_path: Path) -> Path:
    changes = {f"{FOLDER}/release.yml": release_settings(), FIGURES: observations(), f"{FOLDER}/known_issues.csv": None}
    return write_project(tmp_path / "project", changes)


def sheet(tmp_path: Path, *rows: tuple[object, ...]) -> str:
    return str(write_xlsx(tmp_path / "in.xlsx", {"Timeliness": [HEADINGS, *rows]}))


def run(project: Path, file: str, *, suppress: bool = False) -> int:
    return import_figures(project, REPORT, file, "", suppress=suppress)


def test_the_workbook_lies_beside_the_project(project, tmp_path, capsys):
    assert workbook(project, REPORT, "") == 0
    assert (tmp_path / f"{REPORT}-figures.xlsx").is_file()
    assert f"python -m macros import {REPORT}" in capsys.readouterr().out
    with pytest.raises(BadRequest, match="there already"):
        workbook(project, REPORT, "")


@pytest.mark.parametrize(
    ("to", "said"), [("project/a.xlsx", "inside the project"), ("a.csv", "end in .xlsx"), ("no/a.xlsx", "no folder")]
)
def test_where_a_workbook_cannot_be(project, tmp_path, to, said):
    with pytest.raises(BadRequest, match=said):
        workbook(project, REPORT, str(tmp_path / to))
    assert not (tmp_path / to).exists()


def test_an_import_says_what_it_understood(project, tmp_path, capsys):
    rows = (("on_time_pct", None, "2016/17", "67%"), ("pep_pct", None, None, None), ("Some words", None, None, None))
    assert run(project, sheet(tmp_path, *rows)) == 0
    said = capsys.readouterr().out
    assert "Sheet “Timeliness”: 3 rows." in said
    assert "Timeliness!D2: '67%' read as 67" in said
    assert "1 figure understood; 1 row left empty." in said
    assert f"Written: {FOLDER}/timeliness.csv, 1 row." in said


def test_what_is_not_understood_writes_nothing(project, tmp_path, capsys):
    before = sorted(path.name for path in (project / FOLDER).iterdir())
    rows = (("on_time_pct", None, None, 67), ("on_time_pct", None, "Q1", "lots"))
    assert run(project, sheet(tmp_path, *rows)) == 1
    said = capsys.readouterr().out
    assert "Not understood (1):\n  Timeliness!D3: holds 'lots', which is not a number." in said
    assert "Nothing was written." in said
    assert sorted(path.name for path in (project / FOLDER).iterdir()) == before


SMALL = (("cla_by_sex", "Male", None, 27), ("cla_by_sex", "Female", None, 3), ("cla_by_sex", "Total", None, 30))


def test_small_counts_are_refused_and_the_way_out_is_told(project, tmp_path, capsys):
    assert run(project, sheet(tmp_path, *SMALL)) == 1
    said = capsys.readouterr().out
    assert "Timeliness, row 3: cla_by_sex sex=female york 2016-17: a count from 1 to 5." in said
    assert "--suppress" in said
    assert not (project / FOLDER / "timeliness.csv").exists()


def test_small_counts_are_hidden_with_the_option(project, tmp_path, capsys):
    assert run(project, sheet(tmp_path, *SMALL), suppress=True) == 0
    assert "Hidden: Timeliness, row 2: cla_by_sex sex=male york 2016-17: needed so that" in capsys.readouterr().out
    assert "27" not in (project / FOLDER / "timeliness.csv").read_text(encoding="utf-8")


def test_what_can_be_worked_out_is_not_written(project, tmp_path, capsys):
    rows = (("cla_by_sex", "Male", None, 27), ("cla_by_sex", "Female", None, "c"), ("cla_by_sex", "Total", None, 30))
    assert run(project, sheet(tmp_path, *rows), suppress=True) == 1
    said = capsys.readouterr().out
    assert "Hidden figures that could be worked out from the others (1):\n  Timeliness, row 3: cla_by_sex" in said
    assert not (project / FOLDER / "timeliness.csv").exists()


def test_a_file_inside_the_project_is_refused(project, tmp_path):
    inside = project / "in.xlsx"
    shutil.copy(sheet(tmp_path), inside)
    with pytest.raises(BadRequest, match="inside the project's folder"):
        run(project, str(inside))
    (tmp_path / "link.xlsx").symlink_to(inside)
    with pytest.raises(BadRequest, match="inside the project's folder"):
        run(project, str(tmp_path / "link.xlsx"))


@pytest.mark.parametrize("words", [["workbook", "york-2099"], ["import", "york-2099", "x.xlsx"]])
def test_no_such_report_is_a_sentence(project, monkeypatch, capsys, words):
    monkeypatch.setenv("TWO_VOICES_NO_SETUP", "1")
    monkeypatch.chdir(project)
    assert main(words, project) == 1
    assert "There is no report called 'york-2099'" in capsys.readouterr().err


def test_the_command_line_knows_them():
    asked = parser().parse_args(["import", REPORT, "x.csv", "--mapping", "reviews", "--suppress"])
    assert (asked.report, asked.file, asked.mapping, asked.suppress) == (REPORT, "x.csv", "reviews", True)
    assert parser().parse_args(["workbook", REPORT]).to == ""
