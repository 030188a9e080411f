"""Two sites compared: planted changes, and old sites that are not what they should be."""

from __future__ import annotations

import time

import pytest

from macros.datasets.store import open_store
from macros.model.report import Edition
from macros.publishing.preview.comparison import Changes, PageState, compare, edition_of
from macros.publishing.preview.paragraph_changes import Change
from macros.publishing.preview.published_site import SiteFolder
from tests.builders import FIGURES, REPORT, observation, observations, write_project
from tests.publishing.preview.sites import PLACE, YOUNG, chart, figure, formal, shown, site, young

TEXT = "<p>One stands here.</p><p>Two stands here.</p>"


@pytest.fixture
def store(tmp_path):
    return open_store(write_project(tmp_path / "project"))


def compared(store, tmp_path, old, new, *rows) -> Changes:
    return compare(store, site(tmp_path / "old", old, *rows), site(tmp_path / "new", new, [figure()]))


def told(changes: Changes) -> list[tuple[str, str]]:
    return [(one.url, one.state.value) for one in changes.pages]


def test_pages_are_new_changed_and_gone(store, tmp_path):
    old = {f"{PLACE}/": formal(TEXT), f"{PLACE}/a/": formal(TEXT), f"{PLACE}/c/": formal(TEXT, "Gone now")}
    new = {f"{PLACE}/": formal(TEXT), f"{PLACE}/a/": formal(TEXT + "<p>Three.</p>"), f"{YOUNG}/b/": young(TEXT, "New")}
    changes = compared(store, tmp_path, old, new, [figure()])
    assert told(changes) == [(f"{PLACE}/a/", "changed"), (f"{PLACE}/c/", "gone"), (f"{YOUNG}/b/", "new")]
    assert [one.title for one in changes.pages] == ["A page", "Gone now", "New"]
    assert [one.edition for one in changes.pages] == [Edition.FORMAL, Edition.FORMAL, Edition.YOUNG_PEOPLE]
    assert changes.of(REPORT, Edition.YOUNG_PEOPLE) == changes.pages[2:]


def test_what_stands_around_the_page_does_not_count(store, tmp_path):
    other = formal(TEXT).replace("Menu", "Other menu").replace("Release of today", "Release of tomorrow")
    assert told(compared(store, tmp_path, {f"{PLACE}/": formal(TEXT)}, {f"{PLACE}/": other})) == []


def test_an_address_that_leads_on_is_no_page(store, tmp_path):
    on = '<html><head><meta http-equiv="refresh" content="0; url=../b/"></head><body><main>Moved.</main></body></html>'
    assert told(compared(store, tmp_path, {"a/": formal(TEXT)}, {"a/": on, "c/": on})) == []


def test_a_moved_paragraph_has_moved(store, tmp_path):
    swapped = "<p>Two stands here.</p><p>One stands here.</p>"
    (page,) = compared(store, tmp_path, {"a/": formal(TEXT)}, {"a/": formal(swapped)}).pages
    assert [page.counted(change) for change in Change] == [0, 0, 1, 0]


def test_a_changed_chart_is_told_with_its_page(store, tmp_path):
    old, new = formal(TEXT + chart("A", height=1)), formal(TEXT + chart("A", height=2))
    (page,) = compared(store, tmp_path, {"a/": old}, {"a/": new}).pages
    assert page.paragraphs == ()
    assert [(one.change, one.caption) for one in page.blocks] == [(Change.CHANGED, "A")]


def test_a_report_that_was_not_published_is_new(store, tmp_path):
    changes = compared(store, tmp_path, {"": formal("")}, {"": formal(""), f"{PLACE}/": formal(TEXT)})
    assert changes.new_reports == (REPORT,)
    assert changes.figures == {}


def test_without_a_published_site_nothing_is_compared(store, tmp_path):
    assert not compare(store, None, site(tmp_path / "new", {"": formal("")})).is_compared


def test_a_site_of_another_version_is_compared_as_far_as_it_goes(store, tmp_path):
    old = {f"{PLACE}/": "<html><body><p>No main part.</p></body></html>", f"{PLACE}/a.html": "<p>x</p>"}
    changes = compared(store, tmp_path, old, {f"{PLACE}/": formal(TEXT)})
    assert told(changes) == [(f"{PLACE}/", "changed"), (f"{PLACE}/a.html", "gone")]
    assert changes.pages[0].paragraphs is None


def test_a_half_written_site_says_that_it_is_not_whole(store, tmp_path):
    new = site(tmp_path / "new", {f"{PLACE}/": formal(TEXT)}, [figure()])
    (tmp_path / f"old/{PLACE}").mkdir(parents=True)
    (tmp_path / f"old/{PLACE}/index.html").write_text(formal(TEXT).partition("Two")[0], encoding="utf-8")
    changes = compare(store, SiteFolder(tmp_path / "old"), new)
    assert not changes.is_whole
    assert not changes.figures[REPORT].is_read
    assert told(changes) == [(f"{PLACE}/", "changed")]


def test_a_page_in_another_language_is_told_but_not_marked(store, tmp_path):
    old, new = (formal(text).replace('lang="en-GB"', 'lang="cy"') for text in (TEXT, TEXT + "<p>Tri.</p>"))
    (page,) = compared(store, tmp_path, {"a/": old}, {"a/": new}).pages
    assert (page.state, page.paragraphs) == (PageState.CHANGED, None)


def test_a_page_that_showed_what_is_hidden_now_is_guarded(tmp_path):
    hidden = observations(observation(value="", status="c"))
    made = open_store(write_project(tmp_path / "project", {FIGURES: hidden}))
    old = {f"{PLACE}/": formal("<p>It was 3.</p>"), f"{PLACE}/b/": formal("<p>Nothing.</p>")}
    new = {f"{PLACE}/": formal("<p>It is hidden.</p>"), f"{PLACE}/b/": formal("<p>Something.</p>")}
    changes = compared(made, tmp_path, old, new, [figure(value="3")], [shown(f"{PLACE}/", value="3")])
    assert [one.is_guarded for one in changes.pages] == [True, False]


def test_where_nobody_knows_what_a_page_showed_it_is_guarded(tmp_path):
    hidden = observations(observation(value="", status="c"))
    made = open_store(write_project(tmp_path / "project", {FIGURES: hidden}))
    new = site(tmp_path / "new", {f"{PLACE}/": formal("<p>Now.</p>"), "a/": formal("<p>Now.</p>")})
    site(tmp_path / "old", {f"{PLACE}/": formal("<p>Then.</p>"), "a/": formal("<p>Then.</p>")})
    (tmp_path / "old/data/figures.json").unlink()
    assert [one.is_guarded for one in compare(made, SiteFolder(tmp_path / "old"), new).pages] == [True, True]


def test_a_huge_page_takes_no_time(store, tmp_path):
    old = "".join(f"<p>Paragraph {number} says this.</p>" for number in range(30_000))
    started = time.process_time()
    (page,) = compared(store, tmp_path, {"a/": formal(old)}, {"a/": formal(old.replace("9 says", "9 said"))}).pages
    assert page.paragraphs is None
    assert time.process_time() - started < 20


@pytest.mark.parametrize(
    ("url", "edition"),
    [
        ("", "formal"), (f"{PLACE}/", "formal"), (f"{YOUNG}/", "young-people"), (f"{YOUNG}/younger/a/", "young-people"),
        ("about/privacy-young-people/", "young-people"), ("about/privacy/", "formal"),
    ],
)  # fmt: skip
def test_an_address_tells_the_voice(url, edition):
    assert edition_of(url) == edition
