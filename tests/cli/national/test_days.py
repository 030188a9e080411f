"""The day of a release is that of its content."""

from __future__ import annotations

from datetime import date

from macros.cli.national.days import FOLDER, remembered_days


def test_the_same_content_keeps_its_day(tmp_path):
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "abc").write_text("2026-10-01")
    days = remembered_days(tmp_path, None)
    assert days("abc") == date(2026, 10, 1)
    first = days("other")
    assert (tmp_path / FOLDER / "other").read_text() == first.isoformat()


def test_a_day_that_is_asked_for_goes_before_and_is_not_remembered(tmp_path):
    assert remembered_days(tmp_path, date(2026, 12, 1))("abc") == date(2026, 12, 1)
    assert not (tmp_path / FOLDER).exists()


def test_a_spoiled_memory_counts_as_none(tmp_path):
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "abc").write_bytes(b"\xff20")
    assert isinstance(remembered_days(tmp_path, None)("abc"), date)
    assert (tmp_path / FOLDER / "abc").read_text().count("-") == 2
