"""The browser is found, or the sentence says how to get one."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.cli import browser
from macros.errors import ReportsError


@pytest.fixture
def empty_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "_places", lambda: iter(()))
    monkeypatch.setenv("TWO_VOICES_NO_INSTALL", "1")


def test_a_named_browser_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    named = tmp_path / "my-chromium"
    named.touch()
    monkeypatch.setenv("TWO_VOICES_BROWSER", str(named))
    assert browser.find() == named


@pytest.mark.parametrize(
    ("platform", "sentence"), [("darwin", "into /Applications"), ("linux", "sudo apt-get install chromium")]
)
@pytest.mark.usefixtures("empty_machine")
def test_no_browser_is_one_sentence(monkeypatch: pytest.MonkeyPatch, platform: str, sentence: str) -> None:
    monkeypatch.setattr("macros.cli.browser.sys.platform", platform)
    with pytest.raises(ReportsError, match=sentence):
        browser.ensure()
