"""The engine that stays: one process for several projects, a new one when it dies, and words for how it ended."""

from __future__ import annotations

import os
import signal

import pytest

from macros.cli.national import warm_engine
from macros.cli.national.warm_engine import WarmEngine
from macros.errors import ReportsError
from tests.builders import page, write_site

pytestmark = pytest.mark.slow


@pytest.fixture
def engine(root):
    made = WarmEngine(root)
    yield made
    made.close()


def test_one_process_builds_several_projects_and_a_mistake_stays_in_its_own(engine, tmp_path):
    wrong = write_site(tmp_path / "wrong", {"a.md": page('# A\n\n{{ figure("no_such_thing") }}\n')})
    right = write_site(tmp_path / "right", {"a.md": page('# A\n\n{{ figure("on_time_pct") }}\n')})
    first = engine.build(wrong, tmp_path / "wrong-site", {})
    process = engine._process
    second = engine.build(right, tmp_path / "right-site", {})
    assert first["code"] == 1
    assert any("no_such_thing" in message for message in first["messages"])
    assert (second["code"], second["messages"]) == (0, [])
    assert "no_such_thing" not in (tmp_path / "right-site/index.html").read_text()
    assert engine._process is process
    assert second["seconds"] > 0


def test_a_killed_process_is_told_and_the_next_project_has_a_new_one(engine, tmp_path):
    project = write_site(tmp_path / "project", {"a.md": page("# A\n")})
    engine.build(project, tmp_path / "site", {})
    killed = engine._process
    os.kill(killed.pid, signal.SIGSTOP)  # so that it cannot answer before it is killed
    os.kill(killed.pid, signal.SIGKILL)
    with pytest.raises(ReportsError, match=r"ended before it was done. It was killed \(signal 9\)"):
        engine.build(project, tmp_path / "site", {})
    assert engine.build(project, tmp_path / "site", {})["code"] == 0


def test_a_project_that_takes_for_ever_is_given_up(engine, tmp_path, monkeypatch):
    monkeypatch.setattr(warm_engine, "SLOWEST", 0.01)
    with pytest.raises(ReportsError, match="It was killed"):
        engine.build(write_site(tmp_path / "project", {"a.md": page("# A\n")}), tmp_path / "site", {})


def test_after_many_projects_a_new_process_begins(engine, tmp_path, monkeypatch):
    monkeypatch.setattr(warm_engine, "RECYCLED", 1)
    project = write_site(tmp_path / "project", {"a.md": page("# A\n")})
    engine.build(project, tmp_path / "site", {})
    first = engine._process
    engine.build(project, tmp_path / "site", {})
    assert first.poll() == 0
    assert engine._process is not first
