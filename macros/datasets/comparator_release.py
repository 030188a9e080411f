"""A release of comparators, `data/comparators/<source>/<date>/`: published open data, sealed as it is made."""

from __future__ import annotations

import csv
import io
import json
import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from macros.datasets.catalogue import AREA_COLUMNS, Catalogue
from macros.datasets.comparator_store import AREAS, FOLDER, NEIGHBOUR_COLUMNS, NEIGHBOURS
from macros.datasets.observations import AFTER, BEFORE
from macros.datasets.published_figures import Cells, PublishedFigures
from macros.datasets.sealing import sealed
from macros.errors import BadRequest
from macros.model.area import Area

_SOURCE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Publication:
    """What a release is of: the source's name, the release's day, the files it was read from."""

    source: str
    day: date
    files: tuple[Path, ...]


def write_comparators(
    root: Path,
    publication: Publication,
    figures: PublishedFigures,
    catalogue: Catalogue,
    neighbours: Mapping[str, Sequence[str]],
) -> dict[str, int]:
    """Write and seal the release; the rows of each file. Raises BadRequest where it cannot be, with nothing written."""
    source, day = publication.source, publication.day
    if not _SOURCE.fullmatch(source):
        raise BadRequest(f"'{source}' cannot be the name of a folder.", "Use small letters, digits and hyphens.")
    place = root / FOLDER / source / day.isoformat()
    if place.exists():
        raise BadRequest(
            f"There is a release of {day.isoformat()} in {FOLDER}/{source} already.",
            "A release never changes. Choose another day with --date, or remove that folder if it was never used.",
        )
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place.parent, prefix=f".{place.name}.") as workshop:
        made = Path(workshop) / place.name
        made.mkdir()
        for topic, rows in figures.rows.items():
            _write(made / f"{topic}.csv", _columns(rows, catalogue), rows)
        _write(
            made / AREAS, AREA_COLUMNS, [dict(zip(AREA_COLUMNS, astuple(one), strict=True)) for one in _in_use(figures)]
        )
        if pairs := [{"area": own, "neighbour": one} for own, listed in neighbours.items() for one in listed]:
            _write(made / NEIGHBOURS, NEIGHBOUR_COLUMNS, pairs)
        settings = _settings(publication, figures)
        whole, rows_of = sealed(settings.encode(), made, f"{FOLDER}/{source}/{day.isoformat()}/release.yml")
        (made / "release.yml").write_bytes(whole)
        made.rename(place)
    return rows_of


def _in_use(figures: PublishedFigures) -> list[Area]:
    """The areas the catalogue does not have, as far as a row or another area needs them."""
    used = {row["area"] for rows in figures.rows.values() for row in rows}
    used |= {area.region for area in figures.areas.made.values() if area.id in used}
    return [area for area in figures.areas.made.values() if area.id in used]


def _columns(rows: Iterable[Cells], catalogue: Catalogue) -> tuple[str, ...]:
    dimensions: dict[str, None] = {}
    for indicator in dict.fromkeys(row["indicator"] for row in rows):
        dimensions |= dict.fromkeys(catalogue.indicator(indicator).dimensions)
    return (*BEFORE, *dimensions, *AFTER)


def _write(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> None:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(out.getvalue(), encoding="utf-8", newline="")


def _settings(publication: Publication, figures: PublishedFigures) -> str:
    """The text of `release.yml` above the seal: where the figures come from, byte for byte."""
    taken = [path for path in publication.files if figures.used.get(path.name)]
    listed = "".join(
        f"    - name: {json.dumps(path.name, ensure_ascii=False)}\n"
        f"      sha256: {sha256(path.read_bytes()).hexdigest()}\n"
        for path in taken
    )
    topics = "".join(f"  - {topic}.csv\n" for topic in figures.rows)
    return (
        f"source: {publication.source}\ndate: {publication.day.isoformat()}\n"
        "why: Published open data, read by python -m macros comparators.\n"
        "origin:\n  title: Children looked after in England including adoptions\n"
        f"  publisher: Department for Education\n  files:\n{listed}"
        "licence: OGL-UK-3.0\n"
        "licence_note: >-\n  Statistics of this kind are published under the Open Government Licence v3.0.\n"
        "  Look at the publication's own page before you pass the figures on.\n"
        "rounding: The publisher rounds national and regional numbers to 10 and gives those of councils unrounded.\n"
        f"observations:\n{topics}"
    )
