"""A share of the councils for one of several machines: `3/8` is the third of eight, the same on each of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from macros.errors import BadRequest

T = TypeVar("T")
_PART = re.compile(r"(\d{1,4})/(\d{1,4})", re.ASCII)


def share(things: Sequence[T], part: str) -> list[T]:
    """The things of a part, all of them where none is asked for. Raises BadRequest for what is no part."""
    if not part:
        return list(things)
    found = _PART.fullmatch(part.strip())
    number, of = (int(found[1]), int(found[2])) if found else (0, 0)
    if not 1 <= number <= of:
        raise BadRequest(f"'{part}' is no part.", "Write 1/8 to 8/8 for the first to the last of eight parts.")
    return list(things[number - 1 :: of])
