"""What a macro knows of the page it stands on: its report, edition, council and period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from macros.datasets.page_source import is_english, way_from_folder
from macros.datasets.select import Request
from macros.datasets.store import Store
from macros.errors import BadRequest
from macros.model.report import Edition, Level, Report


def way_to_root(path: str) -> str:
    """The way from the built page of a source below `docs/` to the site's root: `.`, `..`, `../../..`."""
    parts = PurePosixPath(path).with_suffix("").parts
    depth = len(parts) - 1 if parts[-1] in ("index", "README") else len(parts)
    return "/".join([".."] * depth) or "."


@dataclass(frozen=True)
class PageContext:
    """`path` is the page's source below `docs/`; `meta` its front matter with its folder's; its links
    are read as the built page's, or (`from_folder`) as those of the folder its source lies in."""

    store: Store
    path: str
    meta: dict[str, Any]
    from_folder: bool = False

    @property
    def root(self) -> str:
        """How the page's links to the site's root begin: `.`, `..`, `../../..`."""
        return way_from_folder(self.path) if self.from_folder else way_to_root(self.path)

    @property
    def edition(self) -> Edition:
        """Whom the page speaks to; formal where the front matter does not say."""
        name = self.meta.get("edition", Edition.FORMAL.value)
        if name not in list(Edition):
            raise BadRequest(f"The front matter's edition is '{name}'.", f"Use one of: {', '.join(Edition)}.")
        return Edition(name)

    @property
    def level(self) -> Level:
        """How much the page asks of its reader; `older` where the front matter does not say."""
        name = self.meta.get("level", Level.OLDER.value)
        if name not in list(Level):
            raise BadRequest(f"The front matter's level is '{name}'.", f"Use one of: {', '.join(Level)}.")
        return Level(name)

    @property
    def is_younger(self) -> bool:
        """Whether the page is the shorter and simpler one of the young people's edition."""
        return not self.is_formal and self.level is Level.YOUNGER

    @property
    def is_english(self) -> bool:
        """Whether the page is written in English; a translated summary is not."""
        return is_english(self.meta)

    @property
    def is_formal(self) -> bool:
        """Whether the page belongs to the formal edition."""
        return self.edition is Edition.FORMAL

    def report(self, report: str = "") -> Report:
        """The page's report, or the one asked for. Raises BadRequest when the page names none."""
        name = report or self.meta.get("report")
        if not name:
            raise BadRequest(
                "The page does not say which report it belongs to.",
                "Add a line `report: <report id>` to its front matter, or to the folder's .meta.yml.",
            )
        return self.store.report(str(name))

    def request(self, indicator: str, options: Mapping[str, Any]) -> Request:
        """A request with the page's report, council and period as the defaults.

        `options` may hold report, area, period, source; the rest are dimensions.
        """
        given = {name: str(value) for name, value in options.items() if value is not None}
        report = self.report(given.pop("report", ""))
        area = given.pop("area", report.council)
        area = {"region": report.region, "england": report.nation}.get(area, area)
        period = _period(given.pop("period", ""), report)
        return Request(report.id, str(indicator), area, period, given, source=given.pop("source", ""))


def _period(asked: str, report: Report) -> str:
    if asked in ("Q1", "Q2", "Q3", "Q4"):
        return report.period.quarter_named(int(asked[1]))
    return {"": report.period.text, "last year": report.period.previous.text}.get(asked, asked)


def page_context(env: Any, store: Store) -> PageContext:
    """The context of the page mkdocs-macros (or Zensical's own macros) is rendering."""
    page = env.page
    file = getattr(page, "file", None)
    if file is None:
        return PageContext(store, page.path, page.meta, from_folder=True)
    return PageContext(store, file.src_uri, page.meta)
