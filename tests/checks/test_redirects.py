"""`redirects`: rows of redirects.csv that lead nowhere."""

from __future__ import annotations

from macros.checks.context import open_context
from macros.checks.redirects import redirects
from macros.datasets.redirects import PATH
from tests.builders import write_project


def found(root, text):
    return [(one.kind.id, one.line) for one in redirects(open_context(write_project(root, {PATH: text})))]


def test_moves_that_hold(tmp_path):
    assert found(tmp_path, "old,new\na/,b/\n") == []


def test_a_circle_and_an_address_elsewhere(tmp_path):
    text = "old,new\na/,a/\nb/,https://elsewhere.example/\n"
    assert sorted(found(tmp_path, text)) == [("redirect", 2), ("redirect", 3)]
