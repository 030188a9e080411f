"""The name of this program: another version of what shapes a page is another program."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, requires, version

import pytest
from packaging.requirements import Requirement

from macros.datasets import program


@pytest.fixture(autouse=True)
def _forgotten():
    def forget():
        program.program_name.cache_clear()
        program.packages.cache_clear()

    forget()
    yield
    forget()


def test_it_is_the_same_each_time():
    first = program.program_name()
    program.program_name.cache_clear()
    assert program.program_name() == first
    assert len(first) == 32


@pytest.mark.parametrize("name", program.PACKAGES)
def test_another_version_of_a_package_is_another_program(monkeypatch, name):
    first = program.program_name()
    program.program_name.cache_clear()
    program.packages.cache_clear()
    monkeypatch.setattr(program, "version", lambda one: "0.0" if one == name else version(one))
    assert program.program_name() != first


def test_a_package_that_is_not_there_is_said_so(monkeypatch):
    def missing(name):
        raise PackageNotFoundError(name)

    monkeypatch.setattr(program, "version", missing)
    assert "altair none\n" in program.packages()


def test_every_package_that_the_engine_or_a_drawing_needs_is_among_them():
    needed = {Requirement(line).name.lower() for line in requires("two-voices") or () if "extra ==" not in line}
    assert {"altair", "mkdocs", "mkdocs-macros-plugin", "mkdocs-material", "pandas", "vl-convert-python"} <= needed
    assert needed - {one.lower() for one in program.PACKAGES} == {"setuptools"}  # which installs, and makes no page
