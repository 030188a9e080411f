"""From published files to rows of a comparator release: every council, region and the nation, year by year."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from macros.datasets.catalogue import Catalogue
from macros.datasets.comparator_mapping import MappedStatistic
from macros.datasets.csv_source import NUMBER
from macros.datasets.published_areas import PublishedAreas, find_areas
from macros.datasets.published_files import PublishedFile
from macros.errors import BadRequest, excerpt

if TYPE_CHECKING:
    import pandas as pd

_STATUS = {"c": "c", "z": "z", "x": "x", "k": "low", "low": "low", ":": "x", "..": "x", "*": "c", "~": "c", "": "x"}
_TIME = re.compile(r"(\d{1,2}):(\d{2})", re.ASCII)
Cells = dict[str, str]


@dataclass
class PublishedFigures:
    """`rows` by topic, in the columns of a release; `strange`: what is neither number nor status, counted."""

    rows: dict[str, list[Cells]] = field(default_factory=dict)
    areas: PublishedAreas = field(default_factory=PublishedAreas)
    used: dict[str, int] = field(default_factory=dict)
    strange: dict[str, int] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)


def read_figures(
    files: Sequence[PublishedFile], mapping: Sequence[MappedStatistic], catalogue: Catalogue
) -> PublishedFigures:
    """The figures that the mapping finds in the files. Raises BadRequest when two files give the same figure."""
    import pandas as pd

    made = PublishedFigures(used=dict.fromkeys((file.name for file in files), 0))
    taken = [(file, one, part) for file in files for one in mapping if (part := _part(file, one)) is not None]
    if not taken:
        raise BadRequest(
            "None of the files holds an indicator of the mapping.",
            "data/catalogue/comparators.csv says which columns and rows are looked for.",
        )
    held = {(one.indicator, one.breakdown) for _, one, _ in taken}
    made.missing = [one.indicator for one in mapping if (one.indicator, one.breakdown) not in held]
    present = _present(taken)
    made.areas = find_areas(pd.concat([file.frame for file in files]), present, catalogue)
    seen: dict[tuple[str, str, str, str], str] = {}
    for file, one, part in taken:
        topic = catalogue.indicator(one.indicator).topic
        for row in _rows(one, part, present, made):
            key = one.indicator, str(one.breakdown), row["area"], row["period"]
            if seen.setdefault(key, file.name) != file.name:
                raise BadRequest(f"'{file.name}' and '{seen[key]}' give the same figures.", "Name only one of them.")
            made.rows.setdefault(topic, []).append(row)
            made.used[file.name] += 1
    return made


def _part(file: PublishedFile, one: MappedStatistic) -> pd.DataFrame | None:
    """The rows of a file that hold a statistic, with its numbers as value, numerator, denominator; None for none."""
    frame = file.frame
    if not one.columns <= set(frame.columns):
        return None
    part = _where(frame, one.where)
    if part.empty:
        return None
    names = ["level", "place", "period"]
    made = part[names].copy()
    made["value"] = part[one.value]
    for column, name in (("numerator", one.numerator), ("denominator", one.denominator)):
        made[column] = part[name] if name else ""
    if one.whole:
        whole = _where(frame, {**one.where, **one.whole}).drop_duplicates(names)
        base = dict(zip(_keys(whole), whole[one.numerator].tolist(), strict=True))
        made["denominator"] = [base.get(key, "") for key in _keys(made)]
    return made


def _keys(frame: pd.DataFrame) -> Iterator[tuple[str, str]]:
    return zip(frame["place"].tolist(), frame["period"].tolist(), strict=True)


def _where(frame: pd.DataFrame, wanted: Mapping[str, str]) -> pd.DataFrame:
    for column, value in wanted.items():
        frame = frame[frame[column] == value]
    return frame


def _present(taken: Sequence[tuple[PublishedFile, MappedStatistic, pd.DataFrame]]) -> dict[str, set[str]]:
    """The years in which a place has a figure, hidden ones included: where all are z or x, it was not there."""
    present: dict[str, set[str]] = {}
    for _, _, part in taken:
        says = [~part[column].isin(("z", "x", "")) for column in ("value", "numerator", "denominator")]
        there = part[says[0] | says[1] | says[2]]
        for place, period in _keys(there):
            present.setdefault(place, set()).add(period)
    return present


def _rows(
    one: MappedStatistic, part: pd.DataFrame, present: Mapping[str, set[str]], made: PublishedFigures
) -> Iterator[Cells]:
    """The rows of a release; a council's years before it began and after it ended are left out."""
    codes = dict(one.breakdown)
    columns = ("place", "period", "value", "numerator", "denominator")
    for place, period, *numbers in zip(*(part[name].tolist() for name in columns), strict=True):
        area = made.areas.ids.get(place)
        if area is None or place not in present:
            continue
        value, status = _number(numbers[0], one.form, made)
        if not value and period not in present[place]:
            continue
        cells = {"numerator": "", "denominator": ""}
        if value:
            cells = {name: _number(text, "", made)[0] for name, text in zip(cells, numbers[1:], strict=True)}
            cells["denominator"] = "" if cells["denominator"].strip("0.") == "" else cells["denominator"]
        note = "; ".join(filter(None, (one.note, f"published as {numbers[0]}" if one.form and value else "")))
        yield {
            "indicator": one.indicator, "area": area, "period": period, **codes, "value": value, **cells,
            "status": status, "source": one.source, "note": note,
        }  # fmt: skip


def _number(text: str, form: str, made: PublishedFigures) -> tuple[str, str]:
    """A published cell as a number and a status. What is neither is counted, and not available."""
    text = text.strip()
    if text.casefold() in _STATUS:
        return "", _STATUS[text.casefold()]
    if form and (found := _TIME.fullmatch(text)) and int(found[2]) < 12:
        return str(int(found[1]) * 12 + int(found[2])), ""
    plain = text.replace(",", "").removesuffix("%")
    if not form and NUMBER.fullmatch(plain):
        return plain, ""
    name = excerpt(text, 20)
    made.strange[name] = made.strange.get(name, 0) + 1
    return "", "x"


def only_areas(figures: PublishedFigures, areas: Collection[str]) -> None:
    """Leave out the rows of all other areas."""
    figures.rows = {
        topic: kept for topic, rows in figures.rows.items() if (kept := [row for row in rows if row["area"] in areas])
    }
