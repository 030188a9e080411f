"""`new-report`: a council's next report, as a draft that builds at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from macros.errors import UnknownName


@dataclass(frozen=True)
class Asked:
    """The words of the command line; empty where left out."""

    council: str
    period: str
    name: str = ""
    nation: str = ""
    addendum: bool = False
    pages: str = ""


def new_report(root: Path, asked: Asked) -> int:
    """Make the report; 0 with what to do next printed."""
    from macros.authoring import councils
    from macros.authoring.new_report import NewReport, files, navigation, wanted_period
    from macros.authoring.place_report import place
    from macros.datasets.store import open_store

    period = wanted_period(asked.period)
    store = open_store(root)
    area, is_new = councils.find(store.catalogue, asked.council, asked.name)
    nation, nation_row = councils.nation_of(store.catalogue, area, asked.nation)
    sections = tuple(filter(None, (part.strip() for part in asked.pages.split(","))))
    new = NewReport(area, period, datetime.now().astimezone().date(), nation, asked.addendum, sections)
    made = files(store, new)
    place(root, made, navigation(new, made))
    councils.add(root, [row for row in (nation_row, area if is_new else None) if row is not None])
    pages = sum(path.endswith(".md") for path in made)
    print(f"Made the draft report {new.id}: {pages} pages in docs/reports/{new.id}, figures in data/reports/{new.id}.")
    if is_new:
        print(f"Added {area.name} to data/catalogue/areas.csv. Add its ONS code and region there when you know them.")
    print("\nWhat to do next:")
    print("  1. Look at it: make site")
    print(f"  2. Fill in the figures: python -m macros workbook {new.id}")
    print(f"  3. Write the pages in docs/reports/{new.id}; each says what belongs on it.")
    print("  4. See what is still to do: make check")
    return 0


def start(root: Path, council: str, name: str, nation: str, folder: str) -> int:
    """Make a site of a council's own in another folder, without the sample reports."""
    from macros.authoring import councils
    from macros.authoring.own_site import copy_site
    from macros.datasets.store import open_store

    if not folder:
        raise UnknownName("The new site needs a folder.", "Say where: --to ../my-council")
    catalogue = open_store(root).catalogue
    area, is_new = councils.find(catalogue, council, name)
    place = (root / folder).resolve()
    copy_site(root, place, area.id)
    _, nation_row = councils.nation_of(catalogue, area, nation)
    councils.add(place, [row for row in (nation_row, area if is_new else None) if row is not None])
    print(f"Made a site for {area.name} in {place.name}/, without the sample reports.")
    print("\nWhat to do next, in that folder:")
    print(f"  1. Begin the first report: python -m macros new-report {area.id} 2026-27")
    print("  2. Look at it: make site")
    return 0
