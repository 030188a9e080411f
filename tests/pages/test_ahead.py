"""Drawing ahead: several processes make what one would make, and what they cannot make is left to the build."""

from __future__ import annotations

import pytest

from macros.datasets.page_source import PageSource
from macros.datasets.store import open_store
from macros.pages import ahead
from macros.pages.chart_macros import CACHE
from macros.publishing.blocks import ASKED
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


@pytest.mark.slow
def test_two_processes_make_what_one_makes(project, monkeypatch):
    begun = ahead.begin(open_store(project))
    assert len(begun.running) == 1
    begun.finish()
    assert [process.returncode for process in begun.running] == [0]
    assert (project / CACHE).is_dir()
    several = everything(build(project).site)
    monkeypatch.setenv(ahead.SWITCH, "1")
    for path in (project / ".cache").rglob("*.*"):
        path.unlink()
    assert everything(build(project).site) == several


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
