"""The last step of a draft: on every page, once, and in the right place."""

from __future__ import annotations

import json

import pytest

from macros.model.finding import Finding
from macros.model.problems import KINDS
from macros.publishing.preview.finish_draft import finish_draft
from tests.builders import REPORT, write_project
from tests.publishing.preview.sites import PLACE, YOUNG, figure, formal, shown, site, young

PAGES = {f"docs/{PLACE}/index.md": "# x\n", f"docs/{YOUNG}/index.md": "# x\n"}
SPOT = '<div data-what-changed="{report}" data-voice="{voice}"></div>'
WHERE = Finding(KINDS["macro"], f"docs/{YOUNG}/a.md", 7, {"why": "No such figure."})
FORMAL = Finding(KINDS["macro"], f"docs/{PLACE}/a.md", 7, {"why": "No such figure."})


@pytest.fixture
def draft(tmp_path):
    write_project(tmp_path, PAGES)
    return site(
        tmp_path / "preview",
        {
            f"{PLACE}/a/": formal("<p>Now it is so.</p>"),
            f"{YOUNG}/a/": young("<p>Now it is so.</p>"),
            f"{YOUNG}/b/": young("<p>All new.</p>"),
            f"{PLACE}/what-changed/": formal(SPOT.format(report=REPORT, voice="formal")),
            f"{YOUNG}/what-changed/": young(SPOT.format(report=REPORT, voice="young-people")),
        },
        [figure()],
        [shown(f"{PLACE}/a/")],
    )


@pytest.fixture
def finished(tmp_path, draft):
    old = {f"{PLACE}/a/": formal("<p>Then it was so.</p>"), f"{YOUNG}/a/": young("<p>Then it was so.</p>")}
    site(tmp_path / "site", old, [figure(value="66")])
    finish_draft(tmp_path, draft.folder, [WHERE, FORMAL], tmp_path / "site")
    return {url: draft.page(url) or "" for url in draft.pages} | {
        url: draft.page(url) or "" for url in (f"{PLACE}/what-changed/", f"{YOUNG}/what-changed/")
    }


def test_every_page_has_its_banner(finished):
    assert {html.count('<aside class="tv-draft') for html in finished.values()} == {1}
    assert {html.count("noindex") for html in finished.values()} == {1}


def test_marks_and_their_switch_are_on_changed_pages(finished):
    html = finished[f"{PLACE}/a/"]
    assert "What changed on this page:" in html
    assert '<input type="checkbox" id="tv-edit-on" checked>' in html
    assert html.index("tv-edit-sum") < html.index("tv-page-findings") < html.index("<ins")
    assert f'href="../../../{PLACE}/what-changed/"' in html


def test_young_readers_see_the_page_clean_until_they_ask(finished):
    html = finished[f"{YOUNG}/a/"]
    assert '<input type="checkbox" id="tv-edit-on">' in html
    assert html.index("<ins") < html.index("For the grown-ups")
    assert html.endswith("</details></div></main></body></html>")


def test_a_new_page_says_so_without_marks(finished):
    html = finished[f"{YOUNG}/b/"]
    assert "This page is new." in html
    assert "<ins" not in html


def test_no_page_of_a_new_report_says_that_it_is_new(tmp_path, draft):
    site(tmp_path / "site", {"": formal("<p>Only the front page.</p>")})
    finish_draft(tmp_path, draft.folder, [], tmp_path / "site")
    assert "This page is new." not in (draft.page(f"{YOUNG}/b/") or "")
    assert "So all of them are new." in (draft.page(f"{YOUNG}/what-changed/") or "")


def test_the_pages_of_changes_are_filled_and_do_not_lead_to_themselves(finished):
    html = finished[f"{YOUNG}/what-changed/"]
    assert "data-what-changed" not in html
    assert "Now it is 67 out of every 100" not in html  # no page of this edition shows the figure
    assert "See what is new" not in html
    assert "was 66%, now 67%." in finished[f"{PLACE}/what-changed/"]


def test_the_facts_lie_beside_the_pages(tmp_path, finished):
    assert json.loads((tmp_path / "preview/data/changes.json").read_text(encoding="utf-8"))["compared"] is True
    assert (tmp_path / "preview/changes.md").is_file()
    assert "Disallow: /" in (tmp_path / "preview/robots.txt").read_text(encoding="utf-8")


def test_finishing_twice_changes_no_page(tmp_path, draft, finished):
    before = {url: draft.page(url) for url in draft.pages}
    finish_draft(tmp_path, draft.folder, [WHERE, FORMAL])
    assert {url: draft.page(url) for url in draft.pages} == before


def test_a_draft_without_these_pages_compares_nothing(tmp_path):
    write_project(tmp_path, PAGES)
    made = site(tmp_path / "draft", {f"{PLACE}/a/": formal("<p>x</p>")})
    finish_draft(tmp_path, made.folder, [FORMAL])
    assert "tv-page-findings" in (made.page(f"{PLACE}/a/") or "")
    assert not (made.folder / "changes.md").exists()
