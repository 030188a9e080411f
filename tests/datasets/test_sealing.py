"""Sealing a release and correcting it: nothing of the author's is lost, nothing half done stands."""

from __future__ import annotations

import shutil
from datetime import date
from hashlib import sha256

import pytest
import yaml

from macros.datasets.sealing import correct, seal
from macros.datasets.store import open_store
from macros.errors import BadRequest
from tests.builders import (
    FIGURES,
    FOLDER,
    RELEASE,
    REPORT,
    REPORT_FOLDER,
    assert_plain,
    release_settings,
    settings,
    write_project,
)  # fmt: skip
from tests.datasets.findings import listed

RELEASE_YML, REPORT_YML = f"{FOLDER}/release.yml", f"{REPORT_FOLDER}/report.yml"
LATER = date(2026, 12, 1)
NEXT = f"{REPORT_FOLDER}/2026-12-01"
WORDS = f"# made by hand\n{release_settings()}# the end"  # no line end: a file typed by hand
HOSTILE = [
    '"', "'", "a: b", "a # b", "- a", "x: {y: [z", "{{ 7 * 7 }}", "<script>alert(1)</script>", "=1+1 is a formula",
    "*alias &anchor !!python/object:x", "back\\slash \\n \\u0041", "100% — “quoted” £5", "checksums: x",
    "a reason   with\nlines\tand\u00a0spaces", "yes", "é ü 中文",
]  # fmt: skip


def project(root, text: str | bytes = WORDS, **changes):
    return write_project(root, {RELEASE_YML: text, **changes})


def sealed(root):
    project(root)
    seal(root, open_store(root).report(REPORT))
    return root


def corrected(root, reason: str = "A slip.", day: date = LATER) -> str:
    store = open_store(root)
    return correct(store, store.report(REPORT), reason, day)


# ---------------------------------------------------------------- sealing


def test_a_seal_holds_checksums_and_rows_below_the_authors_words(tmp_path):
    sealed(tmp_path)
    text = (tmp_path / RELEASE_YML).read_text(encoding="utf-8")
    assert text.startswith(f"{WORDS}\n# Sealed")
    kept = yaml.safe_load(text)
    files = sorted((tmp_path / FOLDER).glob("*.csv"))
    assert kept["checksums"] == {path.name: sha256(path.read_bytes()).hexdigest() for path in files}
    assert kept["rows"] == {"figures.csv": 20, "known_issues.csv": 2, "recommendations.csv": 1, "work_plan.csv": 1}
    assert listed(open_store(tmp_path)) == []


@pytest.mark.parametrize("name", ["figures.csv", "known_issues.csv", "work_plan.csv", "recommendations.csv"])
def test_a_changed_byte_of_any_file_is_found(tmp_path, name):
    path = sealed(tmp_path) / FOLDER / name
    data = path.read_bytes()
    path.write_bytes(data[:-2] + bytes([data[-2] ^ 1]) + data[-1:])
    assert ("release-changed", f"{FOLDER}/{name}", 0) in listed(open_store(tmp_path))


@pytest.mark.parametrize(
    ("old", "new"), [("First release.", "Another reason."), ("# made", "# Made"), ("[figures.csv]", "[]")]
)
def test_a_changed_word_above_the_seal_is_found(tmp_path, old, new):
    path = sealed(tmp_path) / RELEASE_YML
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    store = open_store(tmp_path)
    assert ("release-changed", RELEASE_YML, 0) in listed(store)
    assert any("above `checksums:`" in finding.message for finding in store.findings)


def test_a_file_with_windows_line_ends_can_be_sealed(tmp_path):
    project(tmp_path, WORDS.replace("\n", "\r\n").encode())
    seal(tmp_path, open_store(tmp_path).report(REPORT))
    assert listed(open_store(tmp_path)) == []


def test_a_file_with_an_odd_name_can_be_sealed(tmp_path):
    project(tmp_path)
    (tmp_path / FOLDER / "a: b, #c.csv").write_text("x\n1\n", encoding="utf-8")
    seal(tmp_path, open_store(tmp_path).report(REPORT))
    assert listed(open_store(tmp_path)) == []


@pytest.mark.parametrize("half", ["checksums:\n", "checksums: {}\n", "rows: 5\n", "text_checksum: x\n"])
def test_a_half_written_seal_is_refused(tmp_path, half):
    project(tmp_path, release_settings() + half)
    with pytest.raises(BadRequest, match="already") as refused:
        seal(tmp_path, open_store(tmp_path).report(REPORT))
    assert_plain(str(refused.value))
    assert (tmp_path / RELEASE_YML).read_text(encoding="utf-8") == release_settings() + half


@pytest.mark.parametrize("text", ["{" + release_settings().replace("\n", ", ") + "}", release_settings() + "...\n"])
def test_a_form_that_cannot_take_a_seal_is_refused(tmp_path, text):
    project(tmp_path, text)
    with pytest.raises(BadRequest, match="cannot be changed safely"):
        seal(tmp_path, open_store(tmp_path).report(REPORT))
    assert (tmp_path / RELEASE_YML).read_text(encoding="utf-8") == text


