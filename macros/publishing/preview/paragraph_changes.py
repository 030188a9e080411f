"""Which paragraphs of a page are new, changed, moved or gone: two lists of texts, compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

MOST = 500  # paragraphs of a page; our longest has 217. Comparing them one by one takes the square of their number
_ALIKE = 0.45  # share of words that two paragraphs have in common to be one that was changed
_MOVED = 3  # words: shorter ones (“Back”, “Yes”) stand in many places without having moved


class Change(StrEnum):
    """What happened to a paragraph."""

    NEW = "new"
    CHANGED = "changed"
    MOVED = "moved"
    GONE = "gone"


@dataclass(frozen=True)
class ParagraphChange:
    """`before` and `after` are places in the old and the new list. Of one that is gone, `after` is the place in the new
    list before which it stood; of one that is new, `before` is None."""

    change: Change
    before: int | None
    after: int


def paragraph_changes(old: Sequence[str], new: Sequence[str]) -> list[ParagraphChange] | None:
    """The changes in the order of the new list; None where there are too many paragraphs to compare."""
    if len(old) > MOST or len(new) > MOST:
        return None
    found: list[ParagraphChange] = []
    for word, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if word != "equal":
            found += _replaced(old, new, range(first, last), range(start, end))
    return _with_moves(old, new, found)


def _replaced(old: Sequence[str], new: Sequence[str], gone: range, come: range) -> list[ParagraphChange]:
    """Pair what stands in the place of each other where it is alike; all else is gone or new."""
    found: list[ParagraphChange] = []
    next_old = gone.start
    words = {one: Counter(old[one].lower().split()) for one in gone}
    for after in come:
        others = Counter(new[after].lower().split())
        partner = next((one for one in range(next_old, gone.stop) if _alike(words[one], others)), None)
        if partner is None:
            found.append(ParagraphChange(Change.NEW, None, after))
            continue
        found += [ParagraphChange(Change.GONE, one, after) for one in range(next_old, partner)]
        found.append(ParagraphChange(Change.CHANGED, partner, after))
        next_old = partner + 1
    return [*found, *(ParagraphChange(Change.GONE, one, come.stop) for one in range(next_old, gone.stop))]


def _alike(words: Counter[str], others: Counter[str]) -> bool:
    total = words.total() + others.total()
    return total > 0 and 2 * (words & others).total() / total >= _ALIKE


def _with_moves(old: Sequence[str], new: Sequence[str], found: list[ParagraphChange]) -> list[ParagraphChange]:
    """A paragraph that is gone in one place and new in another, word for word, has moved."""
    gone: dict[str, list[int]] = {}
    for one in found:
        if one.change is Change.GONE and one.before is not None and len(old[one.before].split()) >= _MOVED:
            gone.setdefault(old[one.before], []).append(one.before)
    moved: dict[int, int] = {}  # from the old place to the new one
    for one in found:
        if one.change is Change.NEW and gone.get(new[one.after]):
            moved[gone[new[one.after]].pop(0)] = one.after
    places = {after: before for before, after in moved.items()}
    kept = []
    for one in found:
        if one.change is Change.NEW and one.after in places:
            kept.append(ParagraphChange(Change.MOVED, places[one.after], one.after))
        elif not (one.change is Change.GONE and one.before in moved):
            kept.append(one)
    return kept
