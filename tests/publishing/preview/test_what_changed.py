"""The page "What changed" in both voices, and what it must never say."""

from __future__ import annotations

import re

import pytest

from macros.datasets.store import open_store
from macros.publishing.preview.comparison import Changes, compare
from macros.publishing.preview.what_changed import fill, navigation, page_for, what_changed_pages
from tests.builders import FIGURES, FOLDER, REPORT, observation, observations, write_project
from tests.publishing.preview.sites import (
    LATER,
    PLACE,
    WHY,
    YOUNG,
    chart,
    corrected,
    figure,
    formal,
    shown,
    site,
    young,
)  # fmt: skip

SPOTS = {
    "formal": f'<div data-what-changed="{REPORT}" data-voice="formal"></div>',
    "young": f'<div data-what-changed="{REPORT}" data-voice="young-people"></div>',
    "all": '<div data-what-changed="" data-voice="formal"></div>',
}
PAGES = {f"docs/{PLACE}/index.md": "# x\n", f"docs/{YOUNG}/index.md": "# x\n"}


@pytest.fixture
def told(tmp_path):
    """The three pages of a site whose figure was corrected and whose pages were changed."""
    store = open_store(corrected(tmp_path / "p", [observation(value="91")], [observation(value="89")], PAGES))
    old = site(
        tmp_path / "old",
        {f"{PLACE}/": formal(f"<p>Of every hundred it was 91%.</p>{chart('A', 1)}"),
         f"{YOUNG}/": young("<p>It was 91.</p>", "Meetings"), f"{PLACE}/gone/": formal("", "Gone <b>&lt;script&gt;")},
        [figure(value="91")], [shown(f"{PLACE}/", value="91"), shown(f"{YOUNG}/", value="91")],
    )  # fmt: skip
    new = site(
        tmp_path / "new",
        {f"{PLACE}/": formal(f"<p>Of every hundred it is 89%.</p>{chart('A', 2)}"),
         f"{YOUNG}/": young("<p>It is 89.</p>", "Meetings"), f"{PLACE}/more/": formal("", "More")},
        [figure(value="89", release=LATER)], [shown(f"{PLACE}/"), shown(f"{YOUNG}/")],
    )  # fmt: skip
    changes = compare(store, old, new)
    where = {"formal": f"{PLACE}/what-changed/", "young": f"{YOUNG}/what-changed/", "all": "what-changed/"}
    return {name: fill(store, SPOTS[name], url, changes, new) for name, url in where.items()}


def test_the_formal_page_says_what_changed(told):
    html = told["formal"]
    assert "2 pages changed. 1 page is new. 1 page is gone. 1 figure changed." in html
    assert f'<a href="../../../{PLACE}/">A page</a>: 1 paragraph changed, 1 chart or table is not the same.' in html
    assert f'<a href="../../../{YOUNG}/">Meetings</a> (young people&#39;s edition)' in html
    assert "<li><span>Gone &lt;b&gt;&lt;script&gt;</span></li>" in html
    assert "Table 5: was 91%, now 89%." in html
    assert f"Why: {WHY}" in html


def test_a_chart_stands_before_and_after(told):
    html = told["formal"]
    before, _, after = html.partition("Published")[2].partition("Draft")
    assert 'd="M0,0h1v1"' in before
    assert 'd="M0,0h1v2"' in after
    assert 'id="reports-york-2016-17-1"' in html
    ids = re.findall(r' id="([^"]*)"', html)
    assert len(ids) == len(set(ids))


def test_the_young_page_says_it_plainly(told):
    html = told["young"]
    assert "We changed 1 page. We changed 1 number." in html
    assert "Meetings on time, York, 2016/17: we said 91 out of every 100. Now it is 89 out of every 100." in html
    assert f"Why: {WHY}" in html
    assert "It is on: " in html
    assert "Gone" not in html  # a page of the formal edition


def test_the_page_of_the_whole_site_leads_to_each_report(told):
    assert f'href="./{PLACE}/what-changed/"' in told["all"] or f'href="../{PLACE}/what-changed/"' in told["all"]
    assert "2 pages changed. 1 page is new. 1 page is gone. 1 figure changed." in told["all"]


