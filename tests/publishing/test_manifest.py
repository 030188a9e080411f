"""The manifest: every file of a site with its checksum, and what a folder has otherwise."""

from __future__ import annotations

import json
import os
from hashlib import sha256
from pathlib import Path

import pytest

from macros.publishing import manifest
from tests.builders import assert_plain


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("index.html", "b/index.html", "a.csv", "_headers"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{name}\n", encoding="utf-8", newline="\n")
    manifest.write_manifest(tmp_path, "c" * 40, "https://reports.example/", "2026-11-28")
    return tmp_path


def test_what_it_says(site: Path) -> None:
    told = json.loads((site / manifest.FILE).read_text(encoding="utf-8"))
    assert told["commit"] == "c" * 40
    assert (told["address"], told["day"]) == ("https://reports.example/", "2026-11-28")
    assert list(told["files"]) == ["_headers", "a.csv", "b/index.html", "index.html"]
    assert told["files"]["a.csv"] == {"sha256": sha256(b"a.csv\n").hexdigest(), "bytes": 6}


def test_what_is_written_is_read(site: Path) -> None:
    read = manifest.read_manifest(site)
    assert (read.commit, read.address, read.day) == ("c" * 40, "https://reports.example/", "2026-11-28")
    assert read.files == manifest.entries(site)
    assert not manifest.differences(read.files, manifest.entries(site))


def test_what_is_not_known_is_null(site: Path) -> None:
    manifest.write_manifest(site, "", "", "2026-11-28")
    told = json.loads((site / manifest.FILE).read_text(encoding="utf-8"))
    assert (told["commit"], told["address"]) == (None, None)


def test_each_difference_is_named(site: Path) -> None:
    wanted = manifest.read_manifest(site).files
    (site / "index.html").write_text("index.htmX\n", encoding="utf-8", newline="\n")  # as long as before
    (site / "a.csv").unlink()
    (site / "new.txt").touch()
    found = manifest.differences(wanted, manifest.entries(site))
    assert (found.changed, found.missing, found.extra) == (("index.html",), ("a.csv",), ("new.txt",))
    assert found


def test_a_link_is_a_difference(site: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    wanted = manifest.read_manifest(site).files
    (site / "uploads").symlink_to(tmp_path_factory.mktemp("elsewhere"), target_is_directory=True)
    (site / "gone").symlink_to(site / "nothing")
    assert manifest.differences(wanted, manifest.entries(site)).extra == ("gone", "uploads")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_name_that_is_no_text_can_be_written_down(site: Path) -> None:
    (site / os.fsdecode(b"caf\xe9.html")).touch()
    manifest.renew_manifest(site)
    assert "caf\\xe9.html" in manifest.read_manifest(site).files


def test_a_step_after_the_build_renews_it(site: Path) -> None:
    (site / "report.pdf").touch()
    manifest.renew_manifest(site)
    read = manifest.read_manifest(site)
    assert "report.pdf" in read.files
    assert read.commit == "c" * 40


GOOD = {"sha256": "a" * 64, "bytes": 1}


@pytest.mark.parametrize(
    "text",
    [
        "", "nonsense", "[]", '{"files": []}', "[" * 100_000,
        *(
            json.dumps({"files": {path: GOOD}})
            for path in ("", "/etc/passwd", "../secret", "a/../../b")
        ),
        *(
            json.dumps({"files": {"a": entry}})
            for entry in ("a" * 64, {"sha256": "A" * 64, "bytes": 1}, {"sha256": "a" * 64}, {"sha256": 1, "bytes": 1})
        ),
    ],
)  # fmt: skip
def test_a_broken_manifest_is_refused_in_words(site: Path, text: str) -> None:
    (site / manifest.FILE).write_text(text, encoding="utf-8")
    with pytest.raises(manifest.BadManifest) as refused:
        manifest.read_manifest(site)
    assert_plain(str(refused.value))


def test_none_is_said(tmp_path: Path) -> None:
    with pytest.raises(manifest.BadManifest, match=r"There is no data/manifest\.json"):
        manifest.read_manifest(tmp_path)
