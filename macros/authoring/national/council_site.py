"""The project of one council's site: every file of it as bytes, made from what concerns the council and nothing else.

The program (macros, overrides, docs/assets) is not among them: whoever builds the site has it already.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from macros.authoring.national.catalogue import PUBLISHER, csv_bytes, used_catalogue
from macros.authoring.national.council_pages import Told, council_pages
from macros.authoring.national.measures import Held, Measure, held, read_measures, read_templates
from macros.authoring.national.own_reports import OwnReport, own_reports, report_files
from macros.authoring.own_site import without_reports
from macros.authoring.place_report import with_menu
from macros.datasets.catalogue import AREA_COLUMNS
from macros.datasets.comparator_store import AREAS
from macros.datasets.comparator_store import FOLDER as COMPARATORS
from macros.datasets.frozen import FOLDER as REPORTS
from macros.datasets.observations import AFTER, BEFORE
from macros.datasets.open_data import OpenData, Topics
from macros.datasets.reports import TABLES
from macros.datasets.sealing import sealed
from macros.model.area import Area
from macros.render.html import inert

SOURCE = "open-data"
Files = Mapping[str, bytes]  # by their path from the project's root
Days = Callable[[str], date]  # the day of a release whose content has this checksum
_COPIED = ("data/catalogue", "docs/about", "docs/search.md")
_LEFT_OUT = re.compile(r"data/catalogue/(?:mappings/|comparators\.csv)")
_SITE_NAME = re.compile(r"^site_name:.*$", re.MULTILINE)
_WHY_NOT = "These are open data of the Department for Education, and no annual report of the IROs."
_YOUNG_META = (
    b"edition: young-people\ntemplate: young-people.html\n"
    b"made_from: figures that the Department for Education has published\n"
)
_COUNCILS_OWN = (
    "A report of the council may print another figure for the same day. The department counts from the return of the "
    "year, the council from its own records."
)


@dataclass(frozen=True)
class Shared:
    """What the sites of all councils have in common, read once. `address`: of the national pages, where it is known."""

    root: Path
    data: OpenData
    days: Days
    files: Files
    settings: str
    measures: Sequence[Measure]
    templates: Mapping[str, str]
    own: Mapping[str, Sequence[OwnReport]]
    address: str = ""

    @property
    def columns(self) -> dict[str, tuple[str, ...]]:
        """The columns of a release by topic: those of its indicators' dimensions between the others."""
        catalogue = self.data.catalogue
        found: dict[str, dict[str, None]] = {}
        for one in {measure.indicator: None for measure in self.data.mapping}:
            indicator = catalogue.indicator(one)
            found.setdefault(indicator.topic, {}).update(dict.fromkeys(indicator.dimensions))
        return {topic: (*BEFORE, *dimensions, *AFTER) for topic, dimensions in found.items()}


def read_shared(root: Path, data: OpenData, days: Days, address: str = "") -> Shared:
    """Read what all sites need from the repository."""
    files: dict[str, bytes] = {}
    for name in _COPIED:
        paths = sorted((root / name).rglob("*")) if (root / name).is_dir() else [root / name]
        files |= {path.relative_to(root).as_posix(): path.read_bytes() for path in paths if path.is_file()}
    files = {path: content for path, content in files.items() if not _LEFT_OUT.match(path)}
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    return Shared(
        root, data, days, files, settings, read_measures(root), read_templates(root), own_reports(root, settings),
        f"{address.rstrip('/')}/" if address else "",
    )  # fmt: skip


