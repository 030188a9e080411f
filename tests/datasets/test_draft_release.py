"""What an import makes of a draft release: what is replaced, what stays, what is hidden; nothing sealed is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.datasets.figures_import import write_import
from macros.datasets.store import open_store
from macros.errors import BadRequest
from tests.builders import (
    CATALOGUE,
    FIGURES,
    FOLDER,
    RELEASE,
    REPORT,
    REPORT_FOLDER,
    csv_text,
    indicator,
    indicators,
    observation,
    observations,
    release_settings,
    settings,
    write_project,
)
from tests.datasets.imports import DRAFT, EMPTY_RELEASE, ON_TIME, prepare, rows


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project", EMPTY_RELEASE)


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


def test_a_figure_that_would_give_a_hidden_one_away_is_refused(tmp_path):
    """The draft hides girls and boys; another file brings the boys: that would tell the girls."""
    held = [
        observation(indicator="cla_by_sex", sex="male", value="", status="c"),
        observation(indicator="cla_by_sex", sex="female", value="", status="c"),
        observation(indicator="cla_by_sex", sex="total", value="30"),
    ]
    project = write_project(tmp_path / "project", EMPTY_RELEASE | {FIGURES: observations(*held)})
    for suppress in (False, True):
        made = prepare(project, rows(("cla_by_sex", "Male", None, 27)), suppress=suppress)
        assert [words for _, words in made.unsafe] == ["cla_by_sex sex=female york 2016-17"]
        with pytest.raises(BadRequest, match="Nothing was written"):
            write_import(open_store(project), made)


def test_a_figure_hidden_by_hand_alone_is_refused(project):
    """Total and boys are shown, the girls hidden: that hides nothing."""
    given = rows(
        ("cla_by_sex", "Male", None, 27), ("cla_by_sex", "Female", None, "<5"), ("cla_by_sex", "Total", None, 30)
    )
    made = prepare(project, given)
    assert [remark.place for remark in made.unsafe] == ["Timeliness, row 3"]


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


def test_an_exempt_report_keeps_its_small_counts(tmp_path):
    disclosure = "{exemption: true, dated: 2026-11-21, why: Printed in 2017.}"
    changes = EMPTY_RELEASE | {f"{REPORT_FOLDER}/report.yml": settings(disclosure=disclosure)}
    assert prepare(write_project(tmp_path / "project", changes), SMALL).hidden == []
