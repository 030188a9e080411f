"""A second process: it hears, answers, and ends with the build, copied or begun anew."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def doubling(say, caller):
    """A task of a process: say something, then do what is asked."""
    print("not an answer")
    caller.answer(say)
    for work, items in caller.asked():
        caller.answer(work(items))


def upper(items):
    return [item.upper() for item in items]


def failing(items):
    raise RuntimeError(str(items))


def waiting(caller):
    caller.enough.wait()
    caller.answer("enough")


SCRIPT = """
import sys
from functools import partial
from macros.pages import other_process
from tests.pages.test_other_process import *
if sys.argv[1] == "anew":
    other_process.may_be_copied = lambda: False
"""


@pytest.fixture(params=["copied", "anew"])
def run(request):
    """What a build that has a second process prints."""
    if request.param == "copied" and sys.platform != "linux":
        pytest.skip("only Linux copies a process")

    def told(script):
        words = [sys.executable, "-c", SCRIPT + script, request.param]
        done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
        assert done.stderr == ""
        return done.stdout.splitlines()

    return told


@pytest.mark.slow
def test_it_says_what_it_made_and_answers_what_it_is_asked(run):
    assert run("""
one = other_process.start(partial(doubling, {"made": 1}))
print(one.hear())
for size in (3, 400_000):  # more than a pipe holds
    one.ask(upper, ["a"] * size)
    print(one.hear() == ["A"] * size)
print(one.end())
""") == ["{'made': 1}", "True", "True", "0"]


@pytest.mark.slow
def test_one_that_fails_has_ended(run):
    assert run("""
one = other_process.start(partial(doubling, 1))
one.hear()
one.ask(failing, [1])
for _ in range(2):
    try:
        one.hear()
    except EOFError:
        print("ended")
one.ask(upper, ["too late"])
print(one.end())
""") == ["ended", "ended", "1"]


@pytest.mark.slow
def test_it_is_told_enough(run):
    assert run("""
one = other_process.start(waiting)
one.enough()
one.enough()
print(one.hear(), one.end())
""") == ["enough 0"]


@pytest.mark.slow
def test_two_processes_beside_a_build_end_with_it(run):
    """Neither holds the other's pipes open."""
    assert run("""
several = [other_process.start(partial(doubling, number)) for number in range(2)]
print([one.hear() for one in several], [one.end() for one in several])
""") == ["[0, 1] [0, 0]"]


def test_a_process_with_another_thread_is_not_copied():
    script = (
        "import threading; from macros.pages import other_process as one; print(one.may_be_copied())\n"
        "threading.Thread(target=threading.Event().wait, daemon=True).start(); print(one.may_be_copied())"
    )
    said = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True, cwd=ROOT).stdout
    assert said.split() == [str(sys.platform == "linux"), "False"]
