"""Drawing ahead: several processes make what one would make, and what they cannot make is left to the build."""

from __future__ import annotations

import shutil
import time

import pytest

from macros.datasets.page_source import PageSource
from macros.datasets.store import open_store
from macros.pages import ahead
from macros.pages.chart_macros import CACHE
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


def process(project, pages, **share):
    """One that draws, and has been told its share."""
    return ahead._process(project, {"pages": pages, "workbooks": [REPORT], **share})


def drawings(project):
    return len(list((project / CACHE).glob("*.svg")))


@pytest.mark.slow
def test_two_processes_make_what_one_makes(project, monkeypatch):
    several = everything(build(project).site)
    monkeypatch.setenv(ahead.SWITCH, "1")
    shutil.rmtree(project / ".cache")
    assert everything(build(project).site) == several


@pytest.mark.slow
def test_a_process_draws_every_page_of_its_share_and_makes_its_workbooks(project):
    pages = [f"docs/reports/{REPORT}/page-{number}.md" for number in (3, 1)]
    begun = ahead.Ahead([process(project, [*pages, "docs/gone.md"])])
    made = begun.running[0]
    wait_for((project / WORKBOOKS).is_dir)
    begun.finish()
    assert made.returncode == 0
    assert drawings(project) > 0
    assert len(list((project / WORKBOOKS).glob("*.xlsx"))) == 1


@pytest.mark.slow
def test_a_process_that_has_been_told_enough_draws_no_more(project):
    made = process(project, [])
    ahead.Ahead([made]).finish()
    assert made.returncode == 0
    assert not (project / CACHE).exists()
    assert len(list((project / WORKBOOKS).glob("*.xlsx"))) == 1


@pytest.mark.slow
def test_a_process_ends_with_the_build(project):
    made = process(project, [f"docs/reports/{REPORT}/page-1.md"] * 10_000)
    wait_for((project / CACHE).is_dir)
    made.stdin.close()
    assert made.wait(20) == 1


@pytest.mark.slow
def test_a_process_that_fails_is_no_mistake_of_the_build(project):
    begun = ahead.Ahead([process(project, [], workbooks=["no-such-report"])])
    begun.running[0].wait(20)
    begun.pages_read()
    begun.finish()
    assert begun.running[0].returncode == 1


def wait_for(happened):
    end = time.monotonic() + 30
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_a_project_with_little_to_draw_starts_no_process(tmp_path, monkeypatch):
    monkeypatch.setenv(ahead.SWITCH, "2")
    assert ahead.begin(open_store(write_site(tmp_path / "site", many(2)))).running == ()


def test_a_project_whose_charts_are_kept_starts_no_process(project):
    (project / CACHE).mkdir(parents=True)
    for number in range(20):
        (project / CACHE / f"{number}.svg").write_text("", encoding="utf-8")
    assert ahead.begin(open_store(project)).running == ()


def test_one_process_is_the_build_itself(project, monkeypatch):
    monkeypatch.setenv(ahead.SWITCH, "1")
    assert ahead.begin(open_store(project)).running == ()


@pytest.mark.parametrize("asked", ["", "many", "-3", "1.5"])
def test_a_number_that_is_none_is_as_many_as_the_computer_has(project, monkeypatch, asked):
    monkeypatch.setenv(ahead.SWITCH, asked)
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    assert ahead.begin(open_store(project)).running == ()


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
