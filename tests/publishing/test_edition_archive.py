"""An edition as one file, and what is refused of a file that is none."""

from __future__ import annotations

import io
import json
import zipfile
from hashlib import sha256

import pytest

from macros.errors import BadRequest
from macros.publishing import edition_archive
from macros.publishing.edition_archive import RECORD, pack, release_in, unpack
from macros.publishing.manifest import read_manifest, write_manifest
from tests.builders import assert_plain

FILES = {
    "index.html": "front",
    "reports/x/index.html": '<link href="../../assets/a.css"><a href="../../indicators/i/"><a href="../../feed.xml">'
    '<a href="../../data/all.csv">',
    "reports/x/young-people/index.html": '<script src="../../../assets/y.js"></script>',
    "reports/x-2/index.html": "another report",
    "assets/a.css": "@font-face{src:url(f.woff2)}",
    "assets/f.woff2": "font",
    "assets/y.js": "script",
    "assets/unused.css": "",
    "data/reports/x.csv": "report,release,indicator\nx,2026-11-21,a\n",
    "data/reports/x/t.csv": "table",
    "data/reports/x-2.csv": "another report",
    "data/all.csv": "all",
    "feed.xml": "feed",
    "indicators/i/index.html": "a page of others",
}


@pytest.fixture
def site(tmp_path):
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    write_manifest(tmp_path, "c" * 40, "https://reports.example/", "2026-11-28")
    return tmp_path


def packed(site):
    return pack(site, read_manifest(site), "x", "2026-11-21")


def test_it_holds_the_reports_pages_and_all_that_they_show(site):
    assert set(unpack(packed(site), "it").files) == {
        "reports/x/index.html", "reports/x/young-people/index.html", "assets/a.css", "assets/f.woff2", "assets/y.js",
        "data/reports/x.csv", "data/reports/x/t.csv", "data/all.csv",
    }  # fmt: skip


def test_its_record_says_where_it_comes_from(site):
    archive = unpack(packed(site), "it")
    assert {name: archive.record[name] for name in ("report", "release", "built", "commit", "address")} == {
        "report": "x", "release": "2026-11-21", "built": "2026-11-28", "commit": "c" * 40,
        "address": "https://reports.example/",
    }  # fmt: skip
    assert len(archive.pages) == 2


def test_the_same_site_gives_the_same_bytes(site, tmp_path):
    once = packed(site)
    for path in site.rglob("*.html"):
        path.touch()
    assert packed(site) == once


@pytest.mark.parametrize(
    ("text", "release"),
    [("report,release\nx,2026-11-21,\n", "2026-11-21"), ("report,release\n", ""), ("", ""), ("\x00\xff", "")],
)
def test_the_release_that_a_site_shows(site, text, release):
    (site / "data/reports/x.csv").write_bytes(text.encode("latin-1"))
    assert release_in(site, "x") == release


def test_a_site_without_the_report_shows_none(site):
    assert release_in(site, "y") == ""


def _zip(files, record=True):
    out = io.BytesIO()
    listed = {path: sha256(data).hexdigest() for path, data in files.items()}
    with zipfile.ZipFile(out, "w") as made:
        for path, data in files.items():
            made.writestr(path, data)
        if record:
            made.writestr(RECORD, json.dumps({"files": listed}))
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"", b"PK\x03\x04", b"nonsense" * 100,
        _zip({"a.html": b"a"}, record=False),
        _zip({"../a.html": b"a"}),
        _zip({"/etc/a": b"a"}),
        _zip({"a/../../b": b"a"}),
        _zip({"a//b": b"a"}),
        _zip({"a\\b": b"a"}),
    ],
    ids=range(9),
)  # fmt: skip
def test_what_is_no_archive_is_refused_in_words(data):
    with pytest.raises(BadRequest) as refused:
        unpack(data, "editions/a.zip")
    assert_plain(str(refused.value))


def test_another_file_than_its_record_says_is_refused(site):
    with zipfile.ZipFile(io.BytesIO(packed(site))) as made:
        files = {entry: made.read(entry) for entry in made.namelist()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for path, data in files.items():
            made.writestr(path, data + b" " if path.endswith("x.csv") else data)
    with pytest.raises(BadRequest, match="other files than its record says"):
        unpack(out.getvalue(), "it")


def test_a_file_that_unpacks_without_end_is_refused(monkeypatch):
    monkeypatch.setattr(edition_archive, "MOST", 10)
    with pytest.raises(BadRequest, match="too large"):
        unpack(_zip({"a.html": b"a" * 100}), "it")
