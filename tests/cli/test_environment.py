"""Setting up: what is installed when, and the sentences for when it cannot be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.cli import environment, system_packages
from macros.cli.environment import Level
from macros.errors import ReportsError


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for level in Level:
        (tmp_path / level).write_text(f"lock of {level}\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def installed(project: Path, monkeypatch: pytest.MonkeyPatch) -> list[Level]:
    """What would have been installed; making and filling .venv is left out."""
    done: list[Level] = []

    def make(python: Path, kept: dict[str, str]) -> None:
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()

    monkeypatch.setattr(environment, "_make", make)
    monkeypatch.setattr(environment, "_install", lambda python, root, level: done.append(level))
    return done


def test_the_second_time_there_is_nothing_to_do(project: Path, installed: list[Level]) -> None:
    first = environment.ensure(project, Level.SITE)
    assert environment.ensure(project, Level.SITE) == first
    assert installed == [Level.SITE]


def test_a_changed_lock_is_installed(project: Path, installed: list[Level]) -> None:
    environment.ensure(project, Level.SITE)
    (project / Level.SITE).write_text("another lock\n", encoding="utf-8")
    environment.ensure(project, Level.SITE)
    assert installed == [Level.SITE, Level.SITE]


def test_who_ran_the_tests_keeps_what_they_need(project: Path, installed: list[Level]) -> None:
    environment.ensure(project, Level.SITE)
    environment.ensure(project, Level.TESTS)
    environment.ensure(project, Level.SITE)
    assert installed == [Level.SITE, Level.TESTS]


@pytest.mark.parametrize("content", ["", "[]", "{", '{"level": 3}', "\ufeff"])
def test_a_damaged_stamp_is_no_stamp(project: Path, installed: list[Level], content: str) -> None:
    environment.ensure(project, Level.SITE)
    (project / ".venv" / environment.STAMP).write_text(content, encoding="utf-8")
    environment.ensure(project, Level.SITE)
    assert installed == [Level.SITE, Level.SITE]


def test_a_failed_install_leaves_no_stamp(
    project: Path, installed: list[Level], monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.ensure(project, Level.SITE)
    (project / Level.SITE).write_text("another lock\n", encoding="utf-8")

    def fail(python: Path, root: Path, level: Level) -> None:
        raise ReportsError("no network")

    monkeypatch.setattr(environment, "_install", fail)
    with pytest.raises(ReportsError, match="no network"):
        environment.ensure(project, Level.SITE)
    assert not (project / ".venv" / environment.STAMP).exists()


def test_a_moved_project_is_set_up_again(project: Path, installed: list[Level]) -> None:
    python = environment.ensure(project, Level.SITE)
    stamp = python.parents[1] / environment.STAMP
    kept = json.loads(stamp.read_text(encoding="utf-8"))
    stamp.write_text(json.dumps(kept | {"folder": "elsewhere"}), encoding="utf-8")
    environment.ensure(project, Level.SITE)
    assert installed == [Level.SITE, Level.SITE]


def test_a_missing_lock_is_a_sentence(project: Path, installed: list[Level]) -> None:
    (project / Level.SITE).unlink()
    with pytest.raises(ReportsError, match=r"requirements\.lock is missing\. Take it back from git"):
        environment.ensure(project, Level.SITE)


def test_python_without_ensurepip_says_which_package(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.cli.environment.importlib.util.find_spec", lambda name: None)
    monkeypatch.setattr(system_packages, "install", lambda packages, purpose: False)
    with pytest.raises(ReportsError, match=r"sudo apt-get install python3\.\d+-venv"):
        environment.ensure(project, Level.SITE)


def test_installing_system_packages_can_be_forbidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TWO_VOICES_NO_INSTALL", "1")
    monkeypatch.setattr(
        "macros.cli.system_packages.subprocess.run", lambda *_, **__: pytest.fail("it started a program")
    )
    assert not system_packages.install(["chromium"], "for the tests")
