"""The site that readers have now, read from its folder. It may be of an older program, half written, or tampered with:
what cannot be read is left out and told, and nothing of it is trusted."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from pathlib import Path

MOST = 8_000_000  # letters of a file; a page of a report has a hundredth of that
FIGURES = "data/figures.json"
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL | re.IGNORECASE)
_MOST_TITLE = 160  # letters
_KEY = ("indicator", "area", "period", "breakdown", "source")
_VALUES = ("value", "numerator", "denominator", "status")
_OWN = ("guide/", "search/", "404.html", "editions/")  # for authors, or the same for every site
_OWN_ENDS = ("/what-changed/", "/ready/", "/say-what-you-think/", "/comment-sheet/")  # there in drafts alone

Row = Mapping[str, str]
Place = tuple[str, ...]  # a figure's indicator, area, period, breakdown and source


@dataclass(frozen=True)
class SiteFolder:
    """A built site on disk."""

    folder: Path

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """The addresses of its pages (`reports/x/`), without those that are not compared."""
        return tuple(sorted(url for path in self._html() if not _is_own(url := self._url(path))))

    @cached_property
    def figures(self) -> tuple[Row, ...] | None:
        """What its pages show, as `data/figures.json` says; None where that cannot be read."""
        try:
            rows = json.loads(self._text(FIGURES) or "")
        except (ValueError, RecursionError):
            return None
        return tuple(row for row in rows if _is_figure(row)) if isinstance(rows, list) else None

    def page(self, url: str) -> str | None:
        """A page's HTML; None where there is none, or it cannot be read."""
        return self._text(f"{url}index.html" if url.endswith("/") or not url else url)

    def title(self, url: str) -> str:
        """A page's own title, without its site's; its address where it has none."""
        found = _TITLE.search(self.page(url) or "")
        whole = " ".join(unescape(found[1]).split()) if found else ""
        return (whole.partition(" · ")[0] or url or "index.html")[:_MOST_TITLE]

    def download(self, report: str) -> str | None:
        """The text of a report's figures, `data/reports/<id>.csv`."""
        return self._text(f"data/reports/{report}.csv")

    def rows(self, report: str) -> dict[Place, Row] | None:
        """The figures of a report by what and where they are; None where they cannot be read."""
        text = self.download(report)
        if text is None:
            return None
        try:
            read = csv.DictReader(io.StringIO(text), strict=True)
            if not {*_KEY, *_VALUES, "release"} <= set(read.fieldnames or ()):
                return None
            whole = (row for row in read if None not in row and None not in row.values())
            return {tuple(row[name] for name in _KEY): row for row in whole}
        except csv.Error:
            return None

    def _html(self) -> Iterator[Path]:
        return (path for path in self.folder.rglob("*.html") if path.is_file() and not path.is_symlink())

    def _url(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix().removesuffix("index.html")

    def _text(self, name: str) -> str | None:
        path = self.folder / name
        try:
            if path.stat().st_size > MOST:
                return None
            return path.read_text(encoding="utf-8", errors="replace")
        except (OSError, ValueError):
            return None


def facts(row: Row) -> tuple[str, ...]:
    """What a reader would quote of a row."""
    return tuple(row[name] for name in _VALUES)


def _is_own(url: str) -> bool:
    return url.startswith(_OWN) or url == "what-changed/" or url.endswith(_OWN_ENDS)


def _is_figure(row: object) -> bool:
    names = ("page", "report", "indicator", "area", "period", "breakdown", "value")
    return isinstance(row, dict) and all(isinstance(row.get(name), str) for name in names)
