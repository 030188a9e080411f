"""The store: everything in `data/`, read once, and again when a file changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from macros.datasets.catalogue import Catalogue
from macros.datasets.catalogue_reader import read_catalogue
from macros.datasets.comparator_store import Comparators, open_comparators
from macros.datasets.file_signature import Signature, file_signature
from macros.datasets.frozen import FOLDER
from macros.datasets.reports import read_earlier, read_release, read_report
from macros.errors import unknown
from macros.model.finding import Finding
from macros.model.observation import Observation
from macros.model.release import Release
from macros.model.report import Report

_DATA = (".csv", ".yml", ".txt")


@dataclass(frozen=True, eq=False)  # hashed as itself: what is worked out from one is kept by it
class Store:
    """The catalogue, the reports and their releases in force; `findings` is what could not be read.

    `earlier` holds the releases before the one in force, oldest first; `comparators` open data of other areas.
    `key` is made from the bytes of every file below `data/`: the same on every computer.
    """

    root: Path
    catalogue: Catalogue
    reports: Mapping[str, Report]
    releases: Mapping[str, Release]
    findings: tuple[Finding, ...]
    key: str
    earlier: Mapping[str, tuple[Release, ...]] = field(default_factory=dict)
    comparators: Comparators = field(default_factory=lambda: Comparators(Path(), Catalogue({}, {}, {}, (), {})))

    def report(self, report: str) -> Report:
        """The report of this id. Raises UnknownName with the nearest ones."""
        if report not in self.reports:
            raise unknown("report", report, self.reports, FOLDER)
        return self.reports[report]

    def release(self, report: str) -> Release:
        """The release in force of a report. Raises UnknownName when there is none."""
        if report not in self.releases:
            raise unknown("release", report, self.releases, FOLDER)
        return self.releases[report]

    def release_of(self, report: str, observation: Observation) -> Release:
        """The release that an observation comes from: the report's own, or one of comparators (named by its source)."""
        source = self.comparators.source_of(observation)
        return self.release(report) if source is None else Release(source.id, source.day, "", ())


def open_store(root: Path) -> Store:
    """The store of the project at `root`; the same object until a file below `data/` changes."""
    return _open(root, signature(root))


def signature(root: Path) -> Signature:
    """Path, time and size of every data file: what a cached store depends on."""
    return file_signature(root / "data", _DATA)


@lru_cache(maxsize=4)
def _open(root: Path, signed: Signature) -> Store:
    catalogue = read_catalogue(root)
    comparators, catalogue, wrong = open_comparators(root, catalogue)
    findings = [*catalogue.findings, *wrong]
    reports: dict[str, Report] = {}
    releases: dict[str, Release] = {}
    earlier: dict[str, tuple[Release, ...]] = {}
    for folder in sorted(path.parent for path in (root / FOLDER).glob("*/report.yml")):
        report, wrong = read_report(root, folder.name, catalogue)
        findings += wrong
        if report is None:
            continue
        reports[report.id] = report
        release, wrong = read_release(root, report, catalogue)
        findings += wrong
        if release is not None:
            releases[report.id] = release
        earlier[report.id], wrong = read_earlier(root, report, catalogue)
        findings += wrong
    return Store(root, catalogue, reports, releases, tuple(findings), _key(root, signed), earlier, comparators)


def _key(root: Path, signed: Signature) -> str:
    made = sha256()
    for path, *_ in signed:
        made.update(Path(path).relative_to(root).as_posix().encode() + b"\0")
        try:
            made.update(sha256(Path(path).read_bytes()).digest())
        except OSError:  # it has gone meanwhile, or may not be read: the reader of it says so
            made.update(b"unread")
    return made.hexdigest()
