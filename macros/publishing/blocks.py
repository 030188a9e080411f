"""The store of blocks on disk: a macro puts a block in, the page takes it out by its id.

On disk, because an engine may reuse a page that another process rendered; named by content, so
that nothing in it can be stale.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from macros.datasets.whole_file import keep_whole
from macros.model.provenance import Provenance
from macros.render.block import Block

FOLDER = ".cache/two-voices/blocks"
MOST_HELD = 4096  # blocks in memory
_held: dict[tuple[Path, str], Block] = {}  # the one put in first is dropped first
ASKED = ".cache/two-voices/asked"  # which block answered a request


def put(root: Path, block: Block) -> str:
    """Keep a block; its id."""
    if not _is_kept(root, block.id):
        keep_whole(_path(root, block.id), json.dumps(_told(block)).encode())
        _hold(root, replace(block, html=str(block.html), csv=str(block.csv)))  # as it comes back: text, not markup
    return block.id


def remember(root: Path, asked: str, block: str) -> None:
    """Keep which block answered a request."""
    keep_whole(root / ASKED / asked, block.encode())


def recall(root: Path, asked: str) -> str | None:
    """The id of the block that answered a request before, if it still is there."""
    try:
        block = (root / ASKED / asked).read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return None
    return block if _is_kept(root, block) else None


def _is_kept(root: Path, block: str) -> bool:
    """Whether a block is on disk, too: its memory may outlive the folder, as one engine builds project after project in
    one place, and what is dropped from memory is read from there."""
    return get(root, block) is not None and _path(root, block).is_file()


def get(root: Path, block: str) -> Block | None:
    """The block of an id, or None when it is not kept (or its file is damaged)."""
    held = _held.get((root, block))
    if held is not None:
        return held
    try:
        found = _read(root, block)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    _hold(root, found)
    return found


def _hold(root: Path, block: Block) -> None:
    """Keep a block in memory, too; a macro, its page and its list ask for it one after the other."""
    _held[root, block.id] = block
    if len(_held) > MOST_HELD:
        _held.pop(next(iter(_held)), None)


def _told(block: Block) -> dict[str, object]:
    figures = [vars(figure) for figure in block.figures]
    return {"html": block.html, "figures": figures, "download": block.download, "csv": block.csv}


def _read(root: Path, block: str) -> Block:
    kept = json.loads(_path(root, block).read_text(encoding="utf-8"))
    figures = tuple(Provenance(**figure) for figure in kept.pop("figures"))
    found = Block(**kept, figures=figures)
    if found.id != block:
        raise ValueError(f"The cached block {block} is damaged.")
    return found


def _path(root: Path, block: str) -> Path:
    return root / FOLDER / f"{block}.json"
