"""The page to send from: what a council has set up, and no other way."""

from __future__ import annotations

from datetime import date

import pytest

from macros.datasets.store import open_store
from macros.pages.draft import DRAFT
from macros.publishing.comment_kit.kit import kit_pages
from macros.publishing.comment_kit.send_page import send_pages
from tests.builders import REPORT, assert_plain, build, page, settings, write_project, write_site

YML = f"data/reports/{REPORT}/report.yml"
PAGES = {
    "index.md": page("# Summary\n", other_voice=f"reports/{REPORT}/young-people/index.md"),
    "young-people/index.md": page("# Start\n", other_voice=f"reports/{REPORT}/index.md"),
}
SENT = "{mail: say@york.example, form: 'https://york.example/say', reads: our participation officer, until: 2099-01-15}"


def sent(root, monkeypatch, comments=None):
    monkeypatch.setenv(DRAFT, "1")
    made = build(write_site(root, PAGES, {YML: settings(status="draft", comments=comments)}))
    assert made.code == 0, made.warnings
    folder = f"reports/{REPORT}"
    return [made.html(f"{folder}/{place}say-what-you-think/") for place in ("", "young-people/")]


def test_none_set_up_can_be_printed_and_saved(tmp_path, monkeypatch):
    for html in sent(tmp_path, monkeypatch):
        assert html.count("data-say-print") == html.count('data-say-save="') + html.count("data-say-save>") == 1
        assert "mailto:" not in html
        assert "data-say-copy" not in html
        assert "connect-src 'none'" in html


def test_the_councils_own_way(tmp_path, monkeypatch):
    for html in sent(tmp_path, monkeypatch, SENT):
        assert 'href="mailto:say@york.example"' in html
        assert '<a href="https://york.example/say" rel="noreferrer external"' in html  # an address without any words
        assert "our participation officer" in html
        assert "15 January 2099" in html
        assert "see your email address" in html


def test_both_voices_lead_to_each_other(tmp_path, monkeypatch):
    formal, young = sent(tmp_path, monkeypatch)
    assert 'href="../young-people/say-what-you-think/"' in formal
    assert 'href="../../say-what-you-think/"' in young


def test_a_report_with_one_edition_has_one_page(tmp_path):
    pages = {f"docs/reports/{REPORT}/index.md": page("# A\n"), YML: settings(status="draft")}
    assert list(send_pages(open_store(write_project(tmp_path, pages)))) == [f"reports/{REPORT}/say-what-you-think.md"]


def test_a_published_report_has_none(tmp_path):
    pages = {f"docs/reports/{REPORT}/index.md": page("# A\n")}
    assert send_pages(open_store(write_project(tmp_path, pages))) == {}


@pytest.mark.parametrize(("until", "is_there"), [("2026-11-27", False), ("2026-11-28", True), ("2026-11-29", True)])
def test_after_the_last_day_a_draft_asks_no_more(tmp_path, monkeypatch, until, is_there):
    monkeypatch.setattr("macros.publishing.comment_kit.send_page.build_day", lambda: date(2026, 11, 28))
    pages = {
        f"docs/reports/{REPORT}/index.md": page("# A\n"),
        YML: settings(status="draft", comments=f"{{until: {until}}}"),
    }
    store = open_store(write_project(tmp_path, pages))
    assert bool(send_pages(store)) is bool(kit_pages(store)) is is_there


@pytest.mark.parametrize(
    "comments",
    [
        "yes", "[a]", "{mail: nobody}", "{mail: 'a@b.example?bcc=c@d.example'}", "{mail: 'a@b.example,c@d.example'}",
        "{mail: 7}", "{form: 'http://york.example'}", "{form: 'javascript:alert(1)'}", "{form: 'https://a.example/\"x'}",
        "{until: soon}", "{open: perhaps}", "{reads: 5}", "{telephone: 1}",
    ],
)  # fmt: skip
def test_settings_that_cannot_be(tmp_path, comments):
    store = open_store(write_project(tmp_path, {YML: settings(comments=comments)}))
    assert [one.kind.id for one in store.findings] == ["bad-setting"]
    assert_plain(store.findings[0].message)
