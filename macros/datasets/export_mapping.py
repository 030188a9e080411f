"""How the export of a case system becomes figures: a mapping kept as data, `data/catalogue/mappings/<name>.yml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from macros.datasets.catalogue import FOLDER
from macros.datasets.store import Store
from macros.datasets.yaml_source import read_settings
from macros.errors import BadRequest, excerpt, instead, unknown

MAPPINGS = f"{FOLDER}/mappings"
PARTS = ("value", "numerator", "denominator", "status", "period", "area", "note")  # each may have a column
_FIGURE = ("indicator", "count", "where", "breakdown", *PARTS)
_TOP = ("title", "source", "period", "periods", "figures")


@dataclass(frozen=True)
class MappedDimension:
    """Where a category comes from: the same one in each row (`fixed`), or a column and what its values stand for."""

    fixed: str = ""
    column: str = ""
    codes: Mapping[str, str] | None = None  # None: the column holds the codes or the labels themselves


@dataclass(frozen=True)
class MappedFigure:
    """One indicator: the columns of its parts, the rows it is about (`where`), or that rows are counted."""

    indicator: str
    columns: Mapping[str, str]
    where: Mapping[str, frozenset[str]]
    breakdown: Mapping[str, MappedDimension]
    counts_rows: bool = False

    @property
    def needs(self) -> frozenset[str]:
        """The columns of the export that it names."""
        own = (one.column for one in self.breakdown.values() if one.column)
        return frozenset((*self.columns.values(), *self.where, *own))


@dataclass(frozen=True)
class ExportMapping:
    """A mapping: its figures, the words for periods, and what every row says of its source."""

    name: str
    source: str
    period: str
    periods: Mapping[str, str]
    figures: tuple[MappedFigure, ...]


def read_mapping(store: Store, name: str) -> ExportMapping:
    """The mapping of this name. Raises ReportsError that says what in the file is wrong."""
    path = f"{MAPPINGS}/{name}.yml"
    known = sorted(one.stem for one in (store.root / MAPPINGS).glob("*.yml"))
    if name not in known:
        raise unknown("mapping", name, known, MAPPINGS)
    loaded, wrong = read_settings(store.root, path, ("source", "figures"))
    if wrong:
        raise BadRequest(f"{path}: {wrong[0].message}", "")
    reader = _Reader(store, path)
    reader.only(loaded, _TOP, "the file")
    listed = loaded["figures"]
    if not isinstance(listed, list):
        raise reader.refused("`figures` must be a list: each begins with `- indicator:`.")
    figures = tuple(reader.figure(one) for one in listed)
    periods = reader.texts(loaded.get("periods") or {}, "periods")
    return ExportMapping(name, str(loaded["source"]), str(loaded.get("period") or ""), periods, figures)


class _Reader:
    """Turns the settings of a mapping into values, or says what is wrong with them."""

    def __init__(self, store: Store, path: str) -> None:
        self.store, self.path = store, path

    def refused(self, text: str, remedy: str = "") -> BadRequest:
        return BadRequest(f"{self.path}: {text}", remedy)

    def only(self, given: Mapping[str, Any], known: Iterable[str], what: str) -> None:
        for name in given:
            if name not in known:
                raise self.refused(f"{what} has the setting '{excerpt(str(name), 40)}'.", instead(str(name), known))

    def texts(self, given: Any, what: str) -> dict[str, str]:
        if not isinstance(given, dict) or any(isinstance(one, dict | list) for one in given.values()):
            raise self.refused(f"`{what}` must be lines of the form `what the export says: what it means`.")
        return {_text(name): _text(one) for name, one in given.items()}

    def figure(self, given: Any) -> MappedFigure:
        if not isinstance(given, dict) or not isinstance(given.get("indicator"), str):
            raise self.refused("each of the `figures` must begin with `- indicator:` and its id.")
        indicator = self.store.catalogue.indicator(given["indicator"])
        self.only(given, _FIGURE, indicator.id)
        counts = given.get("count")
        if counts not in (None, "rows") or (counts is None) == ("value" not in given):
            raise self.refused(
                f"{indicator.id} needs either `value:` with the name of a column, or `count: rows`.",
                "Write `count: rows` where each row of the export is one child or one review.",
            )
        columns = self.texts({part: given[part] for part in PARTS if part in given}, indicator.id)
        where = given.get("where") or {}
        if not isinstance(where, dict):
            raise self.refused(f"`where` of {indicator.id} must be lines of the form `column: value`.")
        chosen = {
            _text(column): frozenset(
                _text(one).casefold() for one in (values if isinstance(values, list) else [values])
            )
            for column, values in where.items()
        }
        breakdown = given.get("breakdown") or {}
        if not isinstance(breakdown, dict) or set(breakdown) != set(indicator.dimensions):
            wanted = ", ".join(indicator.dimensions) or "nothing"
            raise self.refused(f"{indicator.id} is broken down by {wanted}.", "`breakdown` must name just that.")
        dimensions = {name: self.dimension(name, one) for name, one in breakdown.items()}
        return MappedFigure(indicator.id, columns, chosen, dimensions, counts_rows=counts == "rows")

    def dimension(self, name: str, given: Any) -> MappedDimension:
        codelist = self.store.catalogue.codelist(name)
        if isinstance(given, str):
            return MappedDimension(fixed=codelist[given].code)
        if not isinstance(given, dict) or not isinstance(given.get("column"), str):
            raise self.refused(f"`{name}` needs a code, or `column:` and `codes:`.")
        self.only(given, ("column", "codes"), name)
        codes = None
        if given.get("codes") is not None:
            codes = {said.casefold(): codelist[code].code for said, code in self.texts(given["codes"], name).items()}
        return MappedDimension(column=given["column"], codes=codes)


def _text(value: Any) -> str:
    """A setting as text; YAML makes numbers and truths of some words."""
    return {True: "yes", False: "no", None: ""}.get(value, str(value)) if isinstance(value, bool | None) else str(value)
