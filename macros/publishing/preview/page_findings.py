"""Findings on the page they concern: the page whose source has it, or a page that shows the figure it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath

from markupsafe import Markup

from macros.datasets.frozen import FOLDER
from macros.datasets.page_source import DOCS
from macros.datasets.store import Store
from macros.model.finding import Finding, Severity
from macros.model.report import Edition
from macros.publishing.preview.changed_figures import shown_by
from macros.publishing.preview.comparison import edition_of
from macros.publishing.preview.published_site import Place, Row, SiteFolder
from macros.render.html import tag

_MOST_PAGES = 5  # a figure shown on more pages has its finding on the first of them and on "Ready to publish?"


def findings_by_page(
    store: Store, findings: Iterable[Finding], draft: SiteFolder, pages: Iterable[str]
) -> dict[str, list[Finding]]:
    """The findings by the address of the page they concern. What concerns no page stands on "Ready to publish?"."""
    known = set(pages)
    by_figure = _ByFigure(store, draft)
    found: dict[str, list[Finding]] = {}
    for one in findings:
        urls = [url] if (url := address(one.path)) in known else by_figure.pages(one)
        for url in urls[:_MOST_PAGES]:
            if one not in found.setdefault(url, []):
                found[url].append(one)
    return found


def address(path: str) -> str:
    """Where the page of a source stands in the site: `docs/a/b.md` at `a/b/`; an address as it is."""
    if not path.startswith(f"{DOCS}/"):
        return "" if path == "index.html" else path
    parts = PurePosixPath(path).relative_to(DOCS).with_suffix("").parts
    return "".join(f"{part}/" for part in (parts[:-1] if parts[-1] in ("index", "README") else parts))


def findings_box(site: Path, url: str, findings: Iterable[Finding]) -> Markup:
    """The findings of a page, folded and counted: in full for the formal edition, one quiet line in the other."""
    listed = sorted(findings, key=lambda one: (one.severity is not Severity.STOPS, one.path, one.line))
    root = way_up(url)
    items = [tag("li", tag("code", one.place), " ", one.message, *_help(site, root, one)) for one in listed]
    summary = _counted(listed)
    if edition_of(url) is Edition.YOUNG_PEOPLE:
        summary = f"For the grown-ups who write this page: {_number(len(listed), 'note')}"
    return tag("details", tag("summary", summary), tag("ul", *items), class_="tv-page-findings", data_silent=True)


def way_up(url: str) -> str:
    """The way from a page to the site's root: `../..`, or `.`."""
    return "/".join([".."] * url.count("/")) or "."


def _counted(findings: list[Finding]) -> str:
    stops = sum(one.severity is Severity.STOPS for one in findings)
    told = f"{_number(len(findings), 'finding')} on this page"
    if not stops:
        return f"{told}; none stops publication"
    return f"{told}; {stops} {'stops' if stops == 1 else 'stop'} publication"


def _number(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _help(site: Path, root: str, one: Finding) -> list[object]:
    """The link to the page that says how to mend it, where the draft has that page."""
    place = PurePosixPath(one.help).with_suffix("")
    if not (site / place / "index.html").is_file():
        return []
    return [
        " ",
        tag("a", "How to mend it", tag("span", f": {one.check}", class_="tv-edit-word"), href=f"{root}/{place}/"),
    ]


def _pages_of_figures(figures: Iterable[Row]) -> Mapping[Place, list[str]]:
    pages: dict[Place, dict[str, None]] = {}
    for row in figures:
        if not row["page"].startswith(("indicators/", "guide/")) and edition_of(row["page"]) is Edition.FORMAL:
            pages.setdefault((row["report"], *shown_by(row)), {})[row["page"]] = None
    return {place: list(urls) for place, urls in pages.items()}


class _ByFigure:
    """The pages that show what a row of a release holds. Made when first asked: most drafts have no such finding."""

    def __init__(self, store: Store, draft: SiteFolder) -> None:
        self._store, self._draft = store, draft

    def pages(self, finding: Finding) -> list[str]:
        """The pages of the formal edition that show the figure of a finding's row."""
        if not finding.line or not finding.path.startswith(f"{FOLDER}/"):
            return []
        return self._pages.get(self._rows.get((finding.path, finding.line), ()), [])

    @cached_property
    def _pages(self) -> Mapping[Place, list[str]]:
        return _pages_of_figures(self._draft.figures or ())

    @cached_property
    def _rows(self) -> Mapping[tuple[str, int], Place]:
        """What stands in each row of the releases in force."""
        return {
            (one.path, one.row): (report, one.key.indicator, one.key.area, one.key.period.text, one.key.breakdown_text)
            for report, release in self._store.releases.items()
            for one in release.observations
        }
