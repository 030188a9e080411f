"""The new folder comes into the place of the old one whole, whatever happens."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from macros.cli import swap


def _folder(path: Path, word: str) -> Path:
    path.mkdir()
    (path / "index.html").write_text(word, encoding="utf-8")
    return path


@pytest.fixture(params=["in one step", "in two steps"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "in two steps":
        monkeypatch.setattr(swap, "_exchange", lambda one, other: False)


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("before", [True, False])
def test_the_new_one_stands_and_the_old_one_is_gone(tmp_path: Path, before: bool) -> None:
    place = tmp_path / "site"
    if before:
        _folder(place, "old")
    swap.swap_in(_folder(tmp_path / "new", "new"), place)
    assert (place / "index.html").read_text(encoding="utf-8") == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_stop_between_the_two_steps_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swap, "_exchange", lambda one, other: False)
    place, new = _folder(tmp_path / "site", "old"), _folder(tmp_path / "new", "new")
    plain = os.replace

    def stop_at_second(source: Path, target: Path) -> None:
        if source == new:
            raise KeyboardInterrupt
        plain(source, target)

    monkeypatch.setattr("macros.cli.swap.os.replace", stop_at_second)
    with pytest.raises(KeyboardInterrupt):
        swap.swap_in(new, place)
    monkeypatch.setattr("macros.cli.swap.os.replace", plain)
    swap.recover(place)
    assert (place / "index.html").read_text(encoding="utf-8") == "old"


def test_this_system_exchanges_in_one_step_or_says_no(tmp_path: Path) -> None:
    one, other = _folder(tmp_path / "one", "1"), _folder(tmp_path / "other", "2")
    exchanged = swap._exchange(one, other)
    assert (one / "index.html").read_text(encoding="utf-8") == ("2" if exchanged else "1")
