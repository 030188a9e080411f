"""What the site of a council says of each open figure, in both voices: `data/sections/open-data/`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from macros.datasets.csv_source import read_table
from macros.datasets.published_figures import Cells
from macros.errors import BadRequest
from macros.model.finding import Severity
from macros.model.period import Period

FOLDER = "data/sections/open-data"
PATH = f"{FOLDER}/measures.csv"


@dataclass(frozen=True)
class Measure:
    """One row: the figure, the page and heading it has in each edition, and how its picture's sentence ends (`says`).

    Without a `young_page` it is told in the formal edition alone.
    """

    indicator: str
    breakdown: str
    page: str
    heading: str
    young_page: str
    young_heading: str
    says: str

    @property
    def options(self) -> str:
        """The category as a macro is asked for it: `, need="total"`; nothing for the total."""
        pairs = (part.split("=", 1) for part in self.breakdown.split(";") if part)
        return "".join(f', {name}="{code}"' for name, code in pairs if code != "total")


COLUMNS = tuple(field.name for field in fields(Measure))


def read_measures(root: Path) -> list[Measure]:
    """The measures in the order of their pages. Raises BadRequest with the row for anything that is wrong."""
    table = read_table(root, PATH, COLUMNS, (), ("breakdown",))
    if wrong := [one for one in table.findings if one.severity is Severity.STOPS]:
        raise BadRequest(f"{wrong[0].place}: {wrong[0].message}", "")
    return [Measure(**{name: row[name] for name in COLUMNS}) for row in table.rows]


def read_templates(root: Path) -> dict[str, str]:
    """The pages that all councils share, by their name; [[council]] and [[report]] stand in them for its own."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted((root / FOLDER).glob("*.md"))}


@dataclass(frozen=True)
class Held:
    """What an area has of a measure: its rows by period, the latest period with a row, and the one before."""

    measure: Measure
    rows: Mapping[str, Cells]

    @property
    def last(self) -> Cells:
        """The row of the latest period."""
        return self.rows[max(self.rows, key=Period.parse)]

    @property
    def before(self) -> Cells | None:
        """The row of the year before the latest one, if it has a number."""
        row = self.rows.get(Period.parse(self.last["period"]).previous.text)
        return row if row and row["value"] else None

    @property
    def has_numbers(self) -> bool:
        """Whether any year has a number."""
        return any(row["value"] for row in self.rows.values())


def held(measure: Measure, figures: Iterable[Cells]) -> Held | None:
    """What some figures of one area hold of a measure; None for nothing."""
    pairs = dict(part.split("=", 1) for part in measure.breakdown.split(";") if part)
    rows = {
        row["period"]: row
        for row in figures
        if row["indicator"] == measure.indicator and all(row.get(name) == code for name, code in pairs.items())
    }
    return Held(measure, rows) if rows else None
