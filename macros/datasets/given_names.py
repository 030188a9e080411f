"""What people call indicators, areas and categories in a file, as the ids of the catalogue."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from macros.datasets.catalogue import Catalogue
from macros.errors import BadRequest, UnknownName, excerpt, instead, nearest
from macros.model.codelist import TOTAL, Codelist
from macros.model.indicator import Indicator
from macros.model.observation import Breakdown

JOINED = " · "  # between the categories of several dimensions, in a workbook
_ALL = ("total", "all", "everyone")


class Names:
    """Looks names up, however they are spelt: ids, formal and plain names, in any case."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.indicators: dict[str, set[str]] = defaultdict(set)
        for one in catalogue.indicators.values():
            for name in (one.id, one.name, one.plain_name):
                self.indicators[_plain(name)].add(one.id)
        self.areas: dict[str, str] = {}
        for area in catalogue.areas.values():
            for name in (area.short_name, area.name, area.code, area.id):
                self.areas[_plain(name)] = area.id

    def indicator(self, identifier: str, name: str) -> Indicator:
        """The indicator that a row names by its id, its name or both. Raises UnknownName or BadRequest."""
        called = self.indicators.get(_plain(name), set())
        if identifier:
            found = self.catalogue.indicators.get(identifier) or self._only(
                identifier, self.indicators.get(_plain(identifier), set())
            )
            if called and found.id not in called:
                raise BadRequest(
                    f"The row is called '{excerpt(name, 60)}', but its column “indicator” says '{found.id}'.",
                    f"Clear the grey cell, or write {' or '.join(sorted(called))}.",
                )
            return found
        if not name:
            raise UnknownName("holds figures, but the row does not say what it counts.", "Fill in “What is counted”.")
        return self._only(name, called)

    def _only(self, text: str, found: set[str]) -> Indicator:
        if len(found) == 1:
            return self.catalogue.indicators[next(iter(found))]
        if found:
            known = ", ".join(sorted(found))
            raise BadRequest(f"'{excerpt(text, 60)}' is the name of several figures.", f"Write one of: {known}.")
        close = nearest(_plain(text), self.indicators, 3)
        names = dict.fromkeys(one for name in close for one in sorted(self.indicators[name]))
        hint = "; ".join(f"{one} ({self.catalogue.indicators[one].name})" for one in list(names)[:3])
        told = f"The nearest are: {hint}." if hint else "data/catalogue/indicators.csv lists all."
        raise UnknownName(f"There is no figure called '{excerpt(text, 60)}'.", told)

    def area(self, name: str) -> str:
        """The id of an area by its name or its code. Raises UnknownName."""
        if found := self.areas.get(_plain(name)):
            return found
        raise UnknownName(f"There is no area called '{excerpt(name, 60)}'.", instead(name, self.catalogue.areas))

    def breakdown(self, indicator: Indicator, coded: str, category: str, columns: Mapping[str, str]) -> Breakdown:
        """The categories of a row, from `sex=male`, from labels, or from a column for each dimension.

        Raises ReportsError when they are missing, unknown, or contradict each other.
        """
        found: dict[str, str] = {}
        for name, text in columns.items():
            if text and (name in indicator.dimensions or _plain(text) not in _ALL):
                self._take(indicator, found, name, text)
        for part in filter(None, (part.strip() for part in coded.split(";"))):
            name, _, code = part.partition("=")
            self._take(indicator, found, name.strip(), code.strip())
        self._labels(indicator, found, category)
        if missing := [name for name in indicator.dimensions if name not in found]:
            known = "; ".join(label for name in missing for label in self._known(name))
            raise BadRequest("The row does not say which category it counts.", f"Write one of: {excerpt(known, 300)}.")
        return tuple((name, found[name]) for name in indicator.dimensions)

    def _labels(self, indicator: Indicator, found: dict[str, str], category: str) -> None:
        """Take the labels of the column “Category”, in the order of the indicator's dimensions."""
        parts = [part.strip() for part in category.split(JOINED.strip()) if part.strip()]
        if not indicator.dimensions:
            if any(_plain(part) not in _ALL for part in parts):
                raise BadRequest(
                    f"'{indicator.name}' has no categories, but the row names '{excerpt(category, 60)}'.", ""
                )
            return
        if parts and len(parts) != len(indicator.dimensions):
            wanted = JOINED.join(indicator.dimensions)
            raise BadRequest(f"'{excerpt(category, 60)}' is not one category for each of: {wanted}.", "")
        for name, part in zip(indicator.dimensions, parts, strict=False):
            self._take(indicator, found, name, part)

    def _take(self, indicator: Indicator, found: dict[str, str], name: str, text: str) -> None:
        if name not in indicator.dimensions:
            known = ", ".join(indicator.dimensions) or "nothing"
            raise BadRequest(f"'{indicator.id}' is broken down by {known}, not by '{excerpt(name, 40)}'.", "")
        code = _code(self.catalogue.codelist(name), text)
        if not code:
            known = "; ".join(self._known(name))
            raise UnknownName(
                f"There is no category '{excerpt(text, 60)}' ({name}).", f"Write one of: {excerpt(known, 300)}."
            )
        if found.setdefault(name, code) != code:
            raise BadRequest(f"The row says both '{found[name]}' and '{code}' ({name}).", "Keep one of them.")

    def _known(self, dimension: str) -> Iterable[str]:
        return (code.label for code in self.catalogue.codelist(dimension))


def label(codelist: Codelist, code: str) -> str:
    """What a category is called in a workbook."""
    return codelist[code].label if code in codelist else "Total"


def _code(codelist: Codelist, text: str) -> str:
    plain = _plain(text)
    for name in ("code", "label", "plain_label"):
        for code in codelist:
            if plain == _plain(getattr(code, name)):
                return code.code
    return TOTAL if plain in _ALL and TOTAL in codelist else ""


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().casefold()