def test_stopped_while_sealing_the_old_file_stands(tmp_path, monkeypatch):
    project(tmp_path)
    before = {path: path.read_bytes() for path in (tmp_path / FOLDER).iterdir()}

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.replace", stop)
    with pytest.raises(KeyboardInterrupt):
        seal(tmp_path, open_store(tmp_path).report(REPORT))
    assert {path: path.read_bytes() for path in (tmp_path / FOLDER).iterdir()} == before


# ---------------------------------------------------------------- correcting


def test_a_correction_is_a_copy_with_its_reason(tmp_path):
    sealed(tmp_path)
    old = {path.name: path.read_bytes() for path in (tmp_path / FOLDER).iterdir()}
    assert corrected(tmp_path) == NEXT
    new = {path.name: path.read_bytes() for path in (tmp_path / NEXT).iterdir()}
    assert {path.name: path.read_bytes() for path in (tmp_path / FOLDER).iterdir()} == old
    assert {name: data for name, data in new.items() if name != "release.yml"} == {
        name: data for name, data in old.items() if name != "release.yml"
    }
    written = yaml.safe_load(new["release.yml"])
    assert written == yaml.safe_load(WORDS) | {"why": "A slip.", "date": LATER, "supersedes": date(2026, 11, 21)}
    assert b"# made by hand" in new["release.yml"]
    assert b"Sealed" not in new["release.yml"]
    assert (tmp_path / REPORT_YML).read_text(encoding="utf-8") == settings(release="2026-12-01")
    store = open_store(tmp_path)
    assert listed(store) == []
    assert [release.date for release in store.earlier[REPORT]] == [date(2026, 11, 21)]


@pytest.mark.parametrize("reason", HOSTILE)
def test_a_hostile_reason_is_a_text_like_any_other(tmp_path, reason):
    sealed(tmp_path)
    if not any(letter.isalpha() for letter in reason):
        with pytest.raises(BadRequest, match="needs a reason"):
            corrected(tmp_path, reason)
        return
    corrected(tmp_path, reason)
    store = open_store(tmp_path)
    assert listed(store) == []
    assert store.release(REPORT).why == " ".join(reason.split())


@pytest.mark.parametrize(
    "reason", ["", "  ", ".", "\n", "123", "a\x00b", "a\x1b[2Jb", "a\u202eb", "\ud800x", "x" * 1001, "a\u200bb"]
)
def test_a_reason_that_says_nothing_or_hides_something_is_refused(tmp_path, reason):
    sealed(tmp_path)
    before = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*"))
    with pytest.raises(BadRequest) as refused:
        corrected(tmp_path, reason)
    assert_plain(str(refused.value).encode("utf-8", "replace").decode())
    assert sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*")) == before


def test_an_unsealed_release_is_changed_where_it_is(tmp_path):
    project(tmp_path)
    with pytest.raises(BadRequest, match="not sealed"):
        corrected(tmp_path)


def test_a_release_that_was_changed_is_no_beginning(tmp_path):
    path = sealed(tmp_path) / FIGURES
    path.write_bytes(path.read_bytes().replace(b"75", b"76", 1))
    with pytest.raises(BadRequest, match="its bytes changed"):
        corrected(tmp_path)


@pytest.mark.parametrize(
    ("day", "why"), [(date(2026, 11, 21), "already"), (date(2026, 11, 20), "older than the one it corrects")]
)
def test_a_day_that_cannot_be_is_refused(tmp_path, day, why):
    with pytest.raises(BadRequest, match=why) as refused:
        corrected(sealed(tmp_path), day=day)
    assert_plain(str(refused.value))


def test_stopped_while_correcting_the_old_release_is_in_force(tmp_path, monkeypatch):
    sealed(tmp_path)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("shutil.copyfile", stop)
    with pytest.raises(KeyboardInterrupt):
        corrected(tmp_path)
    assert sorted(path.name for path in (tmp_path / REPORT_FOLDER).iterdir()) == [RELEASE, "report.yml"]
    assert open_store(tmp_path).report(REPORT).release == date(2026, 11, 21)


def test_a_second_correction_follows_the_first(tmp_path):
    corrected(sealed(tmp_path))
    seal(tmp_path, open_store(tmp_path).report(REPORT))
    corrected(tmp_path, "Another slip.", date(2026, 12, 24))
    written = yaml.safe_load((tmp_path / REPORT_FOLDER / "2026-12-24/release.yml").read_text(encoding="utf-8"))
    assert (written["supersedes"], written["why"]) == (LATER, "Another slip.")
    assert (tmp_path / REPORT_FOLDER / "2026-12-24/release.yml").read_text(encoding="utf-8").count("Sealed") == 0
    assert len(open_store(tmp_path).earlier[REPORT]) == 2


def test_an_old_release_is_frozen_too(tmp_path):
    corrected(sealed(tmp_path))
    path = tmp_path / FIGURES
    path.write_bytes(path.read_bytes().replace(b"75", b"76", 1))
    assert listed(open_store(tmp_path)) == [("release-changed", FIGURES, 0)]


def test_an_old_release_that_is_gone_is_found(tmp_path):
    corrected(sealed(tmp_path))
    shutil.rmtree(tmp_path / FOLDER)
    assert listed(open_store(tmp_path)) == [("bad-setting", f"{NEXT}/release.yml", 0)]
