"""A published site, then a changed draft of it: what a reader of the preview meets, and that none of it is public."""

from __future__ import annotations

import json
import re

import pytest
from lxml import html as lxml_html

from macros.pages import draft
from macros.publishing.dead_links import dead_links
from tests.builders import (
    FIGURES,
    FOLDER,
    REPORT,
    REPORT_FOLDER,
    build,
    figures,
    page,
    release_settings,
    settings,
    write_site,
)  # fmt: skip

LATER = "2026-12-01"
WHY = "A late review was counted twice."
HOME = f"reports/{REPORT}"
FORMAL = """# Our year

Of all children {{ figure("on_time_pct", source="Table 5") }} had every review on time.

This stands as it stood before.

{{ chart("on_time_pct", by="quarter") }}
"""
YOUNG = """# Your meetings

{{ picture("on_time_pct", "of you had every meeting on time.", source="Table 5") }}

We were late, and we are sorry for it.
"""
PAGES = {
    "year.md": page(FORMAL, other_voice=f"{HOME}/young-people/meetings.md"),
    "young-people/index.md": page("# Start\n\nStart here.\n", other_voice=f"{HOME}/index.md"),
    "young-people/meetings.md": page(YOUNG, other_voice=f"{HOME}/year.md"),
}
ONLY_IN_DRAFTS = (
    "tv-draft",
    "noindex",
    "X-Robots-Tag",
    "draft.css",
    "tv-edit",
    "what-changed",
    "changes.json",
    "tv-page-findings",
)


@pytest.fixture(autouse=True)
def _public(monkeypatch):
    monkeypatch.delenv(draft.AGAINST, raising=False)
    monkeypatch.delenv(draft.DRAFT, raising=False)
    yield
    draft.declare(is_preview=False)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The public site, then the preview of a draft with a corrected figure, changed words, a new page and a mistake."""
    root = write_site(tmp_path_factory.mktemp("preview"), PAGES)
    public = build(root)
    assert public.code == 0, public.warnings
    new = root / f"{REPORT_FOLDER}/{LATER}"
    new.mkdir()
    corrected = figures().replace(",67,", ",61,", 1).replace(",67,,,,Table 5", ",61,,,,Table 5")
    (new / "figures.csv").write_text(corrected, encoding="utf-8", newline="")
    (new / "known_issues.csv").write_bytes((root / f"{FOLDER}/known_issues.csv").read_bytes())
    (new / "release.yml").write_text(release_settings(date=LATER, why=WHY, supersedes="2026-11-21"), encoding="utf-8")
    (root / f"{REPORT_FOLDER}/report.yml").write_text(settings(release=LATER), encoding="utf-8")
    docs = root / f"docs/{HOME}"
    (docs / "year.md").write_text(PAGES["year.md"].replace("had every review", "had each review"), encoding="utf-8")
    (docs / "more.md").write_text(page('# More\n\n{{ figure("nothing") }}\n'), encoding="utf-8")
    preview = build(root, "mkdocs.preview.yml", "preview")
    assert preview.code == 0, preview.warnings
    return public, preview


def pages_of(site):
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}


def test_every_page_of_both_voices_says_that_it_is_a_draft(built):
    _, preview = built
    for path, html in pages_of(preview.site).items():
        assert html.count('<aside class="tv-draft') == 1, path
        assert html.count('<meta name="robots" content="noindex, nofollow">') == 1, path


def test_nothing_of_a_draft_is_in_the_public_build(built):
    public, _ = built
    for path in public.site.rglob("*"):
        if path.is_file():
            text = path.read_bytes()
            assert [word for word in ONLY_IN_DRAFTS if word.encode() in text] == [], path
            assert "draft" not in path.name


def test_headers_keep_search_engines_out(built):
    _, preview = built
    for name in (
        "_headers",
        "staticwebapp.config.json",
        "hosting/nginx.conf",
        "hosting/apache.conf",
        "hosting/web.config",
    ):
        assert "noindex, nofollow" in (preview.site / name).read_text(encoding="utf-8"), name
    assert (preview.site / "robots.txt").is_file()
    assert not list(preview.site.glob("sitemap*"))


def test_changed_words_are_marked_in_their_place(built):
    _, preview = built
    html = preview.html(f"{HOME}/year")
    assert re.search(r"\[added:\] </span><a [^>]*>61%</a> had each</ins> <del .*?67% had every</del> review", html)
    assert "This stands as it stood before." in html
    ids = [str(name) for name in lxml_html.document_fromstring(html).xpath("//@id")]
    assert len(ids) == len(set(ids))


def test_a_changed_figure_is_told_with_its_reason_in_both_voices(built):
    _, preview = built
    assert f'was 67%, now 61%. <span class="tv-change-why">Why: {WHY}' in preview.html(f"{HOME}/what-changed")
    young = preview.html(f"{HOME}/young-people/what-changed")
    assert "we said 67 out of every 100. Now it is 61 out of every 100." in young
    assert f"Why: {WHY}" in young
    assert 'class="tv-young' in young


def test_a_changed_chart_stands_before_and_after(built):
    _, preview = built
    html = preview.html(f"{HOME}/what-changed")
    assert html.count("<svg") >= 4
    assert "This chart changed." in preview.html(f"{HOME}/year")


def test_findings_stand_on_their_page(built):
    _, preview = built
    html = preview.html(f"{HOME}/more")
    assert "1 finding on this page; 1 stops publication" in html
    assert f"docs/{HOME}/more.md:7" in html
    assert "This page is new." in html


def test_links_of_a_preview_lead_somewhere(built):
    _, preview = built
    for path, html in pages_of(preview.site).items():
        if "what-changed" in path or path.startswith(f"{HOME}/year"):
            found = dead_links(preview.site, path.removesuffix("index.html"), html)
            assert [one.facts["cell"] for one in found if "what-changed" in str(one.facts["cell"])] == [], path
            assert "what-changed" not in path or found == []


def test_the_facts_lie_beside_the_pages(built):
    _, preview = built
    data = json.loads((preview.site / "data/changes.json").read_text(encoding="utf-8"))
    assert {one["page"]: one["state"] for one in data["pages"]}[f"{HOME}/more/"] == "new"
    assert (preview.site / "changes.md").read_text(encoding="utf-8").startswith("## What this draft changes")
    assert FIGURES not in json.dumps(data)


def test_a_public_build_after_a_preview_is_public(built):
    public, _ = built
    draft.declare(is_preview=True)  # as the build before has left it
    again = build(public.root, to="again")
    assert "tv-draft" not in "".join(pages_of(again.site).values())
