"""The marker that ties a number on a page to its observation: written by render, read after the build."""

from __future__ import annotations

from dataclasses import dataclass, fields

_SEPARATOR = "~"  # has no meaning in Markdown, so that a marker may stand in any text, also in a table


@dataclass(frozen=True)
class Provenance:
    """One figure on a page, as `data/figures.json` tells it; `shown` is the text the reader sees."""

    edition: str
    report: str
    release: str
    indicator: str
    area: str
    period: str
    breakdown: str
    value: str
    source: str
    shown: str = ""

    @property
    def marker(self) -> str:
        """The text of a `data-figure` attribute: every field but `shown`, which is the element's text."""
        return _SEPARATOR.join(getattr(self, name).replace(_SEPARATOR, "-") for name in _NAMES)

    @classmethod
    def parse(cls, marker: str, shown: str) -> Provenance:
        """The provenance a marker holds. Raises ValueError for a text that is none."""
        parts = marker.split(_SEPARATOR)
        if len(parts) != len(_NAMES):
            raise ValueError(f"'{marker}' does not mark a figure.")
        return cls(**dict(zip(_NAMES, parts, strict=True)), shown=shown)


_NAMES = tuple(field.name for field in fields(Provenance) if field.name != "shown")
