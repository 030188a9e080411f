"""What one worker does: a finished site for an order, or sentences why not."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from macros.authoring.national.council_site import council_files
from macros.cli.national import workshop
from macros.cli.national.warm_engine import EngineKilledError, WarmEngine
from macros.cli.national.workshop import Order, build
from macros.datasets.build_day import VARIABLE, as_variable
from macros.publishing.program_key import program_key
from tests.authoring.national.repository import DAY, shared
from tests.builders import assert_plain

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def order(tmp_path_factory, root):
    one = shared(tmp_path_factory.mktemp("one"), ("Aldermere",))
    files = council_files(one, one.data.areas["aldermere"])
    return Order("aldermere", files, program_key(root), {VARIABLE: as_variable(DAY)})


def changed(order: Order, **files: bytes | None) -> Order:
    kept = {**order.files, **{path.replace("__", "/") + ".md": text for path, text in files.items()}}
    return Order(order.name, {path: text for path, text in kept.items() if text is not None}, order.program)


def test_the_same_order_gives_the_same_bytes_again_and_in_a_new_process(order, root):
    first = build(order)
    again = build(order)
    workshop._leave(root)
    anew = build(order)
    assert first.problems == again.problems == anew.problems == ()
    for other in (again, anew):
        assert [path for path in first.files if first.files[path] != other.files.get(path)] == []
        assert set(other.files) == set(first.files)
    assert {"index.html", "data/reports/aldermere-open-data.csv", "reports/aldermere-open-data/index.html"} <= set(
        first.files
    )
    assert not [path for path in first.files if path.endswith(".map") or "lunr/" in path]
    assert first.processor > 0


def test_nothing_of_this_machine_is_in_the_site(order):
    place = str(workshop._place(workshop.ROOT)).encode()
    assert [path for path, content in build(order).files.items() if place in content] == []


def test_a_page_that_stops_the_build_is_told_in_plain_words(order):
    wrong = changed(order, docs__index=b"---\ntitle: Home\n---\n# Home\n\n[nowhere](nothing.md)\n")
    outcome = build(wrong)
    assert outcome.files == {}
    assert any("docs/index.md: the link to 'nothing.md' leads to no page." in problem for problem in outcome.problems)


def test_a_worker_with_another_program_says_so(order):
    outcome = build(Order(order.name, order.files, "another"))
    assert "another version of the program" in outcome.problems[0]
    assert_plain(outcome.problems[0])


def test_a_full_disk_is_a_sentence(order, monkeypatch):
    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    outcome = build(order)
    assert outcome.problems == ("The worker could not write its files. Its disk is full.",)


def test_an_engine_that_somebody_killed_is_given_a_second_one(order, root):
    build(order)
    engine = workshop._engines[root]
    assert engine._process is not None
    os.kill(engine._process.pid, signal.SIGSTOP)
    os.kill(engine._process.pid, signal.SIGKILL)
    assert build(order).problems == ()


def test_an_engine_that_is_killed_twice_is_told(order, monkeypatch):
    def killed(*_args: object) -> None:
        raise EngineKilledError("The program that builds the site ended before it was done. It was killed (signal 9).")

    monkeypatch.setattr(WarmEngine, "build", killed)
    assert "It was killed (signal 9)." in build(order).problems[0]
