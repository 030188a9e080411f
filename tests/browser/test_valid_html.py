"""Every built page is valid HTML."""

from __future__ import annotations

from pathlib import Path

from tests.browser.html_validator import validate

# What the checker calls wrong and is not. Nothing of Material's is here: its mistakes are mended.
NOT_WRONG = {
    "Attribute “paint-order” not allowed on element “text” at this point.": "SVG 2; the checker knows SVG 1.1",
}


def test_every_page_is_valid(built_site: Path) -> None:
    mistakes = {f"{one.message} | {one.extract} | first on /{one.page}" for one in validate(built_site)}
    assert sorted(one for one in mistakes if not one.startswith(tuple(NOT_WRONG))) == []


def test_no_leave_is_kept_longer_than_needed(built_site: Path) -> None:
    said = {one.message for one in validate(built_site)}
    assert set(NOT_WRONG) <= said


def test_the_validator_can_fail(tmp_path: Path) -> None:
    page = '<!doctype html><html lang="en"><title>A</title><h1 id="a">A</h1><p id="a">B<table><tr><td>C</table>'
    (tmp_path / "bad.html").write_text(page, encoding="utf-8")
    found = validate(tmp_path)
    assert [one.page for one in found] == ["bad.html"]
    assert "Duplicate ID" in found[0].message
