"""Synthetic councils: whole projects of real shape, with reports, releases, both editions and two charts a page.

    write_councils(folder, Shape(reports=100, pages=50))

The same shape gives the same bytes. The project stands by itself: `python -m mkdocs build --strict` in its folder
builds it, and every check of the public build passes.
"""

from __future__ import annotations

import csv
import random
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from macros.authoring.own_site import without_reports
from macros.authoring.place_report import with_menu
from macros.datasets.catalogue import Catalogue
from macros.datasets.catalogue_reader import read_catalogue
from macros.datasets.sealing import sealed
from macros.model.period import Period
from tests.benchmarks.council_figures import CouncilFigures, csv_text
from tests.benchmarks.council_pages import pages

ROOT = Path(__file__).resolve().parents[2]
YEARS = 15  # reports of one council
FIRST_YEAR = 2010
CORRECTED = 5  # every fifth report has an earlier release
_COPIED = ("data/catalogue", "docs/about", "docs/index.md", "docs/search.md")
_LINKED = ("macros", "overrides", "docs/assets")
_ISSUES = (
    "source,printed,problem,should_be,kind,indicator,area,period,breakdown\n"
    "Table (cla_n),31 March,The table does not say at which time of the day the children were counted.,,TXT,,,,\n"
)
_FIRST = (
    "Alder", "Birch", "Cedar", "Elder", "Fern", "Hazel", "Juniper", "Larch", "Maple", "Oak", "Poplar", "Rowan",
    "Sorrel", "Thistle", "Willow", "Yarrow",
)  # fmt: skip
_SECOND = ("mere", "wick", "dale", "combe", "holme", "garth", "stead", "hythe", "worth", "fold")


@dataclass(frozen=True)
class Shape:
    """How much is written: `reports` in all, fifteen years for each council; `pages` of each report, both editions."""

    reports: int = 1
    pages: int = 40
    seed: int = 1


@dataclass(frozen=True)
class _Report:
    council: str
    name: str
    year: Period

    @property
    def id(self) -> str:
        return f"{self.council}-{self.year.text}"

    @property
    def title(self) -> str:
        return f"{self.name} IRO report {self.year.text.replace('-', '/')}"


def write_councils(folder: Path, shape: Shape) -> list[str]:
    """Write a project of that shape into `folder`, in place of what is there; the ids of its reports."""
    shutil.rmtree(folder, ignore_errors=True)
    reports = _reports(shape)
    for path in _COPIED:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (ROOT / path).is_dir() else shutil.copyfile
        copy(ROOT / path, folder / path)
    for path in _LINKED:
        (folder / path).symlink_to(ROOT / path)
    _write_areas(folder, reports)
    catalogue = read_catalogue(folder)
    settings = without_reports((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    for number, report in enumerate(reports):
        figures = CouncilFigures(catalogue, report.council, shape.seed)
        _write_releases(folder, report, figures, is_corrected=number % CORRECTED == 0)
        settings = with_menu(settings, _write_pages(folder, report, shape, figures, catalogue))
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return [report.id for report in reports]


def _reports(shape: Shape) -> list[_Report]:
    names = [first + second for second in _SECOND for first in _FIRST]
    random.Random(shape.seed).shuffle(names)
    found = []
    for number in range(shape.reports):
        name = names[number // YEARS]
        year = FIRST_YEAR + number % YEARS
        found.append(_Report(name.lower(), name, Period.parse(f"{year}-{(year + 1) % 100:02d}")))
    return found


def _write_areas(folder: Path, reports: list[_Report]) -> None:
    with (folder / "data/catalogue/areas.csv").open("a", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        councils = dict.fromkeys((report.council, report.name) for report in reports)
        writer.writerows((one, f"{name} Council", name, "council", "", "", "", "south-east") for one, name in councils)


def _write_releases(folder: Path, report: _Report, figures: CouncilFigures, *, is_corrected: bool) -> None:
    """The release in force and, before a correction, the one that it corrects."""
    rows = figures.rows(report.year)
    day = date(report.year.end.year, 9, 30)
    earlier = date(report.year.end.year, 7, 15)
    if is_corrected:
        wrong = {topic: [dict(row) for row in held] for topic, held in rows.items()}
        one = next(row for row in wrong["timeliness"] if row["indicator"] == "review_on_time_pct")
        one["value"] = str(int(one["value"]) - 1)
        _write_release(folder, report, earlier, wrong, "First release.")
    why = "One figure of reviews on time was corrected: a quarter had been left out." if is_corrected else ""
    _write_release(folder, report, day, rows, why or "First release.")
    (folder / "data/reports" / report.id / "report.yml").write_text(
        f"id: {report.id}\ncouncil: {report.council}\ntitle: Annual report of the Independent Reviewing Officers, "
        f"{report.name}\nshort_title: {report.title}\nyoung_people_title: Our year in care · {report.name}\n"
        f"period: {report.year}\nstatus: published\nrelease: {day.isoformat()}\n"
        "young_people: children and young people in care\ncouncil_group: Children in Care Council\n"
        "comparators:\n  region: south-east\n  nation: england\n"
        f"dates:\n  for-panel: {day.isoformat()}\n  approved: {day.isoformat()}\n  published: {day.isoformat()}\n"
        f"approvals:\n  - body: Corporate Parenting Board\n    date: {day.isoformat()}\n"
        f"  - body: Children in Care Council\n    date: {day.isoformat()}\n",
        encoding="utf-8",
    )


def _write_release(folder: Path, report: _Report, day: date, rows: dict[str, list[dict[str, str]]], why: str) -> None:
    place = folder / "data/reports" / report.id / day.isoformat()
    place.mkdir(parents=True)
    for topic, held in rows.items():
        (place / f"{topic}.csv").write_text(csv_text(held), encoding="utf-8")
    listed = "".join(f"  - {topic}.csv\n" for topic in rows)
    text = f"report: {report.id}\ndate: {day.isoformat()}\nwhy: {why!r}\nobservations:\n{listed}"
    (place / "known_issues.csv").write_text(_ISSUES, encoding="utf-8")
    whole, _ = sealed(text.encode(), place, f"data/reports/{report.id}/{day.isoformat()}/release.yml")
    (place / "release.yml").write_bytes(whole)


def _write_pages(folder: Path, report: _Report, shape: Shape, figures: CouncilFigures, catalogue: Catalogue) -> str:
    """Write the pages of both editions; the report's part of the menu."""
    place = folder / "docs/reports" / report.id
    (place / "young-people").mkdir(parents=True)
    (place / ".meta.yml").write_text(f"report: {report.id}\nedition: formal\n", encoding="utf-8")
    (place / "young-people/.meta.yml").write_text(
        "edition: young-people\ntemplate: young-people.html\n", encoding="utf-8"
    )
    duties = [row["id"] for row in catalogue.words["duties"]]
    made = pages(report.id, shape.pages, figures.indicators, duties)
    for name, text in made.items():
        (place / name).write_text(text, encoding="utf-8")
    parts = []
    for title, young in (("Formal edition", False), ("Young people's edition", True)):
        names = [name for name in made if name.startswith("young-people/") is young]
        parts.append(f"      - {title}:\n" + "".join(f"          - reports/{report.id}/{name}\n" for name in names))
    return f"  - {report.title}:\n" + "".join(parts)
