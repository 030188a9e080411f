"""A new report is there whole, with its part of the menu, or not at all."""

from __future__ import annotations

import pytest

from macros.authoring.own_site import copy_site, without_reports
from macros.authoring.place_report import place, with_menu
from macros.errors import BadRequest
from tests.builders import HERE

MENU = '  - "Leeds 2017/18":\n      - Formal edition:\n          - reports/leeds-2017-18/index.md\n'
SETTINGS = (
    "site_name: x\nnav:\n  - Home: index.md\n"
    "  - What is measured: indicators/index.md\n  - About:\n      - about/x.md\n"
)
FILES = {"data/reports/leeds-2017-18/report.yml": "id: x\n", "docs/reports/leeds-2017-18/index.md": "# A\n"}


def test_the_menu_stands_after_the_reports_and_before_the_rest():
    assert with_menu(SETTINGS, MENU) == SETTINGS.replace("  - What is", f"{MENU}  - What is")


def test_a_menu_without_other_parts_gets_it_at_its_end():
    assert with_menu("nav:\n  - Home: index.md", MENU) == f"nav:\n  - Home: index.md\n{MENU}"


def test_without_a_menu_nothing_is_written(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n")
    with pytest.raises(BadRequest, match="has no line `nav:`"):
        place(tmp_path, FILES, MENU)
    assert [path.name for path in tmp_path.iterdir()] == ["mkdocs.yml"]


def test_all_is_placed(tmp_path):
    (tmp_path / "mkdocs.yml").write_text(SETTINGS)
    place(tmp_path, FILES, MENU)
    assert {path: (tmp_path / path).read_text() for path in FILES} == FILES
    assert MENU in (tmp_path / "mkdocs.yml").read_text()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "docs", "mkdocs.yml"]


def test_what_fails_half_way_leaves_nothing(tmp_path):
    (tmp_path / "mkdocs.yml").write_text(SETTINGS)
    (tmp_path / "docs/reports/leeds-2017-18").mkdir(parents=True)
    (tmp_path / "docs/reports/leeds-2017-18/mine.md").write_text("mine")
    with pytest.raises(OSError):  # which one the system gives is its own
        place(tmp_path, FILES, MENU)
    assert not (tmp_path / "data/reports/leeds-2017-18").exists()
    assert (tmp_path / "docs/reports/leeds-2017-18/mine.md").read_text() == "mine"
    assert (tmp_path / "mkdocs.yml").read_text() == SETTINGS


def test_an_own_site_has_the_workflows_without_the_tests_of_this_project(tmp_path):
    site = tmp_path / "leeds"
    copy_site(HERE, site, "leeds")
    told = {path.name: path.read_text(encoding="utf-8") for path in (site / ".github/workflows").iterdir()}
    assert set(told) == {"checks.yml", "preview.yml", "preview-online.yml", "publish.yml"}
    assert "- run: make check" in told["checks.yml"]
    assert [name for name, text in told.items() if ".ci/run" in text] == []
    assert not (site / ".ci").exists()
    assert ".ci/run" not in (site / "docs/guide/publish/workflows.md").read_text(encoding="utf-8")


def test_an_own_site_has_no_report_of_others(tmp_path):
    site = tmp_path / "own"
    copy_site(HERE, site, "leeds")
    assert list((site / "data/reports").iterdir()) == list((site / "docs/reports").iterdir()) == []
    settings = (site / "mkdocs.yml").read_text(encoding="utf-8")
    assert "reports/york" not in settings
    assert "about/methods.md" in settings
    assert "york" not in (site / "data/catalogue/targets.csv").read_text(encoding="utf-8")


def test_the_menu_of_every_report_is_taken_out():
    assert without_reports(with_menu(SETTINGS, MENU)) == SETTINGS


@pytest.mark.parametrize("place_of", ["full", "inside"])
def test_a_place_that_cannot_be(tmp_path, place_of):
    (tmp_path / "full").mkdir()
    (tmp_path / "full/x").write_text("x")
    with pytest.raises(BadRequest):
        copy_site(HERE, tmp_path / "full" if place_of == "full" else HERE / "inside", "leeds")
    assert not (HERE / "inside").exists()


def test_an_own_site_knows_the_bodies_of_all_councils_and_no_other_councils_own(tmp_path):
    site = tmp_path / "leeds"
    copy_site(HERE, site, "leeds")
    rows = (site / "data/catalogue/bodies.csv").read_text(encoding="utf-8")
    assert "Corporate Parenting Board" in rows
    assert "york" not in rows
