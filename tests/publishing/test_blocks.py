"""The store of blocks: what is put in comes out; a damaged file is as good as none."""

from __future__ import annotations

import pytest

from macros.model.provenance import Provenance
from macros.publishing import blocks
from macros.render.block import Block

FIGURE = Provenance("formal", "r", "2026-11-21", "i", "york", "2016-17", "", "67", "Table 5", "67%")
BLOCK = Block("<p>“é” & <b>x</b></p>", (FIGURE,), "data/x.csv", "a,b\n1,2\n")


def path_of(root, name):
    return root / blocks.FOLDER / f"{name}.json"


@pytest.fixture(autouse=True)
def _nothing_remembered():
    blocks._read.cache_clear()


def test_a_block_comes_back(tmp_path):
    assert blocks.get(tmp_path, blocks.put(tmp_path, BLOCK)) == BLOCK


def test_putting_it_twice_writes_it_once(tmp_path):
    name = blocks.put(tmp_path, BLOCK)
    before = path_of(tmp_path, name).stat().st_mtime_ns
    assert blocks.put(tmp_path, BLOCK) == name
    assert path_of(tmp_path, name).stat().st_mtime_ns == before
    assert [path.suffix for path in (tmp_path / blocks.FOLDER).iterdir()] == [".json"]


def test_a_block_nobody_put_in(tmp_path):
    assert blocks.get(tmp_path, "0123456789") is None


DAMAGE = {
    "empty": b"",
    "cut": b'{"html": "<p>',
    "not-utf8": b"\xff\xfe",
    "a-list": b"[]",
    "null": b"null",
    "a-field-too-few": b'{"html": "x"}',
    "a-field-too-many": b'{"html": "x", "figures": [], "download": "", "csv": "", "more": 1}',
    "figures-of-another-shape": b'{"html": "x", "figures": [1], "download": "", "csv": ""}',
    "other-content": b'{"html": "<script>x</script>", "figures": [], "download": "", "csv": ""}',
    "a-number-for-html": b'{"html": 1, "figures": [], "download": "", "csv": ""}',
    "deep": b"[" * 100_000,
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_file_is_as_good_as_none(tmp_path, name):
    block = blocks.put(tmp_path, BLOCK)
    path_of(tmp_path, block).write_bytes(DAMAGE[name])
    assert blocks.get(tmp_path, block) is None


@pytest.mark.parametrize("name", DAMAGE)
def test_putting_a_block_mends_its_damaged_file(tmp_path, name):
    block = blocks.put(tmp_path, BLOCK)
    path_of(tmp_path, block).write_bytes(DAMAGE[name])
    blocks.put(tmp_path, BLOCK)
    assert blocks.get(tmp_path, block) == BLOCK


def test_a_folder_in_place_of_the_file(tmp_path):
    path_of(tmp_path, BLOCK.id).mkdir(parents=True)
    assert blocks.get(tmp_path, BLOCK.id) is None
