"""The areas of published files as areas of ours: every English council, its region, and those that came and went.

A council is known by its ONS code; one whose code changed, by the department's own number, which stays. A council
that was divided or merged has another number: it is an area of its own with an end, and no series runs across.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from macros.datasets.catalogue import Catalogue
from macros.model.area import Area
from macros.model.period import Period

if TYPE_CHECKING:
    import pandas as pd

LONDON = "E12000007"
_PARTS_OF_LONDON = ("E13000001", "E13000002")  # beside London as a whole: adding all regions would count London twice


@dataclass
class PublishedAreas:
    """`ids`: our id by the code a file uses. `made`: areas that the catalogue does not have yet.

    `absent` are councils without a single figure; `ended` and `begun` those that were not there in every year.
    """

    ids: dict[str, str] = field(default_factory=dict)
    made: dict[str, Area] = field(default_factory=dict)
    absent: list[str] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)
    begun: list[str] = field(default_factory=list)


def find_areas(rows: pd.DataFrame, present: Mapping[str, set[str]], catalogue: Catalogue) -> PublishedAreas:
    """The areas of some rows (level, place, names, codes). `present`: the periods for which a place has any figure."""
    found = PublishedAreas()
    unique = rows[
        ["level", "place", "country_name", "region_name", "region_code", "la_name", "old_la_code"]
    ].drop_duplicates()
    known = {area.code: area.id for area in catalogue.areas.values() if area.code}
    names = {_plain(name): area.id for area in catalogue.areas.values() for name in (area.name, area.short_name)}
    taken = {*catalogue.areas}
    periods = sorted({one for held in present.values() for one in held}, key=lambda text: Period.parse(text).end)
    for level in ("nation", "region", "council"):
        numbers: dict[str, str] = {}
        for row in unique[unique["level"] == level].to_dict("records"):
            code = str(row["place"])
            if code in found.ids:
                continue
            name = str(row[{"nation": "country_name", "region": "region_name", "council": "la_name"}[level]]).strip()
            number = str(row["old_la_code"]).strip()
            held = known.get(code) or numbers.get(number, "") or names.get(_plain(name), "")
            if level == "council" and not present.get(code):
                found.absent.append(name)
                continue
            if not held:
                area = _area(level, code, name, str(row["region_code"]), found, taken)
                held = area.id
                taken.add(held)
                found.made[held] = _dated(area, present.get(code, set()), periods) if level == "council" else area
                _tell(found, found.made[held])
            found.ids[code] = held
            if number:
                numbers[number] = held
    return found


def _area(level: str, code: str, name: str, region: str, found: PublishedAreas, taken: Iterable[str]) -> Area:
    short = name.split(",", maxsplit=1)[0]
    identifier = _slug(short)
    if identifier in taken:
        identifier = f"{identifier}-{code.lower()}"
    kind = "sub-region" if code in _PARTS_OF_LONDON else level
    parent = ""
    if level == "council" or kind == "sub-region":
        code_of_region = LONDON if region in _PARTS_OF_LONDON else region
        parent = found.ids.get(code_of_region, "")
    return Area(identifier, name, short, kind, code, "", "", parent)


def _dated(area: Area, held: set[str], periods: list[str]) -> Area:
    """A council with the day of its beginning and its end, where the files show that it was not always there."""
    there = [period for period in periods if period in held]
    start = Period.parse(there[0]).start.isoformat() if there and there[0] != periods[0] else ""
    end = Period.parse(there[-1]).end.isoformat() if there and there[-1] != periods[-1] else ""
    return replace(area, start=start, end=end)


def _tell(found: PublishedAreas, area: Area) -> None:
    if area.end:
        found.ended.append(f"{area.name} (until {area.end})")
    if area.start:
        found.begun.append(f"{area.name} (from {area.start})")


def _plain(name: str) -> str:
    """A name without what varies: `City of York` and `York`, `Bristol, City of` and `Bristol`."""
    text = re.sub(r"[^a-z ]", " ", name.casefold().replace("&", "and"))
    return " ".join(word for word in text.split() if word not in ("city", "county", "of", "the", "council", "borough"))


def _slug(name: str) -> str:
    return "-".join(re.sub(r"[^a-z0-9]", " ", name.casefold().replace("'", "")).split())
