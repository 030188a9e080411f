"""One build at a time for one place."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.cli.build_lock import one_build
from macros.errors import ReportsError
from tests.builders import assert_plain


def test_a_second_build_for_the_same_place_is_refused(tmp_path: Path) -> None:
    with (
        one_build(tmp_path / ".build", tmp_path / "site"),
        pytest.raises(ReportsError) as refused,
        one_build(tmp_path / ".build", tmp_path / "site"),
    ):
        pytest.fail("two builds had the lock")
    assert_plain(str(refused.value))
    assert "(process " in str(refused.value)


def test_another_place_is_free(tmp_path: Path) -> None:
    with one_build(tmp_path / ".build", tmp_path / "site"), one_build(tmp_path / ".build", tmp_path / "other"):
        assert (tmp_path / ".build/other.lock").exists()


def test_a_build_that_fails_lets_go(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), one_build(tmp_path / ".build", tmp_path / "site"):
        raise KeyboardInterrupt
    with one_build(tmp_path / ".build", tmp_path / "site"):
        pass
    assert (tmp_path / ".build/site.lock").read_text(encoding="utf-8") == ""


def test_a_lock_file_that_nobody_holds_is_taken_over(tmp_path: Path) -> None:
    (tmp_path / "site.lock").write_text("process 999999, since 10:00 on 1 January 2020\n", encoding="utf-8")
    with one_build(tmp_path, tmp_path / "site"):
        assert "999999" not in (tmp_path / "site.lock").read_text(encoding="utf-8")
