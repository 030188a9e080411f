"""A published site read from its folder, whatever stands in that folder."""

from __future__ import annotations

import pytest

from macros.publishing.preview.published_site import MOST, SiteFolder, facts
from tests.builders import REPORT
from tests.publishing.preview.sites import PLACE, figure, formal, shown, site

FIGURES = f"data/reports/{REPORT}.csv"


def test_pages_for_authors_are_not_compared(tmp_path):
    made = site(tmp_path, dict.fromkeys(["", f"{PLACE}/", "guide/x/", f"{PLACE}/ready/", "what-changed/", "search/",
                                         f"{PLACE}/what-changed/", "404.html"], formal("")))  # fmt: skip
    assert made.pages == ("", f"{PLACE}/")


def test_a_title_is_the_page_s_own(tmp_path):
    made = site(tmp_path, {"a/": formal("", "Fewer &amp; later"), "b/": "<title> </title>", "c/": "x"})
    assert [made.title(url) for url in ("a/", "b/", "c/", "d/", "")] == [
        "Fewer & later",
        "b/",
        "c/",
        "d/",
        "index.html",
    ]


def test_figures_are_read_by_what_and_where_they_are(tmp_path):
    rows = site(tmp_path, {}, [figure(), figure(source="para 7.2", value="67.4")]).rows(REPORT)
    assert rows is not None
    assert {place[-1]: facts(row)[0] for place, row in rows.items()} == {"Table 5": "67", "para 7.2": "67.4"}


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"a,b\n1,2\n", b'report,"x\n', b"indicator\n"])
def test_figures_that_are_none_are_told_apart(tmp_path, content):
    made = site(tmp_path, {})
    (tmp_path / FIGURES).write_bytes(content)
    assert made.rows(REPORT) is None


def test_a_half_written_row_is_left_out(tmp_path):
    made = site(tmp_path, {}, [figure(), figure(source="Table 6")])
    text = (tmp_path / FIGURES).read_text(encoding="utf-8")
    (tmp_path / FIGURES).write_text(text[: text.rindex(",Table 6") - 4], encoding="utf-8")
    rows = made.rows(REPORT)
    assert rows is not None
    assert [place[-1] for place in rows] == ["Table 5"]


@pytest.mark.parametrize("content", ["", "[", "{}", "null", "[" * 100_000, "nonsense"])
def test_a_damaged_list_of_figures_is_none(tmp_path, content):
    site(tmp_path, {}, (), [shown(f"{PLACE}/")])
    (tmp_path / "data/figures.json").write_text(content, encoding="utf-8")
    assert SiteFolder(tmp_path).figures is None


def test_rows_that_are_no_figures_are_left_out(tmp_path):
    made = site(tmp_path, {}, (), [shown("a/"), {"page": "b/"}, shown("c/", value=1)])  # type: ignore[arg-type]
    assert made.figures is not None
    assert [row["page"] for row in made.figures] == ["a/"]


def test_a_page_that_is_too_large_or_a_link_is_not_read(tmp_path):
    made = site(tmp_path / "site", {"a/": "x" * (MOST + 1), "b/": formal("")})
    (tmp_path / "secret.html").write_text("secret", encoding="utf-8")
    (tmp_path / "site/c").mkdir()
    (tmp_path / "site/c/index.html").symlink_to(tmp_path / "secret.html")
    assert made.page("a/") is None
    assert made.pages == ("a/", "b/")


def test_a_page_of_another_encoding_is_read_with_what_it_has(tmp_path):
    made = site(tmp_path, {"a/": formal("<p>x</p>")})
    (tmp_path / "a/index.html").write_bytes("<main><p>caf\xe9</p></main>".encode("latin-1"))
    assert "caf\ufffd" in (made.page("a/") or "")
