"""The day of a build: today, or that of the build it repeats."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from macros.datasets.build_day import VARIABLE, as_variable, build_day


def test_it_is_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert build_day() == datetime.now(tz=UTC).date()


@pytest.mark.parametrize("day", [date(2026, 11, 28), date(2024, 2, 29)])
def test_it_is_the_day_it_is_told(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    monkeypatch.setenv(VARIABLE, as_variable(day))
    assert build_day() == day


@pytest.mark.parametrize("told", ["", "soon", "-1", "1.5", "²"])
def test_what_is_no_moment_is_passed_over(monkeypatch: pytest.MonkeyPatch, told: str) -> None:
    monkeypatch.setenv(VARIABLE, told)
    assert build_day() == datetime.now(tz=UTC).date()
