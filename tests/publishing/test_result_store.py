"""Results kept by what they were made from: whole or not there, and looked at before they are used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.publishing.result_store import ENTRIES, OBJECTS, ResultStore, input_key, stands_already, write_site

SITE = {"index.html": b"one", "assets/a.css": b"two", "again.css": b"two"}
KEY = "a" * 64


@pytest.fixture
def store(tmp_path: Path) -> ResultStore:
    made = ResultStore(tmp_path)
    made.put(KEY, SITE)
    return made


def test_what_was_put_comes_back_and_equal_files_are_kept_once(store):
    assert store.files(KEY) == SITE
    assert store.files("b" * 64) is None
    assert sum(path.is_file() for path in (store.folder / OBJECTS).rglob("*")) == 2


@pytest.mark.parametrize("spoil", [b"", b"tw", b"changed by someone"])
def test_a_spoiled_object_counts_as_not_there_and_the_next_build_mends_it(store, spoil):
    for path in (store.folder / OBJECTS).rglob("*"):
        if path.is_file() and path.read_bytes() == b"two":
            path.write_bytes(spoil)
    assert store.files(KEY) is None
    store.put(KEY, SITE)
    assert store.files(KEY) == SITE


def test_an_object_spoiled_under_another_entry_is_written_anew(store):
    for path in (store.folder / OBJECTS).rglob("*"):
        if path.is_file():
            path.write_bytes(b"half")
    store.put("c" * 64, SITE)
    assert store.files("c" * 64) == SITE


@pytest.mark.parametrize("cut", [0, 10, 64, 65, 90])
def test_half_an_entry_counts_as_not_there(store, cut):
    entry = store.folder / ENTRIES / f"{KEY}.json"
    entry.write_bytes(entry.read_bytes()[:cut])
    assert store.files(KEY) is None


def test_an_entry_that_someone_changed_counts_as_not_there(store):
    entry = store.folder / ENTRIES / f"{KEY}.json"
    checksum, told = entry.read_bytes().split(b"\n", 1)
    names = json.loads(told)
    names["index.html"] = names["assets/a.css"]
    entry.write_bytes(checksum + b"\n" + json.dumps(names, indent=0).encode())
    assert store.files(KEY) is None


def test_a_path_that_leads_out_is_never_written(tmp_path):
    for path in ("../a", "/a", "a/../../b", "", "a\\b"):
        with pytest.raises(ValueError, match="leads out"):
            write_site({path: b"x"}, tmp_path / "site")
    store = ResultStore(tmp_path / "kept")
    store.put(KEY, {"../outside": b"x"})
    assert store.files(KEY) is None


def test_a_full_disk_leaves_no_half(tmp_path, monkeypatch):
    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    store = ResultStore(tmp_path)
    monkeypatch.setattr("macros.datasets.whole_file.os.replace", full)
    with pytest.raises(OSError, match="No space"):
        store.put(KEY, SITE)
    monkeypatch.undo()
    assert store.files(KEY) is None
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_whether_a_site_stands(tmp_path):
    write_site(SITE, tmp_path / "site")
    assert stands_already(SITE, tmp_path / "site")
    (tmp_path / "site/more.html").write_bytes(b"")
    assert not stands_already(SITE, tmp_path / "site")
    assert not stands_already(SITE, tmp_path / "nothing")


@given(st.dictionaries(st.text(min_size=1, max_size=5), st.binary(max_size=5), max_size=4), st.text(max_size=5))
def test_the_key_changes_with_every_part(files, other):
    key = input_key(files, other)
    assert key == input_key(dict(reversed(files.items())), other)
    assert key != input_key(files, other + "x")
    assert key != input_key(files, other, "")
    assert key != input_key({**files, "another file": b""}, other)
    for path in files:
        assert key != input_key({**files, path: files[path] + b"x"}, other)
