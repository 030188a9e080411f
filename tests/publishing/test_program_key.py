"""The name of a program: by what is in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.publishing import program_key as module
from macros.publishing.program_key import PROGRAM, program_files, program_key


@pytest.fixture
def place(tmp_path: Path) -> Path:
    for name in PROGRAM:
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "a.txt").write_text(name)
    return tmp_path


def key(place: Path) -> str:
    program_key.cache_clear()
    return program_key(place)


def test_it_changes_with_a_file_and_not_with_what_python_compiled(place):
    first = key(place)
    (place / "macros/__pycache__").mkdir()
    (place / "macros/__pycache__/a.pyc").write_bytes(b"compiled")
    assert key(place) == first
    (place / "overrides/a.txt").write_text("changed")
    changed = key(place)
    assert changed != first
    (place / "overrides/b.txt").write_text("")
    assert key(place) not in (first, changed)


def test_it_changes_with_the_version_of_a_package(place, monkeypatch):
    first = key(place)
    monkeypatch.setattr(module, "packages", lambda: "altair 0.0\n")
    assert key(place) != first


def test_the_same_program_elsewhere_has_the_same_name(place, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    for path in program_files(place):
        (other / path.relative_to(place)).parent.mkdir(parents=True, exist_ok=True)
        (other / path.relative_to(place)).write_bytes(path.read_bytes())
    assert key(other) == key(place)
