"""`comparators`: published open data becomes figures that a report may be held against."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from macros.errors import BadRequest, UnknownName, excerpt, nearest

if TYPE_CHECKING:
    from macros.datasets.catalogue import Catalogue
    from macros.datasets.published_areas import PublishedAreas
    from macros.datasets.published_figures import PublishedFigures

SHOWN = 12  # names in a list
MOST_NEIGHBOURS = 500_000  # bytes of a list


def comparators(root: Path, files: Sequence[str], *, council: str, neighbours: str, source: str, day: str) -> int:
    """Write a release of comparators from published CSV files; 0 when it stands."""
    from macros.datasets.comparator_mapping import read_comparator_mapping
    from macros.datasets.comparator_release import Publication, write_comparators
    from macros.datasets.comparator_store import FOLDER
    from macros.datasets.published_figures import only_areas, read_figures
    from macros.datasets.published_files import read_published
    from macros.datasets.store import open_store

    when = _day(day)
    catalogue = open_store(root).catalogue
    mapping = read_comparator_mapping(root, catalogue)
    paths = [Path(file).resolve() for file in dict.fromkeys(files)]
    if twice := [path.name for path in paths if [one.name for one in paths].count(path.name) > 1]:
        raise BadRequest(f"Two of the files are called '{twice[0]}'.", "Name each file once.")
    read = [read_published(path) for path in paths]
    found = read_figures(read, mapping, catalogue)
    names = _names(catalogue, found.areas)
    near = _neighbours(Path(neighbours).resolve(), names, council) if neighbours else {}
    if council:
        own = _area(council, names)
        only_areas(found, _kept(own, near.get(own, ()), catalogue, found.areas))
    for file in read:
        for what, count in file.unread.items():
            print(f"{file.name}: {count} rows of {what} were not read.")
    rows = write_comparators(root, Publication(source, when, tuple(paths)), found, catalogue, near)
    _tell(found)
    print(f"\nWritten and sealed: {FOLDER}/{source}/{when.isoformat()}/")
    print("; ".join(f"{name} {count} rows" for name, count in rows.items()) + ".")
    print('The pages use it at once: versus(…, "region"), chart(…, by="area") and comparators(…).')
    print("Statistics of this kind are under the Open Government Licence v3; check before you pass them on.")
    return 0


def _tell(found: PublishedFigures) -> None:
    for name, count in found.used.items():
        print(f"{name}: {count:,} figures." if count else f"{name}: holds no indicator of the mapping; not used.")
    areas = found.areas
    councils = sum(area.kind == "council" for area in areas.made.values())
    print(
        f"\n{len(areas.ids)} areas; {councils} councils are new to the catalogue and stand in areas.csv of the release."
    )
    _list("Councils that began within these years", areas.begun)
    _list(
        "Councils that ended within these years; their series stay their own, and none is joined to a later one",
        areas.ended,
    )
    _list("Councils without a figure in any year, left out", areas.absent)
    _list("Indicators of the mapping that no file holds", list(dict.fromkeys(found.missing)))
    _list("Cells that are neither a number nor a known letter, kept as not available", list(found.strange))


def _list(title: str, names: Sequence[str]) -> None:
    if names:
        more = f" … and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
        print(f"{title}: {'; '.join(names[:SHOWN])}{more}.")


def _names(catalogue: Catalogue, areas: PublishedAreas) -> dict[str, str]:
    """The ids of areas by everything they may be called."""
    found = {}
    for area in (*areas.made.values(), *catalogue.areas.values()):
        for name in (area.name, area.short_name, area.code, area.id):
            if name:
                found[name.casefold()] = area.id
    return found | {code.casefold(): identifier for code, identifier in areas.ids.items()}


def _area(name: str, names: Mapping[str, str]) -> str:
    if found := names.get(name.strip().casefold()):
        return found
    close = nearest(name.strip().casefold(), names)
    hint = f"The nearest are: {', '.join(dict.fromkeys(names[one] for one in close))}." if close else ""
    raise UnknownName(f"The files have no council called '{excerpt(name.strip(), 60)}'.", hint)


def _neighbours(path: Path, names: Mapping[str, str], council: str) -> dict[str, tuple[str, ...]]:
    """The neighbours of councils: a name or code on each line, or two columns, the council and its neighbour."""
    try:
        if path.stat().st_size > MOST_NEIGHBOURS:
            raise BadRequest(f"'{path.name}' is too large for a list of councils.", "")
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise BadRequest(
            f"The list '{path.name}' cannot be read.", "It should be a text file, one council a line."
        ) from None
    found: dict[str, list[str]] = {}
    for number, cells in enumerate(csv.reader(io.StringIO(text)), 1):
        named = [cell.strip() for cell in cells if cell.strip()]
        if not named or (number == 1 and not any(cell.casefold() in names for cell in named)):
            continue  # an empty line, or headings
        if len(named) == 1 and not council:
            raise BadRequest(f"'{path.name}', line {number}, names one council.", "Say whose neighbour with --council.")
        own, other = (named[0], named[1]) if len(named) > 1 else (council, named[0])
        found.setdefault(_area(own, names), []).append(_area(other, names))
    return {own: tuple(dict.fromkeys(listed)) for own, listed in found.items()}


def _kept(own: str, near: Sequence[str], catalogue: Catalogue, areas: PublishedAreas) -> set[str]:
    """A council, its neighbours, its region and the nation."""
    known = {**areas.made, **catalogue.areas}
    nations = {area.id for area in known.values() if area.kind == "nation"}
    return {own, *near, known[own].region, *nations}


def _day(text: str) -> date:
    """The day asked for, or today. Raises BadRequest for what is none."""
    from macros.model.period import calendar_day

    day = calendar_day(text) if text else datetime.now().astimezone().date()
    if day is None:
        raise BadRequest(f"'{text}' is not a day.", "Write it as 2026-12-01.")
    return day
