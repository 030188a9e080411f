"""The engine as a program that stays: a line in, a line out, and nothing else on its standard output."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping

import pytest

from macros.pages import warm
from tests.builders import page, write_site

pytestmark = pytest.mark.slow


def answers(*orders: Mapping[str, object]) -> list[dict[str, object]]:
    out = io.StringIO()
    assert warm.main(io.StringIO("".join(json.dumps(order) + "\n" for order in orders)), out) == 0
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_it_answers_each_order_and_says_what_was_wrong(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    good = write_site(tmp_path / "good", {"a.md": page("# A\n")})
    bad = write_site(tmp_path / "bad", {"a.md": page("# A\n\n[nowhere](nothing.md)\n")})
    orders = [{"root": str(one), "site": str(one / "site"), "environment": {}} for one in (good, bad, good)]
    first, second, third = answers(*orders)
    assert (first["code"], first["messages"]) == (third["code"], third["messages"]) == (0, [])
    assert second["code"] == 1
    assert "nothing.md" in str(second["messages"])


def test_a_project_without_settings_is_told_and_the_program_goes_on(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    order = {"root": str(tmp_path / "empty"), "site": str(tmp_path / "site"), "environment": {}}
    assert [one["code"] for one in answers(order, order)] == [1, 1]


def test_what_one_project_is_told_is_nothing_to_the_next(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TWO_VOICES_SITE_URL", raising=False)
    project = write_site(tmp_path / "project", {"a.md": page("# A\n")})
    told = {"TWO_VOICES_SITE_URL": "https://reports.example.gov.uk/"}
    nothing: dict[str, str] = {}
    pairs = (("a", told), ("b", nothing))
    orders = [{"root": str(project), "site": str(tmp_path / name), "environment": env} for name, env in pairs]
    answers(*orders)
    assert "reports.example.gov.uk" in (tmp_path / "a/search/index.html").read_text()
    assert "reports.example.gov.uk" not in (tmp_path / "b/search/index.html").read_text()
