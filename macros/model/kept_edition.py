"""An edition as it was published, kept when a newer release took its place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class KeptEdition:
    """One row of a report's `editions.csv`: the edition with the release of `release`, in `path` below the project.

    `sha256` is empty for an edition that is lost; `why` then says how it came to that. `row` is its line.
    """

    report: str
    release: date
    sha256: str
    why: str
    row: int

    @property
    def path(self) -> str:
        """Its archive."""
        return f"data/reports/{self.report}/editions/{self.release.isoformat()}.zip"

    @property
    def address(self) -> str:
        """Where it stands in the site."""
        return f"editions/{self.report}/{self.release.isoformat()}/"
