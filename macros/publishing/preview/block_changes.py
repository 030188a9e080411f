"""Which charts, tables and pictures of a page are new, changed or gone.

A block counts as changed when its words or its drawing differ. The release that its source line names, the size of its
download and the ids in its drawing change by themselves and do not count.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from macros.errors import excerpt
from macros.publishing.preview.main_part import ShownBlock
from macros.publishing.preview.paragraph_changes import Change

_SVG = re.compile(r"<svg\b.*?</svg\s*>", re.DOTALL | re.IGNORECASE)
_NAMES = re.compile(r'\s(?:id|href|aria-[a-z]+|clip-path)="[^"]*"|url\(#[^)]*\)')
_SENTENCE = re.compile(r"(?<=[.!?])\s")
_MOST_NAME = 100  # letters
_ALIKE = 0.4


@dataclass(frozen=True)
class BlockChange:
    """A block before and after; None where the page does not have it."""

    change: Change
    before: ShownBlock | None
    after: ShownBlock | None

    @property
    def kind(self) -> str:
        """`chart`, `table`, `picture` or `part`."""
        return self._one.kind

    @property
    def caption(self) -> str:
        """What it is called, or how its words begin."""
        return self._one.caption or excerpt(_SENTENCE.split(self._one.told)[0], _MOST_NAME)

    @property
    def _one(self) -> ShownBlock:
        one = self.after or self.before
        if one is None:
            raise ValueError("A change has a block before, or after, or both.")
        return one


def block_changes(old: Sequence[ShownBlock], new: Sequence[ShownBlock]) -> list[BlockChange]:
    """The changes, in the order of the new page; what is gone stands last."""
    partners = _partners(old, new)
    found = []
    for after in new:
        before = partners.get(id(after))
        if before is None:
            found.append(BlockChange(Change.NEW, None, after))
        elif before.told != after.told or drawn(before) != drawn(after):
            found.append(BlockChange(Change.CHANGED, before, after))
    kept = {id(before) for before in partners.values()}
    return [*found, *(BlockChange(Change.GONE, one, None) for one in old if id(one) not in kept)]


def drawn(block: ShownBlock) -> str:
    """The drawings of a block, without the ids that keep them apart."""
    return _NAMES.sub("", "".join(_SVG.findall(block.html)))


def _partners(old: Sequence[ShownBlock], new: Sequence[ShownBlock]) -> dict[int, ShownBlock]:
    """The old block of each new one: the same, else of the same download, the same name, or much alike."""
    free = list(old)
    found: dict[int, ShownBlock] = {}
    rules: tuple[Callable[[ShownBlock, ShownBlock], bool], ...] = (
        lambda one, other: one.told == other.told,
        lambda one, other: bool(one.download) and one.download == other.download,
        lambda one, other: bool(one.caption) and one.caption == other.caption,
        _alike,
    )
    for rule in rules:
        for after in new:
            if id(after) in found:
                continue
            before = next((one for one in free if one.kind == after.kind and rule(one, after)), None)
            if before is not None:
                found[id(after)] = before
                free.remove(before)
    return found


def _alike(one: ShownBlock, other: ShownBlock) -> bool:
    words, others = one.told.split()[:300], other.told.split()[:300]
    return SequenceMatcher(None, words, others, autojunk=False).ratio() >= _ALIKE
