"""What changed since the published site: its pages, their paragraphs and blocks, and the figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from macros.datasets.page_source import report_of
from macros.datasets.store import Store
from macros.model.report import Edition
from macros.publishing.indicator_pages import FOLDER as INDICATORS
from macros.publishing.preview.block_changes import BlockChange, block_changes
from macros.publishing.preview.changed_figures import FigureChanges, figure_changes, shown_by, withheld_texts
from macros.publishing.preview.main_part import MainPart, read_main_part
from macros.publishing.preview.paragraph_changes import Change, ParagraphChange, paragraph_changes
from macros.publishing.preview.published_site import Place, SiteFolder

_LEADS_ON = re.compile(r'<meta http-equiv="refresh"', re.IGNORECASE)  # to where the page is now
_ENGLISH = re.compile(r'<html[^>]*\blang="en', re.IGNORECASE)


class PageState(StrEnum):
    """What happened to a page."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True)
class PageChange:
    """A page that is not as it was. `paragraphs` is None where they could not be compared one by one.

    `is_guarded`: it showed a figure that is hidden now, so what it said before is not told.
    """

    url: str
    title: str
    state: PageState
    paragraphs: tuple[ParagraphChange, ...] | None = ()
    blocks: tuple[BlockChange, ...] = ()
    old: MainPart | None = None
    new: MainPart | None = None
    is_guarded: bool = False

    @property
    def report(self) -> str:
        """The report it belongs to; empty for a general page."""
        return report_of(self.url)

    @property
    def edition(self) -> Edition:
        """The voice it speaks in."""
        return edition_of(self.url)

    def counted(self, change: Change) -> int:
        """How many paragraphs changed in one way."""
        return sum(one.change is change for one in self.paragraphs or ())


@dataclass(frozen=True)
class Changes:
    """All of it. `is_compared`: there is a published site; `is_whole`: all of it could be read."""

    pages: tuple[PageChange, ...] = ()
    figures: Mapping[str, FigureChanges] = field(default_factory=dict)
    new_reports: tuple[str, ...] = ()
    is_compared: bool = True
    is_whole: bool = True

    def of(self, report: str, edition: Edition | None = None) -> tuple[PageChange, ...]:
        """The pages of a report (of a voice); those of no report for an empty name."""
        return tuple(one for one in self.pages if one.report == report and edition in (None, one.edition))

    def page(self, url: str) -> PageChange | None:
        """The change of one page."""
        return next((one for one in self.pages if one.url == url), None)


def edition_of(url: str) -> Edition:
    """The voice of the page at an address."""
    parts = url.strip("/").split("/")
    young = "young-people" in parts or parts[-1].endswith("-young-people")
    return Edition.YOUNG_PEOPLE if young else Edition.FORMAL


def compare(store: Store, published: SiteFolder | None, draft: SiteFolder) -> Changes:
    """Compare a built draft with the published site."""
    if published is None:
        return Changes(is_compared=False)
    had, has = set(published.pages), set(draft.pages)
    guard = _Guard(store, published)
    leads_on = {url for url in draft.pages if _LEADS_ON.search(draft.page(url) or "")}
    pages = [_title_only(draft, url, PageState.NEW) for url in draft.pages if url not in had | leads_on]
    both = [url for url in draft.pages if url in had - leads_on]
    pages += [one for url in both if (one := _compared(published, draft, url, guard)) is not None]
    pages += [_gone(published, url, guard) for url in published.pages if url not in has]
    known = {report_of(url) for url in had}
    shown = [report for report in store.releases if draft.download(report) is not None]
    return Changes(
        pages=tuple(sorted(pages, key=lambda one: (_group(one.url), one.url))),
        figures={report: figure_changes(store, report, published, draft) for report in shown if report in known},
        new_reports=tuple(sorted({report_of(url) for url in has} - known)),
        is_whole=published.figures is not None,
    )


def _group(url: str) -> int:
    """Reports come first, then general pages; the pages of indicators follow from the figures."""
    return 0 if url.startswith("reports/") else 2 if url.startswith(f"{INDICATORS}/") else 1


def _title_only(site: SiteFolder, url: str, state: PageState) -> PageChange:
    return PageChange(url, site.title(url), state)


def _gone(published: SiteFolder, url: str, guard: _Guard) -> PageChange:
    """A page that is gone: by its address alone, where its title might say what is hidden now."""
    return PageChange(url, url, PageState.GONE) if guard.hides(url) else _title_only(published, url, PageState.GONE)


def _compared(published: SiteFolder, draft: SiteFolder, url: str, guard: _Guard) -> PageChange | None:
    """None for a page that says what it said."""
    before, after = published.page(url), draft.page(url)
    if after is None or before == after:
        return None
    title = draft.title(url)
    old, new = read_main_part(before or ""), read_main_part(after)
    if old is None or new is None:
        return PageChange(url, title, PageState.CHANGED, None)
    paragraphs = paragraph_changes([one.text for one in old.paragraphs], [one.text for one in new.paragraphs])
    blocks = tuple(block_changes(old.blocks, new.blocks))
    if not blocks and paragraphs == []:
        return None
    marks = None if paragraphs is None or not _ENGLISH.search(after) else tuple(paragraphs)
    return PageChange(url, title, PageState.CHANGED, marks, blocks, old, new, guard.hides(url))


class _Guard:
    """Which published pages show a figure that is hidden today: a preview must not tell it once more."""

    def __init__(self, store: Store, published: SiteFolder) -> None:
        self._hidden: dict[str, set[Place]] = {report: withheld_texts(store, report) for report in store.reports}
        self._shown = _by_page(published)

    def hides(self, url: str) -> bool:
        """Whether what a page said before may not be shown."""
        if self._shown is None:  # nobody knows what it showed
            report = report_of(url)
            return bool(self._hidden.get(report)) if report else any(self._hidden.values())
        return any(place in self._hidden.get(report, ()) for report, place in self._shown.get(url, ()))


def _by_page(published: SiteFolder) -> dict[str, set[tuple[str, Place]]] | None:
    if published.figures is None:
        return None
    shown: dict[str, set[tuple[str, Place]]] = {}
    for row in published.figures:
        if row["value"]:
            shown.setdefault(row["page"], set()).add((row["report"], shown_by(row)))
    return shown


def counted(pages: Iterable[PageChange]) -> Counter[PageState]:
    """How many pages are new, changed and gone."""
    return Counter(one.state for one in pages)