def council_files(shared: Shared, council: Area) -> dict[str, bytes]:
    """Every file of a council's project. The same figures, texts and reports give the same bytes."""
    data, region = shared.data, shared.data.areas.get(council.region)
    report = f"{council.id}-{SOURCE}"
    own = shared.own.get(council.id, ())
    beside = [area for area in (region, data.nation) if area]
    topics = {topic: rows for topic, rows in data.rows[council.id].items() if rows}
    period = data.last_year(council.id)
    told = Told(
        council, region, data.nation, report, period,
        held=_held(shared.measures, data.figures(council.id)),
        others={
            area.id: {(one.measure.indicator, one.measure.breakdown): one for one in others}
            for area in beside
            for others in [_held(shared.measures, data.figures(area.id))]
        },
        units={one.id: one.unit for one in data.catalogue.indicators.values()},
        templates=shared.templates,
        ended=data.ended(council.id),
        began=data.began(council.id),
        all_councils=shared.address,
    )  # fmt: skip
    pages = council_pages(told)
    files = dict(shared.files)
    files |= _comparators(shared, beside)
    files |= _open_report(shared, told, topics, with_reports=bool(own))
    files |= {f"docs/reports/{report}/{name}": text.encode() for name, text in pages.items()}
    files |= {path: content for one in own for path, content in report_files(shared.root, one).items()}
    files["docs/index.md"] = _front(told, own).encode()
    files["mkdocs.yml"] = _settings(shared.settings, told, list(pages), own).encode()
    files |= used_catalogue(shared.files, shared.data, council.id, files)
    return files


def _held(measures: Iterable[Measure], figures: Sequence[dict[str, str]]) -> list[Held]:
    return [found for one in measures if (found := held(one, figures)) is not None]


def _release(folder: str, head: str, files: Mapping[str, bytes], days: Days) -> tuple[dict[str, bytes], date]:
    """The sealed files of a release, below `folder`/<its day>/; the day is that of its content."""
    day = days(_checksum(head.encode(), *(part for name in sorted(files) for part in (name.encode(), files[name]))))
    place = f"{folder}/{day.isoformat()}"
    with tempfile.TemporaryDirectory(prefix="two-voices-") as workshop:
        for name, content in files.items():
            (Path(workshop) / name).write_bytes(content)
        whole, _ = sealed(f"{head}date: {day.isoformat()}\n".encode(), Path(workshop), f"{place}/release.yml")
    return {f"{place}/release.yml": whole, **{f"{place}/{name}": content for name, content in files.items()}}, day


def _checksum(*parts: bytes) -> str:
    return sha256(b"\0".join(parts)).hexdigest()


def all_comparators(shared: Shared) -> dict[str, bytes]:
    """The figures of every area as one release of comparators."""
    return _comparators(shared, [shared.data.areas[one] for one in sorted(shared.data.rows)])


def _comparators(shared: Shared, areas: Sequence[Area]) -> dict[str, bytes]:
    """The figures of some areas as a release of comparators."""
    topics: dict[str, list[dict[str, str]]] = {}
    for area in areas:
        for topic, rows in shared.data.rows.get(area.id, {}).items():
            topics.setdefault(topic, []).extend(rows)
    files = {f"{topic}.csv": csv_bytes(shared.columns[topic], rows) for topic, rows in topics.items()}
    listed = "".join(f"  - {name}\n" for name in files)
    new = [area for area in areas if area.id not in shared.data.catalogue.areas]
    files[AREAS] = csv_bytes(AREA_COLUMNS, [{name: getattr(area, name) for name in AREA_COLUMNS} for area in new])
    head = (
        f"source: {SOURCE}\nwhy: Published open data.\norigin:\n  title: Children looked after in England including "
        f"adoptions\n  publisher: Department for Education\nlicence: OGL-UK-3.0\nobservations:\n{listed}"
    )
    return _release(f"{COMPARATORS}/{SOURCE}", head, files, shared.days)[0]


