"""Files among the pages that nothing leads to."""

from __future__ import annotations

import pytest

from macros.publishing.stray_files import stray_files
from tests.builders import assert_plain


def found(root, files, html):
    for name in files:
        for folder in ("docs", "site"):
            (root / folder / name).parent.mkdir(parents=True, exist_ok=True)
            (root / folder / name).touch()
    findings = stray_files(root, root / "site", html)
    for one in findings:
        assert_plain(one.message)
    return [one.path for one in findings]


def test_a_file_that_nothing_leads_to(tmp_path):
    assert found(tmp_path, ["reports/x/a.docx", "b.csv"], {"": "<p>"}) == ["docs/b.csv", "docs/reports/x/a.docx"]


@pytest.mark.parametrize(
    ("url", "html"),
    [
        ("reports/x/", '<a href="a%20b.png">'),
        ("reports/x/y/", '<img alt="" src="../a%20b.png?1#2">'),
        ("", '<img srcset="c.png 1x, reports/x/a%20b.png 2x">'),
        ("404.html", '<object data="reports/x/a%20b.png">'),
    ],
)
def test_a_file_that_a_page_leads_to(tmp_path, url, html):
    assert found(tmp_path, ["reports/x/a b.png"], {url: html}) == []


@pytest.mark.parametrize(
    "html", ['<a href="https://a.example/a.png">', '<a href="/a.png">', "a.png", '<a title="a.png">']
)
def test_what_leads_elsewhere_does_not_count(tmp_path, html):
    assert found(tmp_path, ["a.png"], {"": html}) == ["docs/a.png"]


def test_assets_need_no_link_unless_they_are_of_another_kind(tmp_path):
    files = ["assets/a.css", "assets/p/b.SVG", "assets/minutes.docx", "assets/raw.csv"]
    assert found(tmp_path, files, {}) == ["docs/assets/minutes.docx", "docs/assets/raw.csv"]


def test_the_guide_is_never_published(tmp_path):
    assert found(tmp_path, ["guide/pictures/a.png", "b.csv"], {}) == ["docs/b.csv"]


def test_pages_and_what_is_not_built_are_no_strays(tmp_path):
    (tmp_path / "docs/guide").mkdir(parents=True)
    (tmp_path / "docs/guide/left-out.png").touch()
    assert found(tmp_path, ["index.md"], {}) == []
