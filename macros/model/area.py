"""An area: a council, a region or a nation that figures are about."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Area:
    """One row of `data/catalogue/areas.csv`; `code` is the ONS code, dates are ISO or blank."""

    id: str
    name: str
    short_name: str
    kind: str
    code: str
    start: str
    end: str
    region: str
