"""The command line as a whole: exit codes, help, and the second start in the project's environment."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from macros.cli import environment
from macros.cli.main import COMMANDS, main
from macros.cli.serve import address


@pytest.mark.parametrize("words", [[], ["no-such-command"], ["build", "--no-such-option"], ["site", "--port", "x"]])
def test_misuse_is_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(words)
    assert stop.value.code == 2
    assert "usage:" in capsys.readouterr().err


@pytest.mark.parametrize("name", [command.name for command in COMMANDS])
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main([name, "--help"])
    assert stop.value.code == 0
    assert "usage: python -m macros" in capsys.readouterr().out


def test_another_python_hands_over_to_the_projects(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("TWO_VOICES_NO_SETUP", raising=False)
    monkeypatch.setattr(environment, "ensure", lambda root, level: tmp_path / ".venv" / "bin" / "python")
    monkeypatch.setattr(environment, "run_again", lambda python, words: 7 if words == ["check"] else 0)
    assert main(["check"]) == 7


def test_a_missing_settings_file_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TWO_VOICES_NO_SETUP", "1")
    monkeypatch.chdir(tmp_path)
    assert main(["build"], tmp_path) == 1
    assert "mkdocs.yml is missing." in capsys.readouterr().err


def test_a_port_in_use_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TWO_VOICES_NO_SETUP", "1")
    monkeypatch.chdir(tmp_path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["site", "--port", str(port)], tmp_path) == 1
    assert f"Port {port} of this computer cannot be used" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("setting", "shown"),
    [
        ("", "http://127.0.0.1:8000/"),
        ("site_url: https://example.org/iro/", "http://127.0.0.1:8000/iro/"),
        ('site_url: !ENV [X, "https://example.org/iro/"]', "http://127.0.0.1:8000/iro/"),
    ],
)
def test_the_address_has_the_path_of_the_public_one(tmp_path: Path, setting: str, shown: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"site_name: x\n{setting}\n", encoding="utf-8")
    assert address(tmp_path, 8000) == shown
