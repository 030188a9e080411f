"""A published site, then a changed draft of it: what a reader of the preview meets, and that none of it is public."""

from __future__ import annotations

import json
import re

import pytest
from lxml import html as lxml_html

from macros.pages import draft
from macros.publishing.dead_links import dead_links, files_of
from tests.builders import FIGURES, build, write_site
from tests.publishing.preview.changed_site import HOME, PAGES, WHY, public_and_preview

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
    return public_and_preview(tmp_path_factory.mktemp("preview"))


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
            found = dead_links(files_of(preview.site), path.removesuffix("index.html"), html)
            assert [one.facts["cell"] for one in found if "what-changed" in str(one.facts["cell"])] == [], path
            assert "what-changed" not in path or found == []


def test_the_facts_lie_beside_the_pages(built):
    _, preview = built
    data = json.loads((preview.site / "data/changes.json").read_text(encoding="utf-8"))
    assert {one["page"]: one["state"] for one in data["pages"]}[f"{HOME}/more/"] == "new"
    assert (preview.site / "changes.md").read_text(encoding="utf-8").startswith("## What this draft changes")
    assert FIGURES not in json.dumps(data)


def test_a_draft_in_which_nothing_changed_has_no_change(tmp_path):
    """Banner, findings, the comment kit and all else that only a draft has are no changes."""
    root = write_site(tmp_path, PAGES)
    assert build(root).code == 0
    data = json.loads(
        (build(root, "mkdocs.preview.yml", "preview").site / "data/changes.json").read_text(encoding="utf-8")
    )
    assert (data["pages"], data["figures"], data["whole"]) == ([], [], True)


def test_a_public_build_after_a_preview_is_public(built):
    public, _ = built
    draft.declare(is_preview=True)  # as the build before has left it
    again = build(public.root, to="again")
    assert "tv-draft" not in "".join(pages_of(again.site).values())


def test_its_settings_are_the_public_site_s_but_for_a_few(root, monkeypatch):
    from mkdocs.config import load_config

    monkeypatch.setenv("TWO_VOICES_SITE_URL", "https://reports.example.gov.uk/")
    public, preview = (load_config(str(root / name)) for name in ("mkdocs.yml", "mkdocs.preview.yml"))
    plain = (name for name, value in public.items() if isinstance(value, str | bool | list | None))
    differ = {name for name in plain if public[name] != preview[name]}
    assert differ == {"config_file_path", "site_url", "site_dir", "strict"}
    assert list(preview.plugins) == list(public.plugins)
    assert (preview.site_url, preview.strict, preview.extra["preview"]) == ("", False, True)
    assert preview.site_dir == str(root / "preview")
