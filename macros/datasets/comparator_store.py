"""The comparators in `data/comparators/`, read where one is asked for: figures of other areas, and their neighbours.

Nothing is read of a file before it is needed, and only the newest release of each source counts.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from macros.datasets.catalogue import AREA_COLUMNS, Catalogue
from macros.datasets.csv_source import Row, Table, read_table
from macros.datasets.frozen import release_findings
from macros.datasets.observations import ObservationReader
from macros.datasets.report_settings import Settings, topic_files
from macros.datasets.yaml_source import read_settings
from macros.model.area import Area
from macros.model.finding import Finding
from macros.model.observation import Observation
from macros.model.period import calendar_day

FOLDER = "data/comparators"
AREAS, NEIGHBOURS = "areas.csv", "neighbours.csv"
NEIGHBOUR_COLUMNS = ("area", "neighbour")
NEEDED = ("source", "date", "observations", "checksums")
_Rows = dict[tuple[str, str], list[Row]]  # by indicator and area


@dataclass(frozen=True)
class ComparatorSource:
    """The newest release of one source. `title` and `publisher` say where its figures come from."""

    id: str
    day: date
    title: str
    publisher: str
    folder: str
    files: tuple[str, ...]


@dataclass
class Comparators:
    """What is held of other areas. Empty where the project has no comparators: then nothing is ever read."""

    root: Path
    catalogue: Catalogue
    sources: tuple[ComparatorSource, ...] = ()
    _files: dict[str, tuple[ObservationReader, _Rows]] = field(default_factory=dict, repr=False)

    def observations(self, indicator: str, areas: Collection[str]) -> list[Observation]:
        """The figures of an indicator for some areas, in the order of the release."""
        topic = self.catalogue.indicator(indicator).topic
        found = []
        for source in self.sources:
            name = f"{topic}.csv"
            if name in source.files:
                reader, rows = self._read(f"{source.folder}/{name}")
                for area in areas:
                    made = (reader.observation(row) for row in rows.get((indicator, area), ()))
                    found += [replace(one, source=_told(source, one)) for one in made if one is not None]
        return found

    def source_of(self, observation: Observation) -> ComparatorSource | None:
        """The source an observation comes from; None for one of a report."""
        return next((one for one in self.sources if observation.path.startswith(f"{one.folder}/")), None)

    @cached_property
    def neighbours(self) -> dict[str, tuple[str, ...]]:
        """The councils that a source says are like a council, by its id."""
        found: dict[str, list[str]] = {}
        for source in self.sources:
            path = f"{source.folder}/{NEIGHBOURS}"
            if (self.root / path).is_file():
                for row in read_table(self.root, path, NEIGHBOUR_COLUMNS).rows:
                    found.setdefault(row["area"], []).append(row["neighbour"])
        return {area: tuple(dict.fromkeys(listed)) for area, listed in found.items()}

    def _read(self, path: str) -> tuple[ObservationReader, _Rows]:
        """The rows of a file by indicator and area; a sealed file has been looked through when it was made."""
        if path not in self._files:
            rows: _Rows = {}
            with (self.root / path).open(encoding="utf-8", newline="") as file:
                reader = csv.DictReader(file)
                for cells in reader:
                    rows.setdefault((cells["indicator"], cells["area"]), []).append(Row(reader.line_num, cells))
            columns = tuple(reader.fieldnames or ())
            self._files[path] = ObservationReader(Table(path, columns, (), ()), self.catalogue), rows
        return self._files[path]


def _told(source: ComparatorSource, one: Observation) -> str:
    """Who published a figure, and in which table: a reader finds it again by that."""
    return f"{source.publisher}, {one.source}" if source.publisher else one.source


def open_comparators(root: Path, catalogue: Catalogue) -> tuple[Comparators, Catalogue, list[Finding]]:
    """The comparators of a project, the catalogue with the areas they bring, and what is wrong with them.

    A release that changed since it was sealed is not used.
    """
    findings: list[Finding] = []
    sources = []
    areas: dict[str, Area] = {}
    for folder in sorted(path for path in (root / FOLDER).glob("*") if path.is_dir()):
        source, wrong = _newest(root, folder)
        findings += wrong
        if source is not None:
            sources.append(source)
            areas |= {area.id: area for area in _areas(root, source)}
    known = replace(catalogue, areas={**areas, **catalogue.areas}) if areas else catalogue
    return Comparators(root, known, tuple(sources)), known, findings


def _newest(root: Path, folder: Path) -> tuple[ComparatorSource | None, list[Finding]]:
    days = sorted(day for path in folder.iterdir() if path.is_dir() and (day := calendar_day(path.name)))
    if not days:
        return None, []
    place = f"{FOLDER}/{folder.name}/{days[-1].isoformat()}"
    path = f"{place}/release.yml"
    loaded, findings = read_settings(root, path, NEEDED)
    if findings:
        return None, findings
    settings = Settings(path, loaded)
    settings.equal("source", folder.name, f"It must be the folder's name, {folder.name}.")
    origin = settings.group("origin", "title: Children looked after in England")
    title, publisher = origin.text("title"), origin.text("publisher")
    files = tuple(topic_files(settings))
    findings = [*settings.findings, *release_findings(root, place, settings)]
    source = ComparatorSource(folder.name, days[-1], title, publisher, place, files)
    return (None, findings) if findings else (source, [])


def _areas(root: Path, source: ComparatorSource) -> Iterator[Area]:
    path = f"{source.folder}/{AREAS}"
    if (root / path).is_file():
        for row in read_table(root, path, AREA_COLUMNS).rows:
            yield Area(**{column: row[column] for column in AREA_COLUMNS})
