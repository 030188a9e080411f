"""A fork's preview: it shows what it shows, and does nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.publishing.pull_requests.archive import RefusedPreview, unpack
from macros.publishing.pull_requests.passive import FIRST, make_passive

SVG = 'xmlns="http://www.w3.org/2000/svg"'


@pytest.mark.parametrize(
    "content",
    [
        f"<svg {SVG}><script>alert(1)</script></svg>",
        f'<svg {SVG} onload="alert(1)"/>',
        f'<svg {SVG}><a href="javascript:alert(1)"><text>x</text></a></svg>',
        f'<svg {SVG}><use href="data:image/svg+xml,x"/></svg>',
        f'<svg {SVG}><foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject></svg>',
        '<html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>',
        f'<?xml-stylesheet href="x.xsl" type="text/xsl"?><svg {SVG}/>',
        f'<!DOCTYPE svg [<!ENTITY x "y">]><svg {SVG}>&x;</svg>',
        f"<svg {SVG}>",
        "not xml",
    ],
)
def test_a_picture_that_could_act_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "icon.svg").write_text(content, encoding="utf-8")
    with pytest.raises(RefusedPreview, match=r"holds 'icon\.svg'"):
        make_passive(tmp_path)


@pytest.mark.parametrize("name", ["sitemap.xml", "feed.atom"])
def test_a_list_that_is_a_page_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text('<html xmlns="http://www.w3.org/1999/xhtml"><script/></html>', encoding="utf-8")
    with pytest.raises(RefusedPreview, match="a list with <html>"):
        make_passive(tmp_path)


def test_the_projects_own_pictures_and_lists_stay(tmp_path: Path, root: Path) -> None:
    for path in (root / "docs/assets").rglob("*.svg"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "sitemap.xml").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url/></urlset>',
        encoding="utf-8",
    )
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    make_passive(tmp_path)
    assert len(before) > 10
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_scripts_are_left_out_and_pages_are_told_first(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text("<script>alert(1)</script>", encoding="utf-8")
    (tmp_path / "a/app.js").write_text("alert(1)", encoding="utf-8")
    make_passive(tmp_path)
    assert (tmp_path / "a/index.html").read_bytes() == FIRST + b"<script>alert(1)</script>"
    assert not (tmp_path / "a/app.js").exists()


def test_the_five_reports_pass_as_a_forks_preview(built_site: Path, tmp_path: Path) -> None:
    archive = shutil.make_archive(str(tmp_path / "preview"), "zip", built_site)
    paths = unpack(Path(archive), tmp_path / "out")
    make_passive(tmp_path / "out")
    left = {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    assert set(paths) - left == {path for path in paths if path.endswith((".js", ".map"))}
    assert len(left) > 700
