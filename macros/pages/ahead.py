"""Drawing ahead: on a project whose charts were never drawn, other processes draw while the build reads its pages.

The build asks the macros of its pages from the first to the last. The others ask them from the last to the first, pages
with many charts before those with few, and keep what is made; where they have been, the build finds every block and
drawing kept. Then they make the reports' workbooks, while the build writes its pages, and take their part of what the
build still has to do. What fails here is left to the build, which says so. Nothing is made otherwise than by the build
itself, so one process or many give the same bytes.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

from macros.checks import Work
from macros.datasets.page_source import DOCS, PageSource, read_pages
from macros.datasets.store import Store, open_store
from macros.errors import BadRequest
from macros.pages.chart_macros import CACHE
from macros.pages.draft import declare, is_draft, is_preview, only_report
from macros.pages.indicator_macros import lines_of
from macros.pages.other_process import Caller, Other, start
from macros.pages.page_context import PageContext
from macros.pages.registration import MACROS
from macros.publishing.report_workbook import report_workbook
from macros.publishing.shown_pages import hidden_pages, made_pages

SWITCH = "TWO_VOICES_PROCESSES"  # how many processes draw; left out: as many as the computer has
FEWEST = 8  # charts: fewer are done before a process has begun
_CHARTS = re.compile(r"\b(?:chart|comparators)\s*\(")
_RECORDS = re.compile(r"""\bindicator_record\s*\(\s*["']([^"']*)["']""")
_SNIPPETS = "overrides/snippets"


_FEWEST_SHARED = 8  # items: fewer are done before they are told


@dataclass(frozen=True)
class Share:
    """What one process does: draw for `pages` (paths from `root`), then make the workbooks of `reports`."""

    root: Path
    pages: Sequence[str]
    reports: Sequence[str]
    preview: bool  # whether the build is one


@dataclass
class Ahead:
    """The processes at work beside the build."""

    running: list[Other] = field(default_factory=list)

    def pages_read(self) -> None:
        """Let no process begin another page: the build has asked every macro of every page."""
        for one in self.running:
            one.enough()

    def workbooks_made(self) -> None:
        """Wait for the workbooks. A process that failed has made less; the build makes the rest, alone."""
        self.pages_read()
        self.running = [one for one in self.running if _answers(one)]

    def share(self, work: Work, items: Sequence[Any]) -> list[Any]:
        """What `work`, a function found by its name, makes of some items, in their order: each process takes a part.

        What a process fails to do the build does.
        """
        if len(items) < _FEWEST_SHARED:
            return work(items)
        many = len(self.running) + 1
        parts = [items[one::many] for one in range(many)]
        for other, part in zip(self.running, parts[1:], strict=True):
            other.ask(work, part)
        made = [work(parts[0])]
        for other, part in zip(list(self.running), parts[1:], strict=True):
            try:
                made.append(other.hear())
            except EOFError:
                self.running.remove(other)
                made.append(work(part))
        return [made[number % many][number // many] for number in range(len(items))]

    def finish(self) -> None:
        """Let the processes end."""
        for one in self.running:
            one.end()


def _answers(other: Other) -> bool:
    with suppress(EOFError):
        other.hear()
        return True
    return False


def begin(store: Store) -> Ahead:
    """Start drawing for the pages that this build shows, if there is much to draw."""
    many, drawn = _processes() - 1, _drawn(store.root)  # the build is one process itself
    drawing = [page for page in _pages(store) if _CHARTS.search(page.body) or _RECORDS.search(page.body)]
    if many < 1 or 2 * len(drawing) < drawn:
        return Ahead()
    charts = {page.path: _charts(store, page) for page in drawing}
    if sum(charts.values()) < max(FEWEST, 2 * drawn):
        return Ahead()
    order, reports = list(charts)[::-1], list(store.releases)
    order.sort(key=lambda path: -charts[path])
    shares = (Share(store.root, order[one::many], reports[one::many], is_preview()) for one in range(many))
    return Ahead([start(partial(work_on, share)) for share in shares])


def _charts(store: Store, page: PageSource) -> int:
    """How many a page has."""
    lines = 0
    for indicator in _RECORDS.findall(page.body):
        with suppress(BadRequest):
            lines += lines_of(store, indicator)
    return len(_CHARTS.findall(page.body)) + lines


def _processes() -> int:
    asked = os.environ.get(SWITCH, "")
    return int(asked) if asked.isdigit() else os.cpu_count() or 1


def _drawn(root: Path) -> int:
    try:
        return sum(1 for _ in (root / CACHE).iterdir())
    except OSError:
        return 0


def _pages(store: Store) -> list[PageSource]:
    """The pages authors write, without those this build leaves out, and those nobody writes."""
    draft, only = is_draft(), only_report()
    left_out = tuple(f"{DOCS}{path.rstrip('/')}/" for path in hidden_pages(store, draft=draft, only=only))
    written = (page for page in read_pages(store.root)[0] if not page.path.startswith(left_out))
    made = made_pages(store, draft=draft, only=only).items()
    return [*written, *(PageSource(f"{DOCS}/{path}", {}, text, 1) for path, text in made)]


def work_on(share: Share, caller: Caller) -> None:
    """What each process does, in silence: what is wrong with a page the build says itself."""
    declare(is_preview=share.preview)
    store = open_store(share.root)
    known = {page.path: page for page in _pages(store)}
    for path in share.pages:
        if caller.enough.is_set():
            break
        if path in known:  # which somebody may take away meanwhile
            go_through(store, known[path])
    for report in share.reports:
        report_workbook(store, store.report(report))
    caller.answer("the workbooks are made")
    for work, items in caller.asked():
        caller.answer(work(items))


def go_through(store: Store, page: PageSource) -> None:
    """Ask every macro of a page, so that what it makes is kept. A mistake is passed over."""
    context = PageContext(store, page.path.removeprefix(f"{DOCS}/"), dict(page.meta))
    environment = Environment(loader=FileSystemLoader(store.root / _SNIPPETS), autoescape=False)  # noqa: S701  # Markdown
    macros = {name: _forgiving(partial(macro, context)) for name, macro in MACROS.items()}
    _forgiving(lambda: environment.from_string(page.body).render(**macros))()


def _forgiving(ask: Callable[..., object]) -> Callable[..., object]:
    def asked(*args: object, **options: object) -> object:
        try:
            return ask(*args, **options)
        except Exception:  # noqa: BLE001  # the build asks again and says in words what is wrong
            return ""

    return asked
