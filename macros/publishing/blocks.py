"""The store of blocks on disk: a macro puts a block in, the page takes it out by its id.

On disk, because an engine may reuse a page that another process rendered; named by content, so
that nothing in it can be stale.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path

from macros.datasets.whole_file import keep_whole
from macros.model.provenance import Provenance
from macros.render.block import Block

FOLDER = ".cache/two-voices/blocks"
ASKED = ".cache/two-voices/asked"  # which block answered a request


def put(root: Path, block: Block) -> str:
    """Keep a block; its id."""
    if get(root, block.id) is None:
        keep_whole(_path(root, block.id), json.dumps(asdict(block)).encode())
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
    return block if get(root, block) else None


def get(root: Path, block: str) -> Block | None:
    """The block of an id, or None when it is not kept (or its file is damaged)."""
    try:
        return _read(root, block)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


@lru_cache(maxsize=4096)
def _read(root: Path, block: str) -> Block:
    kept = json.loads(_path(root, block).read_text(encoding="utf-8"))
    figures = tuple(Provenance(**figure) for figure in kept.pop("figures"))
    found = Block(**kept, figures=figures)
    if found.id != block:
        raise ValueError(f"The cached block {block} is damaged.")
    return found


def _path(root: Path, block: str) -> Path:
    return root / FOLDER / f"{block}.json"
