"""The store of blocks: what is put in comes out; a damaged file is as good as none."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from macros.model.provenance import Provenance
from macros.publishing import blocks
from macros.render.block import Block

FIGURE = Provenance("formal", "r", "2026-11-21", "i", "york", "2016-17", "", "67", "Table 5", "67%")
BLOCK = Block("<p>“é” & <b>x</b></p>", (FIGURE,), "data/x.csv", "a,b\n1,2\n")


def path_of(root, name):
    return root / blocks.FOLDER / f"{name}.json"


@pytest.fixture(autouse=True)
def _nothing_remembered():
    blocks._held.clear()


def test_a_block_comes_back(tmp_path):
    assert blocks.get(tmp_path, blocks.put(tmp_path, BLOCK)) == BLOCK


def test_what_is_held_in_memory_is_what_a_reader_of_the_file_gets(tmp_path):
    block = Block(Markup('<p data-block="%BLOCK%">x</p>'), csv=Markup("a"))
    held = blocks.get(tmp_path, blocks.put(tmp_path, block))
    blocks._held.clear()
    read = blocks.get(tmp_path, block.id)
    assert held
    assert read
    assert held.at("..") == read.at("..") == f'<p data-block="{block.id}">x</p>'


def test_no_more_blocks_are_held_than_there_is_room_for(tmp_path, monkeypatch):
    monkeypatch.setattr(blocks, "MOST_HELD", 3)
    names = [blocks.put(tmp_path, Block(f"<p>{number}</p>")) for number in range(5)]
    assert [name for _, name in blocks._held] == names[2:]
    assert blocks.get(tmp_path, names[0]) == Block("<p>0</p>")


def test_a_block_whose_file_is_gone_is_written_again_though_memory_holds_it(tmp_path):
    """As between two projects that one engine builds in one place."""
    block = blocks.put(tmp_path, BLOCK)
    blocks.remember(tmp_path, "asked", block)
    path_of(tmp_path, block).unlink()
    assert blocks.recall(tmp_path, "asked") is None
    assert blocks.put(tmp_path, BLOCK) == block
    assert path_of(tmp_path, block).is_file()
    assert blocks.recall(tmp_path, "asked") == block


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
    blocks._held.clear()
    assert blocks.get(tmp_path, block) is None


@pytest.mark.parametrize("name", DAMAGE)
def test_putting_a_block_mends_its_damaged_file(tmp_path, name):
    block = blocks.put(tmp_path, BLOCK)
    path_of(tmp_path, block).write_bytes(DAMAGE[name])
    blocks._held.clear()
    blocks.put(tmp_path, BLOCK)
    assert blocks.get(tmp_path, block) == BLOCK


def test_a_folder_in_place_of_the_file(tmp_path):
    path_of(tmp_path, BLOCK.id).mkdir(parents=True)
    assert blocks.get(tmp_path, BLOCK.id) is None
