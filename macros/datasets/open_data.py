"""Published open data of a whole nation, shared out: the figures of each council, each region and the nation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.datasets.catalogue import Catalogue
from macros.datasets.comparator_mapping import MappedStatistic, read_comparator_mapping
from macros.datasets.published_figures import Cells, read_figures
from macros.datasets.published_files import read_published
from macros.errors import BadRequest, UnknownName, nearest
from macros.model.area import Area
from macros.model.period import Period

Topics = Mapping[str, Sequence[Cells]]  # rows by topic, in the columns of a release


@dataclass(frozen=True)
class OpenData:
    """`areas` by id, those of the catalogue included; `rows` by area, then by topic; `notes`: what the reader said.

    `mapping` says of each figure which published column it is.
    """

    catalogue: Catalogue
    areas: Mapping[str, Area]
    rows: Mapping[str, Topics]
    mapping: Sequence[MappedStatistic]
    notes: tuple[str, ...] = ()

    @property
    def councils(self) -> list[Area]:
        """Every council with figures, by its name; those that ended are among them."""
        return sorted((self.areas[one] for one in self.rows if self.areas[one].kind == "council"), key=_by_name)

    @property
    def nation(self) -> Area:
        """The nation the figures are of."""
        return next(area for area in self.areas.values() if area.kind == "nation")

    def figures(self, area: str) -> list[Cells]:
        """All rows of an area."""
        return [row for rows in self.rows.get(area, {}).values() for row in rows]

    def last_year(self, area: str) -> Period:
        """The latest year in which an area has a number; the latest of its years where it has none."""
        rows = self.figures(area)
        return max(Period.parse(row["period"]) for row in [row for row in rows if row["value"]] or rows)

    def ended(self, area: str) -> str:
        """The day a council ended, blank for one that goes on: a code that ended (a boundary moved) ends no council."""
        last = self.last_year(area)
        return last.end.isoformat() if last < self.last_year(self.nation.id) else ""

    def began(self, area: str) -> str:
        """The day a council began within the years of the files; blank for one that was there before."""
        return self.areas[area].start if area not in self.catalogue.areas else ""


def read_open_data(root: Path, catalogue: Catalogue, paths: Iterable[Path]) -> OpenData:
    """Read the published files of a nation, each once. Raises BadRequest with a sentence for what cannot be used."""
    mapping = read_comparator_mapping(root, catalogue)
    listed = list(dict.fromkeys(paths))
    names = [path.name for path in listed]
    if twice := [name for name in names if names.count(name) > 1]:
        raise BadRequest(f"Two of the files are called '{twice[0]}'.", "Name each file once.")
    found = read_figures([read_published(path) for path in listed], mapping, catalogue)
    rows: dict[str, dict[str, list[Cells]]] = {}
    for topic, held in found.rows.items():
        for row in held:
            rows.setdefault(row["area"], {}).setdefault(topic, []).append(row)
    areas = {**found.areas.made, **catalogue.areas}
    if not any(areas[one].kind == "council" for one in rows):
        raise BadRequest("The files hold no council.", "Name the files whose names begin with 'la_' as well.")
    strange = [f"'{cell}', {count} times, is no number and was taken for [x]" for cell, count in found.strange.items()]
    return OpenData(catalogue, areas, rows, mapping, tuple(strange))


def chosen(data: OpenData, names: Sequence[str]) -> list[Area]:
    """The councils of some ids, names or codes, in the data's order; all for no name. Raises UnknownName."""
    if not names:
        return data.councils
    known = {
        text.casefold(): area.id for area in data.councils for text in (area.id, area.name, area.short_name, area.code)
    }
    for name in names:
        if name.strip().casefold() not in known:
            close = ", ".join(dict.fromkeys(known[one] for one in nearest(name.strip().casefold(), known)))
            hint = f"The nearest are: {close}." if close else ""
            raise UnknownName(f"The files have no council called '{name.strip()}'.", hint)
    asked = {known[name.strip().casefold()] for name in names}
    return [area for area in data.councils if area.id in asked]


def _by_name(area: Area) -> str:
    return area.name.casefold()
