"""Drawing ahead: several processes make what one would make, and what they cannot make is left to the build."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time

import pytest

from macros.datasets.page_source import PageSource
from macros.datasets.store import open_store
from macros.pages import ahead
from macros.pages.chart_macros import CACHE
from macros.pages.other_process import Other
from macros.publishing.blocks import ASKED
from macros.publishing.report_workbook import CACHE as WORKBOOKS
from tests.builders import REPORT, build, page, write_site

CHARTS = '{{ chart("on_time_pct", by="quarter") }}\n\n' * 2
META = {"report": REPORT}


def many(number):
    return {f"page-{one}.md": page(f"# Page {one}\n\n{CHARTS}") for one in range(number)}


def everything(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.setenv(ahead.SWITCH, "2")
    return write_site(tmp_path / "site", many(10))


BUILD = """
import sys, time
from functools import partial
from pathlib import Path
from macros.pages import ahead, other_process
copied, awaited, pages, reports, times = eval(sys.argv[1])
other_process.may_be_copied = other_process.may_be_copied if copied else lambda: False
root = Path.cwd()
other = other_process.start(partial(ahead.work_on, ahead.Share(root, pages * times, reports, False)))
while awaited and not Path(awaited).is_dir():
    time.sleep(0.02)
other.enough()
print(other.end())
"""


@pytest.fixture(params=[True, False], ids=["copied", "begun anew"])
def ended(request, project):
    """What a build's other process ends with, when it is told "enough" as soon as a folder is there. Both ways it may
    start: as a copy of the build, and anew (other systems, other threads)."""
    if request.param and sys.platform != "linux":
        pytest.skip("only Linux copies a process")

    def run(pages, reports, awaited="", times=1):
        words = [sys.executable, "-c", BUILD, repr((request.param, awaited, pages, reports, times))]
        done = subprocess.run(words, check=True, cwd=project, capture_output=True, text=True, timeout=60)
        assert done.stderr == ""
        return int(done.stdout)

    return run


def drawings(project):
    return len(list((project / CACHE).glob("*.svg")))


@pytest.mark.slow
def test_two_processes_make_what_one_makes(project, monkeypatch):
    several = everything(build(project).site)
    monkeypatch.setenv(ahead.SWITCH, "1")
    shutil.rmtree(project / ".cache")
    assert everything(build(project).site) == several


@pytest.mark.slow
def test_a_process_draws_every_page_of_its_share_and_makes_its_workbooks(project, ended):
    pages = [f"docs/reports/{REPORT}/page-{number}.md" for number in (3, 1)]
    assert ended([*pages, "docs/gone.md"], [REPORT], WORKBOOKS) == 0
    assert drawings(project) > 0
    assert len(list((project / WORKBOOKS).glob("*.xlsx"))) == 1


@pytest.mark.slow
def test_a_process_that_is_told_enough_draws_no_more(project, ended):
    assert ended([f"docs/reports/{REPORT}/page-1.md"], [REPORT], CACHE, times=100_000) == 0
    assert len(list((project / WORKBOOKS).glob("*.xlsx"))) == 1


@pytest.mark.slow
def test_a_process_that_fails_is_no_mistake_of_the_build(ended):
    assert ended([], ["no-such-report"]) == 1


@pytest.mark.slow
@pytest.mark.parametrize("copied", [True, False], ids=["copied", "begun anew"])
def test_no_process_outlives_a_build_that_is_killed(project, copied):
    told = repr((copied, "never", [f"docs/reports/{REPORT}/page-1.md"], [], 100_000))
    build = subprocess.Popen([sys.executable, "-c", BUILD, told], cwd=project)
    wait_for((project / CACHE).is_dir)
    build.kill()
    build.wait()
    time.sleep(0.5)  # more than a process needs to hear that the build has ended
    shutil.rmtree(project / ".cache")
    time.sleep(0.5)
    assert not (project / ".cache").exists()


def wait_for(happened):
    end = time.monotonic() + 30
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_a_project_with_little_to_draw_starts_no_process(tmp_path, monkeypatch):
    monkeypatch.setenv(ahead.SWITCH, "2")
    assert ahead.begin(open_store(write_site(tmp_path / "site", many(2)))).running == []


def test_a_project_whose_charts_are_kept_starts_no_process(project):
    (project / CACHE).mkdir(parents=True)
    for number in range(20):
        (project / CACHE / f"{number}.svg").write_text("", encoding="utf-8")
    assert ahead.begin(open_store(project)).running == []


def test_one_process_is_the_build_itself(project, monkeypatch):
    monkeypatch.setenv(ahead.SWITCH, "1")
    assert ahead.begin(open_store(project)).running == []


@pytest.mark.parametrize("asked", ["", "many", "-3", "1.5"])
def test_a_number_that_is_none_is_as_many_as_the_computer_has(project, monkeypatch, asked):
    monkeypatch.setenv(ahead.SWITCH, asked)
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    assert ahead.begin(open_store(project)).running == []


@pytest.mark.parametrize(
    "text", ['{{ chart("nothing") }}', "{{ chart( }}", "{{ unknown.name }}", "{% include 'no.md' %}", "{{ 1 / 0 }}"]
)
def test_a_mistake_is_passed_over(project, text):
    store = open_store(project)
    ahead.go_through(store, PageSource(f"docs/reports/{REPORT}/x.md", META, text, 1))
    asked = store.root / ASKED
    assert not asked.exists()


def test_what_comes_after_a_mistake_is_made(project):
    store = open_store(project)
    text = '{{ chart("nothing") }} {{ table(source="Table 9") }}'
    ahead.go_through(store, PageSource(f"docs/reports/{REPORT}/x.md", META, text, 1))
    assert len(list((store.root / ASKED).iterdir())) == 1


# --- sharing what the build still has to do


class Helping(Other):
    """Stands for another process: it answers, or has ended."""

    def __init__(self, is_there=True):  # no pipe, no process
        self.is_there, self.asked, self.ended = is_there, [], False

    def enough(self):
        pass

    def ask(self, work, items):
        self.asked.append((work, items))

    def hear(self):
        if not self.is_there:
            raise EOFError
        work, items = self.asked.pop() if self.asked else (list, "made")
        return work(items)

    def end(self):
        self.ended = True


def doubled(items):
    return [2 * item for item in items]


@pytest.mark.parametrize("others", [[], [True], [True, True], [False], [True, False], [False, True, False]])
@pytest.mark.parametrize("number", [0, 1, 7, 8, 9, 100])
def test_shared_work_is_what_one_does_in_the_same_order(others, number):
    at_work = ahead.Ahead([Helping(is_there) for is_there in others])
    assert at_work.share(doubled, range(number)) == doubled(range(number))


def test_a_process_that_has_ended_is_asked_once():
    at_work = ahead.Ahead([Helping(), Helping(is_there=False)])
    at_work.share(doubled, range(30))
    assert len(at_work.running) == 1


def test_a_process_takes_its_part():
    asked = []

    class Told(Helping):
        def ask(self, work, items):
            asked.append((work, items))

        def hear(self):
            return ["other"] * 10

    assert ahead.Ahead([Told()]).share(doubled, range(20))[:4] == [0, "other", 4, "other"]
    assert asked == [(doubled, range(1, 20, 2))]


def test_the_workbooks_are_awaited_and_who_made_none_is_left_alone():
    made, failed = Helping(), Helping(is_there=False)
    at_work = ahead.Ahead([made, failed])
    at_work.workbooks_made()
    assert at_work.running == [made]
    at_work.finish()
    assert made.ended
