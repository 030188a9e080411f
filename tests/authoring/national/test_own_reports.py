"""The reports of a repository by council."""

from __future__ import annotations

from macros.authoring.national.own_reports import own_reports, report_files


def test_each_report_stands_with_its_council_and_its_part_of_the_menu(root):
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    found = own_reports(root, settings)
    assert [one.id for one in found["york"]] == ["york-2016-17", "york-2013"]
    menu = found["york"][0].menu
    assert menu.startswith("  - York 2016/17:\n")
    assert "reports/york-2013/" not in menu
    assert menu in settings


def test_its_files_are_data_and_pages(root):
    found = own_reports(root, (root / "mkdocs.yml").read_text(encoding="utf-8"))["derby"][0]
    files = report_files(root, found)
    assert {path.split("/")[0] for path in files} == {"data", "docs"}
    assert all("/derby-2017-18/" in path for path in files)


def test_a_report_without_a_menu_is_left_out(root):
    assert own_reports(root, "nav:\n  - Home: index.md\n") == {}