def _open_report(shared: Shared, told: Told, topics: Topics, *, with_reports: bool) -> dict[str, bytes]:
    """The council's own figures as a release of a report of their own."""
    files = {f"{topic}.csv": csv_bytes(shared.columns[topic], rows) for topic, rows in topics.items()}
    listed = "".join(f"  - {name}\n" for name in files)
    sources = dict.fromkeys(row["source"] for rows in topics.values() for row in rows) if with_reports else {}
    issue = {"problem": _COUNCILS_OWN, "kind": "RST", "printed": "the figures of the department"}
    files["known_issues.csv"] = csv_bytes(TABLES["known_issues"], [{**issue, "source": source} for source in sources])
    head = (
        f"report: {told.report}\nwhy: The figures as the department published them.\norigin:\n"
        "  title: Children looked after in England including adoptions\n  publisher: Department for Education\n"
        f"licence: OGL-UK-3.0\nobservations:\n{listed}"
    )
    made, day = _release(f"{REPORTS}/{told.report}", head, files, shared.days)
    short = told.council.short_name
    duties = [row["id"] for row in shared.data.catalogue.words["duties"]]
    settings = {
        "id": told.report, "council": told.council.id, "title": f"Children in care in {short}: open data",
        "short_title": f"Children in care in {short}: open data", "young_people_title": f"Being in care in {short}",
        "period": told.period.text, "status": "published", "release": day.isoformat(),
        "young_people": "children and young people in care", "council_group": "Children in Care Council",
        "dates": {"published": day.isoformat()},
        "printed": {
            "title": "Children looked after in England including adoptions",
            "publisher": "Department for Education",
            "published": "the published files give no day",
        },
        "approvals": [{"body": PUBLISHER, "date": None,
                       "source": "the published files give no day"}],
        "disclosure": {"exemption": True, "dated": day.isoformat(),
                       "why": "The department hid what could point at a child before it published the figures."},
        "comparators": {"region": told.region.id if told.region else "", "nation": told.nation.id},
        "not_met": dict.fromkeys(duties, _WHY_NOT),
    }  # fmt: skip
    if not told.region:
        settings["comparators"] = {"nation": told.nation.id}
    # JSON is YAML, and quotes every text
    made[f"{REPORTS}/{told.report}/report.yml"] = (json.dumps(settings, ensure_ascii=False, indent=1) + "\n").encode()
    docs = f"docs/reports/{told.report}"
    made[f"{docs}/.meta.yml"] = f"report: {told.report}\nedition: formal\n".encode()
    made[f"{docs}/young-people/.meta.yml"] = _YOUNG_META
    return made


def _front(told: Told, own: Sequence[OwnReport]) -> str:
    name = told.council.short_name
    said, whole = inert(name), inert(told.council.name)
    also = " Beside them stand the reports of its Independent Reviewing Officers." if own else ""
    return (
        f"---\ntitle: {json.dumps(f'Children in care in {name}, in two voices', ensure_ascii=False)}\n"
        "template: home.html\nshelf_titles: true\n"
        f"lead: {json.dumps(f'Children in care in {name}. One set of figures, told twice.')}\n"
        f"description: {json.dumps(f'The published figures about children in care in {name}, told twice.')}\n---\n"
        f"# Children in care in {said}, in two voices\n\n## What is this about?\n\n"
        f"The Department for Education publishes figures about children in care for every council. These pages show "
        f"those of {whole}, for the public and for the young people they are about.{also}\n\n"
        "## Can I trust the figures?\n\nChoose any underlined figure: the page says what it measures and where it was "
        "published. [How the figures were made](about/methods.md) explains the rest, and "
        "[What is measured](indicators/index.md) has a page for every measure.\n"
    )


def _settings(text: str, told: Told, pages: Sequence[str], own: Sequence[OwnReport]) -> str:
    """mkdocs.yml with the menu of the council's reports, the open data first."""
    name = json.dumps(f"Children in care in {told.council.short_name}", ensure_ascii=False)
    text = _SITE_NAME.sub(lambda _: f"site_name: {name}", without_reports(text), count=1)
    parts = []
    for title, is_young in (("Formal edition", False), ("Young people's edition", True)):
        names = [page for page in pages if page.startswith("young-people/") is is_young]
        parts.append(f"      - {title}:\n" + "".join(f"          - reports/{told.report}/{page}\n" for page in names))
    text = with_menu(text, "  - Open data:\n" + "".join(parts))
    for one in own:
        text = with_menu(text, one.menu)
    return text
