"""Pages as authors write them: front matter with their folders', the line their text begins on, bad input."""

from __future__ import annotations

import pytest

from macros.datasets.page_source import page_signature, read_pages
from tests.builders import assert_plain


def pages(root, **texts: str | bytes):
    for name, text in texts.items():
        path = root / "docs" / name.replace("__", "/").replace("_md", ".md").replace("_yml", ".yml").replace("dot", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_pages(root)


def test_a_page_has_its_own_settings_before_its_folders(tmp_path):
    found, wrong = pages(
        tmp_path,
        reports__dotmeta_yml="edition: formal\nreport: a\n",
        reports__x__dotmeta_yml="report: b\n",
        reports__x__one_md="---\nedition: young-people\n---\nText\n",
    )
    assert not wrong
    assert found[0].path == "docs/reports/x/one.md"
    assert found[0].meta == {"edition": "young-people", "report": "b"}


@pytest.mark.parametrize(
    ("text", "line", "body"),
    [
        ("Text\n", 1, "Text\n"),
        ("---\na: b\n---\nText\n", 4, "Text\n"),
        ("---\n---\nText\n", 3, "Text\n"),
        ("---\na: b\n...\nText", 4, "Text"),
        ("---\r\na: b\r\n---\r\nText\r\n", 4, "Text\n"),
        ("\ufeff---\na: b\n---\nText\n", 4, "Text\n"),
        ("---\nnever closed\n", 1, "---\nnever closed\n"),
        ("", 1, ""),
    ],
)
def test_where_the_text_begins(tmp_path, text, line, body):
    (page,), wrong = pages(tmp_path, one_md=text)
    assert (page.body_line, page.body.replace("\r\n", "\n"), wrong) == (line, body, [])


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        ("---\na: [b\n---\nText\n", "bad-yaml", None),
        ("---\n- a\n---\nText\n", "bad-yaml", 1),
        ("---\nword\n---\nText\n", "bad-yaml", 1),
        ("---\n\tx: y\n---\nText\n", "bad-yaml", 2),
        ("---\ndate: 2016-13-45\n---\nText\n", "bad-yaml", None),
        ("---\nx: !!python/object/apply:os.system ['true']\n---\n", "bad-yaml", 2),
        ("a\nb\ncafé\n".encode("latin-1"), "not-utf8", 3),
    ],
)
def test_bad_front_matter_is_found(tmp_path, text, kind, line):
    _, wrong = pages(tmp_path, one_md=text)
    assert [(one.kind.id, one.path) for one in wrong] == [(kind, "docs/one.md")]
    assert line in (None, wrong[0].line)
    assert_plain(wrong[0].message)


def test_a_bad_folder_file_is_found_once_not_for_each_page(tmp_path):
    _, wrong = pages(tmp_path, x__dotmeta_yml="- a\n", x__one_md="A\n", x__two_md="B\n")
    assert [one.path for one in wrong] == ["docs/x/.meta.yml"]


def test_a_folder_file_that_is_not_utf8_is_found(tmp_path):
    _, wrong = pages(tmp_path, x__dotmeta_yml="a: café\n".encode("latin-1"), x__one_md="A\n")
    assert [one.path for one in wrong] == ["docs/x/.meta.yml"]


def test_an_alias_is_found_on_its_line(tmp_path):
    _, wrong = pages(tmp_path, one_md="---\na: &x [1]\nb: *x\n---\nText\n")
    assert [(one.kind.id, one.path, one.line) for one in wrong] == [("aliases", "docs/one.md", 3)]
    assert_plain(wrong[0].message)


def test_an_error_of_a_folder_file_is_on_its_line(tmp_path):
    _, wrong = pages(tmp_path, x__dotmeta_yml="a: b\nc: [d\n\te: f\n", x__one_md="A\n")
    assert [(one.path, one.line) for one in wrong] == [("docs/x/.meta.yml", 3)]


def test_a_page_that_is_a_link_to_nothing(tmp_path):
    """Editors leave such links while a page is open."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/.#one.md").symlink_to("nobody@nowhere")
    assert read_pages(tmp_path) == ([], [])
    assert page_signature(tmp_path) == ()


def test_a_folder_named_like_a_page(tmp_path):
    (tmp_path / "docs/odd.md").mkdir(parents=True)
    found, _ = read_pages(tmp_path)
    assert found == []