def test_pages_of_indicators_stand_in_a_fold(tmp_path):
    store = open_store(write_project(tmp_path / "p", PAGES))
    old = site(
        tmp_path / "old", {"indicators/on_time_pct/": formal("<p>x</p>", "On time"), "about/": formal("<p>x</p>")}
    )
    new = site(
        tmp_path / "new", {"indicators/on_time_pct/": formal("<p>y</p>", "On time"), "about/": formal("<p>y</p>")}
    )
    html = fill(store, SPOTS["all"], "what-changed/", compare(store, old, new), new)
    assert '<h3 id="pages-changed">Pages that changed</h3><ul><li><a href="../about/">A page</a>' in html
    assert '<summary>Pages of indicators (1)</summary><ul><li><a href="../indicators/on_time_pct/">On time</a>' in html


def test_without_a_published_site_all_is_new(tmp_path):
    store = open_store(write_project(tmp_path / "p", PAGES))
    html = fill(store, SPOTS["young"], f"{YOUNG}/what-changed/", Changes(is_compared=False), site(tmp_path / "new", {}))
    assert html == "<p>We have not put any of this on the website before. So all of it is new.</p>"


def test_a_report_that_was_not_published_is_new(tmp_path):
    store = open_store(write_project(tmp_path / "p", PAGES))
    changes = Changes(new_reports=(REPORT,))
    html = fill(store, SPOTS["formal"], f"{PLACE}/what-changed/", changes, site(tmp_path / "new", {}))
    assert html == "<p>This report is not on the published site. So all of it is new.</p>"


def test_when_nothing_changed_that_is_said(tmp_path):
    store = open_store(write_project(tmp_path / "p", PAGES))
    html = fill(store, SPOTS["young"], f"{YOUNG}/what-changed/", Changes(), site(tmp_path / "new", {}))
    assert "Nothing is new. These pages say what they said before." in html


def test_what_could_not_be_compared_is_said(tmp_path):
    store = open_store(write_project(tmp_path / "p", PAGES))
    changes = Changes(is_whole=False)
    html = fill(store, SPOTS["formal"], f"{PLACE}/what-changed/", changes, site(tmp_path / "new", {}))
    assert "could not be read as a whole" in html


def test_a_hidden_figure_is_on_no_page(tmp_path):
    hidden = {FIGURES: observations(observation(value="", status="c")), f"{FOLDER}/known_issues.csv": None}
    store = open_store(write_project(tmp_path / "p", {**PAGES, **hidden}))
    table = '<div class="tv-table" data-block="t"><table><caption>All 777</caption><tr><td>777</td></tr></table></div>'
    pages = {f"{PLACE}/": formal(chart("Only 3", 3, "777") + table), f"{PLACE}/old/": formal("<p>x</p>", "All 777")}
    old = site(tmp_path / "old", pages, [figure(value="777")], [shown(url, value="777") for url in pages])
    new = site(tmp_path / "new", {f"{PLACE}/": formal(chart("Few", 1, "[c]"))}, [figure(value="", status="c")])
    changes = compare(store, old, new)
    for spot in SPOTS.values():
        html = fill(store, spot, f"{PLACE}/what-changed/", changes, new)
        assert "777" not in html
        assert "Only 3" not in html


def test_each_report_has_a_page_in_each_voice_that_it_has(tmp_path):
    store = open_store(write_project(tmp_path / "a", PAGES))
    assert list(what_changed_pages(store)) == [
        "what-changed.md",
        f"{PLACE}/what-changed.md",
        f"{YOUNG}/what-changed.md",
    ]
    assert navigation(store) == [
        {"All reports": "what-changed.md"},
        {"York IRO report": f"{PLACE}/what-changed.md"},
        {"For young people": [f"{YOUNG}/what-changed.md"]},
    ]
    none = open_store(write_project(tmp_path / "b"))
    assert list(what_changed_pages(none)) == ["what-changed.md"]
    assert navigation(none) == [{"All reports": "what-changed.md"}]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (f"{YOUNG}/a/", f"{YOUNG}/what-changed/"), (f"{PLACE}/a/", f"{PLACE}/what-changed/"),
        (f"{PLACE}/languages/cy/", f"{PLACE}/what-changed/"), ("about/", "what-changed/"), ("", "what-changed/"),
        ("reports/other/young-people/", "what-changed/"),
    ],
)  # fmt: skip
def test_a_reader_is_led_to_the_page_of_that_report_and_voice(url, expected):
    pages = frozenset({"what-changed/", f"{PLACE}/what-changed/", f"{YOUNG}/what-changed/"})
    assert page_for(url, pages) == expected
    assert page_for(url, frozenset()) == ""
