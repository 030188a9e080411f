"""The comment: what it says of a preview, and that a hostile preview cannot say more."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from marko.ext.gfm import gfm

from macros.publishing.pull_requests.comment import comment_text, refused_text, removed_text

ADDRESS = "https://council.github.io/two-voices/previews/pr-7/"
FINDING = {
    "check": "sums",
    "severity": "stops",
    "path": "data/x.csv",
    "line": 4,
    "message": "The total is 9, not 8.",
    "help": "",
}
FIGURE = {"said": "Reviews on time: was 91%, now 89%", "why": "The district's late return", "indicator": "x"}
PAGE = {"page": "reports/york-2013/", "title": "York 2013", "state": "changed"}


def site(folder: Path, findings: object = (), **changes: object) -> Path:
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data/findings.json").write_text(json.dumps(findings), encoding="utf-8")
    told = {"compared": True, "pages": [], "figures": []} | changes
    (folder / "data/changes.json").write_text(json.dumps(told), encoding="utf-8")
    return folder


def test_it_has_the_link_the_findings_the_figures_and_the_pages(tmp_path: Path) -> None:
    warns = FINDING | {"severity": "warns", "line": 0}
    text = comment_text(site(tmp_path, [FINDING, warns], figures=[FIGURE], pages=[PAGE]), ADDRESS, "c0ffee" * 6)
    assert f"[**Open the preview**]({ADDRESS}), made of c0ffeec0ff." in text
    made = gfm(text)
    assert "<strong>Checks:</strong> 1 finding stops the public build; 1 to look at." in made
    assert "<td>data/x.csv:⁠4</td>" in made
    assert "<td>The total is 9, not 8.</td>" in made
    assert "<td>Reviews on time:⁠ was 91%⁠, now 89%⁠</td>".replace("⁠", "") in made.replace("⁠", "")
    assert f'<a href="{ADDRESS}reports/york-2013/">York 2013</a>' in made
    assert "1 changed." in made


def test_a_quiet_preview_says_so(tmp_path: Path) -> None:
    text = comment_text(site(tmp_path), ADDRESS, "c0ffee")
    assert "**Checks:** nothing was found.\n\n**Figures:** none changed.\n\n**Pages:** none changed." in text
    assert "scripts are left out" in comment_text(tmp_path, ADDRESS, "c0ffee", passive=True)
    assert "nothing to compare with" in comment_text(site(tmp_path, compared=False), ADDRESS, "c0ffee")


@pytest.mark.parametrize(
    "content", ["", "[", "null", "7", '"x"', "[1, null, []]", "{}", '[{"severity": "stops"}]', "[" * 5000, "\udcff"]
)
def test_lists_that_are_none_are_left_out(tmp_path: Path, content: str) -> None:
    (tmp_path / "data").mkdir()
    for name in ("findings", "changes"):
        (tmp_path / f"data/{name}.json").write_bytes(content.encode("utf-8", "surrogateescape"))
    assert f"[**Open the preview**]({ADDRESS})" in comment_text(tmp_path, ADDRESS, "c0ffee")


def test_no_lists_at_all(tmp_path: Path) -> None:
    assert "Open the preview" in comment_text(tmp_path, ADDRESS, "c0ffee")


HOSTILE = [
    "</td></table><script>alert(1)</script>", "[x](https://evil.example)", "![x](https://evil.example/p.png)",
    "a | b\n\n# c", "</details>", "`|`", "@octocat", "https://evil.example", "<!-- two-voices: preview -->",
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_in_their_cells(tmp_path: Path, words: str) -> None:
    finding = dict.fromkeys(FINDING, words) | {"severity": "stops"}
    page = {"page": words, "title": words, "state": words}
    figure = dict.fromkeys(FIGURE, words)
    text = comment_text(site(tmp_path, [finding], figures=[figure], pages=[page]), ADDRESS, "c0ffee")
    assert len(re.findall("<details>|</details>", text)) == 6
    made = gfm(text)
    assert re.findall(r'(?:href|src)="([^"]*)"', made) == [ADDRESS]
    assert made.count("<table>") == 3
    assert made.count("<tr>") == 6
    assert "<script" not in made
    assert not re.search(r"@\w", made)


@pytest.mark.parametrize(
    "url", ["../pr-8/", "//evil.example/", "https://evil.example/", "a/../../x/", "javascript:x", "A b/", "x)y/"]
)
def test_a_page_elsewhere_is_no_link(tmp_path: Path, url: str) -> None:
    text = comment_text(site(tmp_path, pages=[PAGE | {"page": url}]), ADDRESS, "c0ffee")
    assert re.findall(r'href="([^"]*)"', gfm(text)) == [ADDRESS]


def test_a_page_that_is_gone_is_no_link(tmp_path: Path) -> None:
    text = comment_text(site(tmp_path, pages=[PAGE | {"state": "gone"}]), ADDRESS, "c0ffee")
    assert f"{ADDRESS}reports" not in text


def test_long_lists_are_cut_and_a_comment_never_outgrows_the_host(tmp_path: Path) -> None:
    text = comment_text(site(tmp_path, [FINDING] * 100), ADDRESS, "c0ffee")
    assert "… and 60 more, in the preview." in text
    long = {"check": "@" * 400, "path": "@" * 400, "message": "@" * 400, "severity": "stops"}
    text = comment_text(site(tmp_path, [long] * 50), ADDRESS, "c0ffee")
    assert len(text) < 61_000
    assert "too long for a comment" in text


def test_the_other_texts() -> None:
    assert "its preview was removed" in removed_text()
    assert "refused. holds \\<b\\>\n" in refused_text("holds <b>", "c0ffee")
