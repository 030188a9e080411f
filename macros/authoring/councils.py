"""Finding the council a report is about, by its id or any of its names, and adding one that is not in the catalogue."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from macros.datasets.catalogue import AREA_COLUMNS, FOLDER, Catalogue
from macros.datasets.whole_file import write_whole
from macros.errors import BadRequest, unknown
from macros.model.area import Area

_NATIONS = {"england": ("England", "E92000001"), "wales": ("Wales", "W92000004")}
_FORMULA = re.compile(r"[=+@\t\r-]")


def find(catalogue: Catalogue, asked: str, name: str = "") -> tuple[Area, bool]:
    """The council, and whether it is new: one that is not held needs a `name`.

    Raises UnknownName with the nearest ones, BadRequest for a name that cannot be one.
    """
    wanted = slug(asked)
    councils = [area for area in catalogue.areas.values() if area.kind == "council"]
    for area in councils:
        if wanted in {slug(text) for text in (area.id, area.name, area.short_name)}:
            return area, False
    if not name:
        error = unknown("council", asked, (area.id for area in councils), f"{FOLDER}/areas.csv")
        raise type(error)(error.message, f'{error.remedy} For a new one add its name: --name "Leeds City Council".')
    if not wanted:
        raise BadRequest(f"'{asked}' is no short name for a council.", "Use letters and digits, such as gwynedd.")
    if not any(letter.isalpha() for letter in name) or _FORMULA.match(name) or "<" in name:
        raise BadRequest(f"'{name}' is no name of a council.", 'Write it as readers know it: --name "Gwynedd Council".')
    short = re.sub(r"\b(?:City|County|Borough|Metropolitan|District|Council|Cyngor|of|the)\b", "", name)
    return Area(wanted, name.strip(), " ".join(short.split()) or name.strip(), "council", "", "", "", ""), True


def nation_of(catalogue: Catalogue, area: Area, asked: str) -> tuple[str, Area | None]:
    """The id of the council's nation, and its row where the catalogue lacks it. Raises BadRequest for another word."""
    nation = slug(asked) or ("wales" if area.code.startswith("W") else "england")
    if nation in catalogue.areas:
        return nation, None
    if nation not in _NATIONS:
        raise BadRequest(f"'{asked}' is no nation the site knows.", f"Use one of: {', '.join(_NATIONS)}.")
    name, code = _NATIONS[nation]
    return nation, Area(nation, name, name, "nation", code, "", "", "")


def add(root: Path, areas: Iterable[Area]) -> None:
    """Add rows to the catalogue's areas."""
    rows = list(areas)
    if not rows:
        return
    path = root / FOLDER / "areas.csv"
    out = io.StringIO()
    csv.DictWriter(out, AREA_COLUMNS, lineterminator="\n").writerows(asdict(area) for area in rows)
    held = path.read_bytes()
    write_whole(path, held + (b"" if held.endswith(b"\n") else b"\n") + out.getvalue().encode())


def slug(text: str) -> str:
    """`Cyngor Sir Ynys Môn` as `cyngor-sir-ynys-mon`."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))
