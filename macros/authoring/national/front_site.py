"""The project of the pages about all councils: which council, by name and by region; every measure over all of them."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Sequence
from itertools import groupby

from macros.authoring.national.catalogue import used_catalogue
from macros.authoring.national.council_site import SOURCE, Shared, all_comparators
from macros.datasets.frozen import FOLDER as REPORTS
from macros.model.area import Area
from macros.render.html import inert

COUNCILS = "councils"
_LEAD = "How are children in care doing? Choose a council: its figures, told twice."
_SITE_NAME = re.compile(r"^site_name:.*$", re.MULTILINE)
_NAV = re.compile(r"^nav:\n(?:[ #].*\n|\n)*", re.MULTILINE)
_MENU = """nav:
  - Find a council: index.md
  - Councils by region: regions.md
  - What is measured: indicators/index.md
  - About:
      - about/methods.md
      - about/open-data.md
      - about/accessibility.md
      - about/privacy.md
      - about/privacy-young-people.md
      - about/licence.md
      - about/what-is-an-iro.md
      - about/what-is-an-iro-young-people.md
"""


def front_files(shared: Shared, there: Collection[str]) -> dict[str, bytes]:
    """Every file of the project. `there`: the councils whose sites stand; others are named without a way to them."""
    files = dict(shared.files)
    files |= all_comparators(shared)
    files |= used_catalogue(shared.files, shared.data, "", files)
    files["docs/index.md"] = _front(shared, there).encode()
    files["docs/regions.md"] = _regions(shared, there).encode()
    files["mkdocs.yml"] = _settings(shared.settings).encode()
    # a link to a council's site leads out of this project: a file where it will stand, so that it is no dead link
    files |= {f"docs/{COUNCILS}/{one}{page}index.html": b"" for one in there for page in ("/", *_pages(one))}
    return files


def _pages(council: str) -> Sequence[str]:
    report = f"/{REPORTS.split('/')[-1]}/{council}-{SOURCE}/"
    return (report, f"{report}young-people/")


def _front(shared: Shared, there: Collection[str]) -> str:
    groups = [
        (letter, [_entry(shared, one, there) for one in held])
        for letter, held in groupby(shared.data.councils, key=lambda one: one.short_name[:1].upper())
    ]
    meta = {
        "title": "Children in care, council by council", "template": "nation.html", "lead": _LEAD,
        "description": "The published figures about children in care of every council in England, in two voices.",
        "nation": {"groups": _merged(groups), "count": len(shared.data.councils)}, "hide": ["navigation"],
    }  # fmt: skip
    return f"---\n{json.dumps(meta, ensure_ascii=False, indent=1)}\n---\n{shared.templates['nation']}"


def _merged(groups: Iterable[tuple[str, list[dict[str, str]]]]) -> list[dict[str, object]]:
    """One group a letter, in order: councils are sorted by their whole names, letters are those of the short ones."""
    found: dict[str, list[dict[str, str]]] = {}
    for letter, councils in groups:
        found.setdefault(letter, []).extend(councils)
    return [
        {"letter": letter, "councils": sorted(found[letter], key=lambda one: one["name"].casefold())}
        for letter in sorted(found)
    ]


def _entry(shared: Shared, one: Area, there: Collection[str]) -> dict[str, str]:
    region = shared.data.areas.get(one.region)
    place = f"{COUNCILS}/{one.id}/reports/{one.id}-{SOURCE}/" if one.id in there else ""
    return {
        "name": one.short_name, "region": region.name if region else "", "time": _time(shared, one),
        "formal": f"{place}index.html" if place else "",
        "young": f"{place}young-people/index.html" if place else "",
    }  # fmt: skip


def _regions(shared: Shared, there: Collection[str]) -> str:
    """The councils region by region, as plain lists."""
    regions = sorted(
        (area for area in shared.data.areas.values() if area.kind == "region" and area.id in shared.data.rows),
        key=lambda one: one.name,
    )
    parts = ["---\ntitle: Councils by region\n---\n# Councils by region\n"]
    for region in regions:
        held = [one for one in shared.data.councils if one.region == region.id]
        if held:
            lines = "".join(f"- {_link(shared, one, there)}\n" for one in held)
            parts.append(f"## {inert(region.name)}\n\n{lines}")
    return "\n".join(parts)


def _link(shared: Shared, one: Area, there: Collection[str]) -> str:
    time = f" ({time})" if (time := _time(shared, one)) else ""
    name = inert(one.short_name)
    return f'<a href="../{COUNCILS}/{one.id}/index.html">{name}</a>{time}' if one.id in there else f"{name}{time}"


def _time(shared: Shared, one: Area) -> str:
    """`until 2023`, `from 2023`; blank for a council that was there in all years."""
    ended, began = shared.data.ended(one.id), shared.data.began(one.id)
    return f"until {ended[:4]}" if ended else f"from {began[:4]}" if began else ""


def _settings(text: str) -> str:
    text = _SITE_NAME.sub('site_name: "Children in care, council by council"', text, count=1)
    text = _NAV.sub(lambda _: _MENU, text, count=1)
    return text.replace("  - assets/formal.css\n", "  - assets/formal.css\n  - assets/nation.css\n", 1)
