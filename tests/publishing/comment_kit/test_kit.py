"""The comment kit on pages: on every draft page in both voices, on no other, and nothing of it in public."""

from __future__ import annotations

import re

import pytest

from macros.model.personal_details import Detail
from macros.pages.draft import DRAFT
from macros.publishing.comment_kit.kit import SCRIPT, SHEET_STYLE, STYLE
from macros.publishing.preview.main_part import read_main_part
from macros.publishing.preview.published_site import SiteFolder
from tests.builders import REPORT, build, page, settings, write_site
from tests.datasets.test_comments import FOLDER, files

HERE = f"reports/{REPORT}"
YML = f"data/reports/{REPORT}/report.yml"
BODY = '# On time\n\n{{ figure("on_time_pct") }}.\n\n## Late\n\nText.\n\n## Plans for <em>us</em>\n\nText.\n'
PAGES = {
    "index.md": page("# Summary\n\nText.\n", other_voice=f"{HERE}/young-people/index.md"),
    "timeliness.md": page(BODY, other_voice=f"{HERE}/young-people/on-time.md"),
    "young-people/index.md": page("# Start\n\nText.\n", other_voice=f"{HERE}/index.md"),
    "young-people/on-time.md": page(f"{BODY}\n{{{{ who_to_talk_to() }}}}\n", other_voice=f"{HERE}/timeliness.md"),
}
KIT = re.compile(
    r'<div class="tv-say" data-say="([^"]*)" data-say-title="([^"]*)" data-say-draft="([0-9a-f]{8})"></div>'
)
EVERYWHERE = ("index", "timeliness", "young-people/index", "young-people/on-time")
MARKER = "Planted made-up words of nobody"


def drafted(root, monkeypatch, **changes):
    monkeypatch.setenv(DRAFT, "1")
    made = build(write_site(root, PAGES, {YML: settings(**({"status": "draft"} | changes))}))
    assert made.code == 0, made.warnings
    return made


def html(made, name):
    return made.html(f"{HERE}/" if name == "index" else f"{HERE}/{name.removesuffix('index')}".rstrip("/") + "/")


def test_every_section_of_both_voices_has_its_kit(tmp_path, monkeypatch):
    made = drafted(tmp_path, monkeypatch)
    for name in ("timeliness", "young-people/on-time"):
        found = KIT.findall(html(made, name))
        assert [(section, title) for section, title, _ in found] == [("late", "Late"), ("plans-for-us", "Plans for us")]
        assert len({draft for _, _, draft in found}) == 2
    for name in ("index", "young-people/index"):
        assert [found[:2] for found in KIT.findall(html(made, name))] == [("", "")]
    for name in EVERYWHERE:
        text = html(made, name)
        assert text.count("data-say-report=") == text.count("<template") == text.count(SCRIPT) == text.count(STYLE) == 1
        assert "data-tv-say=" not in text


def test_the_kit_could_not_send_anything(tmp_path, monkeypatch):
    text = html(drafted(tmp_path, monkeypatch), "young-people/on-time")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy
    assert "connect-src 'none'" in policy[1]
    assert "form-action 'none'" in policy[1]
    assert "unsafe-inline" not in policy[1]


def test_without_a_script_the_page_leads_to_paper(tmp_path, monkeypatch):
    made = drafted(tmp_path, monkeypatch)
    for name, sheet in (
        ("timeliness", "../../../reports/york-2016-17/comment-sheet/"),
        ("young-people/on-time", "../../../../reports/york-2016-17/young-people/comment-sheet/"),
    ):
        text = html(made, name)
        assert f'<a href="{sheet}">Print the paper sheet</a>' in text
        for part in re.findall(r"<[^>]*data-say-script[^>]*>", text):
            assert " hidden" in part  # what only a script can do is not promised


def test_a_published_report_takes_no_comments_even_in_a_draft(tmp_path, monkeypatch):
    made = drafted(tmp_path, monkeypatch, status="published")
    for name in EVERYWHERE:
        assert "tv-say" not in html(made, name)
    assert not (made.site / HERE / "comment-sheet").exists()
    assert not (made.site / HERE / "say-what-you-think").exists()


@pytest.mark.parametrize(("status", "is_open"), [("published", "true"), ("draft", "false")])
def test_a_council_decides_otherwise(tmp_path, monkeypatch, status, is_open):
    made = drafted(tmp_path, monkeypatch, status=status, comments=f"{{open: {is_open}}}")
    for name in EVERYWHERE:
        assert ("tv-say" in html(made, name)) is (is_open == "true")


def test_a_preview_does_not_take_the_kit_for_a_change(tmp_path, monkeypatch):
    made = drafted(tmp_path / "draft", monkeypatch)
    monkeypatch.delenv(DRAFT)
    public = build(write_site(tmp_path / "public", PAGES))
    assert public.code == 0, public.warnings
    for name in ("index", "young-people/on-time"):
        before, after = read_main_part(html(public, name)), read_main_part(html(made, name))
        assert before
        assert after
        assert [one.text for one in after.paragraphs] == [one.text for one in before.paragraphs]
    ours = {url for url in SiteFolder(made.site).pages if "say-what" in url or "comment-sheet" in url}
    assert ours == set()


def test_a_page_of_no_report_has_no_kit(tmp_path, monkeypatch):
    made = drafted(tmp_path, monkeypatch)
    for name in ("", "about/privacy/", f"{HERE}/ready/"):
        assert "tv-say" not in (made.site / name / "index.html").read_text(encoding="utf-8")


def test_nothing_of_the_kit_or_of_words_is_in_the_public_build(tmp_path):
    changes = files() | {f"{FOLDER}/words.csv": f"id,text\na1,{MARKER}\n"}
    pages = {**PAGES, "said.md": page("# Said\n\n{{ you_said_we_did() }}\n", other_voice=f"{HERE}/index.md")}
    made = build(write_site(tmp_path, pages, changes))
    assert made.code == 0, made.warnings
    planted = [
        MARKER,
        "tv-say",
        "data-say",
        "say-what-you-think",
        "comment-sheet",
        "words.csv",
        SCRIPT,
        STYLE,
        SHEET_STYLE,
    ]
    for path in made.site.rglob("*"):
        name = path.relative_to(made.site).as_posix()
        content = path.read_bytes() if path.is_file() else b""
        assert [one for one in planted if one in name or one.encode() in content] == [], name


@pytest.mark.parametrize("name", ["timeliness", "young-people/on-time"])
def test_every_word_the_script_says_is_given_to_it(tmp_path, monkeypatch, name):
    made = drafted(tmp_path, monkeypatch)
    script = (made.site / "assets" / SCRIPT).read_text(encoding="utf-8")
    asked = {found[0].lower() + found[1:] for found in re.findall(r"\bset\.say(\w+)", script)}
    text = html(made, name)
    given = {
        re.sub(r"-(\w)", lambda found: found[1].upper(), one) for one in re.findall(r' data-say-([a-z-]+)="', text)
    }
    assert asked - given == set()
    assert {one.name.lower() for one in Detail} <= given


def test_the_kit_is_light():
    import gzip

    from macros.publishing.comment_kit.kit import HERE as FOLDER_OF_KIT

    sizes = {name: len(gzip.compress((FOLDER_OF_KIT / name).read_bytes())) for name in (SCRIPT, STYLE)}
    assert sum(sizes.values()) < 6_000, sizes
