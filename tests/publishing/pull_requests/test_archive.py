"""A preview from elsewhere: what is no site is refused, and nothing of it is left."""

from __future__ import annotations

import random
import zipfile
from pathlib import Path

import pytest

from macros.publishing.pull_requests.archive import Limits, RefusedPreview, unpack
from tests.publishing.pull_requests.zips import PAGE, packed

SITE = {"index.html": PAGE, "reports/york-2013/index.html": PAGE, "assets/icon.svg": b"<svg/>", "404.html": PAGE}


LIMITS = Limits()


def refused(tmp_path: Path, archive: Path, limits: Limits = LIMITS) -> str:
    with pytest.raises(RefusedPreview) as why:
        unpack(archive, tmp_path / "out", limits)
    return str(why.value)


@pytest.mark.parametrize(
    "name",
    [
        "../index.html", "a/../../index.html", "/etc/x.html", "a//b.html", "./a.html", "C:/a.html", "..\\a.html",
        "a\\b.html", ".git/config.txt", ".htaccess", "a/.git/hooks.txt",
        "a\x00.html", "a\n.html", "café.html", "-x.html",
        "a b.html", "x" * 220 + ".html", "/".join("abcdefghijklmn") + ".html", "hosting/../../x.conf",
    ],
)  # fmt: skip
def test_a_path_that_leaves_the_folder_or_hides_is_refused(tmp_path: Path, name: str) -> None:
    why = refused(tmp_path, packed(tmp_path / "a.zip", {**SITE, name: PAGE}))
    assert "a path in a site has plain names" in why
    assert "\n" not in why
    assert not (tmp_path / "out").exists()  # looked at before anything is written


def test_a_symbolic_link_is_refused(tmp_path: Path) -> None:
    archive = packed(tmp_path / "a.zip", SITE, links={"data.html": "/etc/passwd"})
    assert "'data.html': it is a link or a device" in refused(tmp_path, archive)


@pytest.mark.parametrize("name", ["run.sh", "page.php", "x.htm", "x.xhtml", "x.wasm", "x.exe", "CNAME", "web.config"])
def test_a_type_that_no_site_holds_is_refused(tmp_path: Path, name: str) -> None:
    assert "no file of this type" in refused(tmp_path, packed(tmp_path / "a.zip", {**SITE, name: b"x"}))


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    archive = packed(tmp_path / "a.zip", {**SITE, "INDEX.html": b"another"})
    assert "two files of the same name" in refused(tmp_path, archive)


def test_more_than_the_limits_is_refused(tmp_path: Path) -> None:
    archive = packed(tmp_path / "a.zip", {**SITE, "big.txt": b"0" * 3_000_000})
    assert archive.stat().st_size < 10_000  # a small file that would fill a disk
    assert "larger than 2,000,000 bytes, unpacked" in refused(tmp_path, archive, Limits(unpacked=2_000_000))
    assert "larger than 500 bytes, packed" in refused(tmp_path, archive, Limits(packed=500))
    assert "more than 3 files" in refused(tmp_path, archive, Limits(files=3))


def test_what_is_no_zip_file_is_refused(tmp_path: Path) -> None:
    good = packed(tmp_path / "good.zip", SITE).read_bytes()
    chance = random.Random(7)
    for number in range(60):  # cut off, or with bytes changed
        cut = bytearray(good[: chance.randrange(len(good))] if number % 2 else good)
        for _ in range(1 + number % 5):
            if cut:
                cut[chance.randrange(len(cut))] ^= 1 << chance.randrange(8)
        archive, out = tmp_path / f"{number}.zip", tmp_path / f"out-{number}"
        archive.write_bytes(cut)
        try:
            paths = unpack(archive, out)
        except RefusedPreview:
            continue
        assert {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()} == set(paths)


def test_an_encrypted_file_is_refused(tmp_path: Path) -> None:
    archive = packed(tmp_path / "a.zip", SITE)
    content = bytearray(archive.read_bytes())
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1
    archive.write_bytes(content)
    assert "encrypted" in refused(tmp_path, archive)


def test_no_front_page_is_no_site(tmp_path: Path) -> None:
    assert "no index.html" in refused(tmp_path, packed(tmp_path / "a.zip", {"a/index.html": PAGE}))


def test_a_site_is_unpacked_without_the_rules_for_servers(tmp_path: Path) -> None:
    rules = {"_headers": b"/*\n  X: y", "hosting/nginx.conf": b"x", "hosting/web.config": b"x"}
    with zipfile.ZipFile(packed(tmp_path / "a.zip", {**SITE, **rules}), "a") as more:
        more.writestr("empty/", "")
    paths = unpack(tmp_path / "a.zip", tmp_path / "out")
    assert paths == list(SITE)
    assert (tmp_path / "out/reports/york-2013/index.html").read_bytes() == PAGE
    assert not (tmp_path / "out/hosting").exists()
