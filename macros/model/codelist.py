"""A code list: the categories of one dimension (a breakdown), in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.errors import unknown
from macros.model.indicator import Polarity

TOTAL = "total"  # the code of a printed total in any list


@dataclass(frozen=True)
class Code:
    """One category: its code, what the formal and the young people's edition call it, its place.

    `polarity` says whether many of this category are good, where that differs from the indicator.
    """

    code: str
    label: str
    plain_label: str
    order: int
    polarity: Polarity | None = None


@dataclass(frozen=True)
class Codelist:
    """The categories of the dimension `dimension`."""

    dimension: str
    codes: tuple[Code, ...]

    def __iter__(self) -> Iterator[Code]:
        return iter(sorted(self.codes, key=lambda code: code.order))

    def __contains__(self, code: object) -> bool:
        return any(known.code == code for known in self.codes)

    def __getitem__(self, code: str) -> Code:
        """The category of this code. Raises UnknownName with the nearest ones."""
        for known in self.codes:
            if known.code == code:
                return known
        place = f"data/catalogue/codes/{self.dimension}.csv"
        raise unknown(f"{self.dimension} code", code, (known.code for known in self.codes), place)
