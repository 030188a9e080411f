"""What a disk refuses is said in words, whatever the command."""

from __future__ import annotations

import errno
from dataclasses import replace
from pathlib import Path

import pytest

from macros.cli import main as command_line
from macros.cli.disk import refused
from tests.builders import assert_plain


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "The disk is full."),
        (errno.EACCES, "a.csv may not be written to."),
        (errno.EROFS, "a.csv may not"),
    ],
)
def test_a_refusal_is_a_sentence(number, said):
    told = refused(OSError(number, "?", "a.csv"))
    assert said in told
    assert_plain(told)


def test_another_error_is_none():
    assert refused(FileNotFoundError(errno.ENOENT, "No such file", "a.csv")) == ""


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.ENOENT])
def test_every_command_says_it(monkeypatch, tmp_path, capsys, number):
    def fail(root: Path, asked: object) -> int:
        raise OSError(number, "?", "a.csv")

    commands = tuple(replace(one, run=fail) if one.name == "check" else one for one in command_line.COMMANDS)
    monkeypatch.setattr(command_line, "COMMANDS", commands)
    monkeypatch.setenv("TWO_VOICES_NO_SETUP", "1")
    monkeypatch.chdir(tmp_path)
    if number == errno.ENOENT:  # a fault of the program is not hidden
        with pytest.raises(FileNotFoundError):
            command_line.main(["check"], tmp_path)
    else:
        assert command_line.main(["check"], tmp_path) == 1
        assert "The disk is full." in capsys.readouterr().err
