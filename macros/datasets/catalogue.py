"""The catalogue: indicators, areas, code lists, targets and the word lists, looked up by their ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from macros.errors import unknown
from macros.model.area import Area
from macros.model.codelist import Codelist
from macros.model.finding import Finding
from macros.model.indicator import Indicator
from macros.model.target import Target

FOLDER = "data/catalogue"
INDICATOR_COLUMNS = (
    "id", "name", "plain_name", "topic", "unit", "counted", "plain_counted", "dimensions", "decimals",
    "polarity", "definition", "plain_definition", "base", "plain_base", "base_unit", "period_type",
    "age_scope", "includes_short_breaks",
)  # fmt: skip
AREA_COLUMNS = ("id", "name", "short_name", "kind", "code", "start", "end", "region")
CODE_COLUMNS = ("code", "label", "plain_label", "order")
CODE_OPTIONAL = ("polarity",)
WORD_LISTS: Mapping[str, tuple[str, ...]] = {
    "duties": ("id", "requirement", "basis", "severity", "valid_from", "valid_to"),
    "terms": ("area", "not", "say", "note"),
    "glossary": ("id", "word", "meaning"),
    "bodies": ("name", "kind", "area"),
    "literals": ("text", "why"),
    "accessibility": ("check", "page", "problem", "criterion", "mended_by"),
    "help": (
        "id", "name", "what", "phone", "phone_label", "text", "url", "hours", "area", "source",
        "last_checked", "order",
    ),
}  # fmt: skip
WORD_OPTIONAL: Mapping[str, tuple[str, ...]] = {"duties": ("needs",), "terms": ("edition", "except")}
TARGET_COLUMNS = (
    "indicator", "area", "breakdown", "called", "period_from", "comparison", "value", "value_to", "set_by",
    "source", "note",
)  # fmt: skip
Name = tuple[str, str]  # (indicator | area | a dimension | a plain list, an id of it)
Place = tuple[str, int]  # (path, row)


@dataclass(frozen=True)
class Catalogue:
    """What can be asked for. `words` holds the plain lists (duties, terms, glossary, help) by name.

    `places` says where each id of a plain list stands; `left_out` where a name stands that has a fault.
    """

    indicators: Mapping[str, Indicator]
    areas: Mapping[str, Area]
    codelists: Mapping[str, Codelist]
    targets: tuple[Target, ...]
    words: Mapping[str, tuple[Mapping[str, str], ...]]
    findings: tuple[Finding, ...] = field(default=())
    places: Mapping[Name, Place] = field(default_factory=dict)
    left_out: Mapping[Name, Place] = field(default_factory=dict)

    def indicator(self, indicator: str) -> Indicator:
        """The indicator of this id. Raises UnknownName with the nearest ones."""
        if indicator not in self.indicators:
            raise unknown("indicator", indicator, self.indicators, f"{FOLDER}/indicators.csv")
        return self.indicators[indicator]

    def area(self, area: str) -> Area:
        """The area of this id. Raises UnknownName with the nearest ones."""
        if area not in self.areas:
            raise unknown("area", area, self.areas, f"{FOLDER}/areas.csv")
        return self.areas[area]

    def codelist(self, dimension: str) -> Codelist:
        """The code list of a dimension. Raises UnknownName with the nearest ones."""
        if dimension not in self.codelists:
            raise unknown("dimension", dimension, self.codelists, f"{FOLDER}/codes/")
        return self.codelists[dimension]

    def words_by_id(self, name: str) -> dict[str, Mapping[str, str]]:
        """A plain list's rows by their id."""
        return {row["id"]: row for row in self.words.get(name, ())}
