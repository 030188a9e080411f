"""Drawing ahead: on a project whose charts were never drawn, several processes draw them before the pages are built.

Each goes through its share of the pages' macros and keeps what they make; the build then finds every block and drawing
kept. What fails here is left to the build, which says so. Nothing is drawn otherwise than by the build itself, so one
process or many give the same bytes.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from macros.datasets.page_source import DOCS, PageSource, read_pages
from macros.datasets.store import Store, open_store
from macros.pages.chart_macros import CACHE
from macros.pages.draft import declare, is_draft, is_preview, only_report
from macros.pages.page_context import PageContext
from macros.pages.registration import MACROS
from macros.publishing.report_workbook import report_workbook
from macros.publishing.shown_pages import hidden_pages, made_pages

SWITCH = "TWO_VOICES_PROCESSES"  # how many processes draw; left out: as many as the computer has
FEWEST = 16  # drawings: fewer are done before a process has begun
_DRAWS = re.compile(r"\b(?:(chart|comparators)|indicator_record)\s*\(")
_SNIPPETS = "overrides/snippets"
_START = "from macros.pages.ahead import work; work()"


Share = Mapping[str, Sequence[str]]  # `pages` by path, `workbooks` by report


@dataclass
class Ahead:
    """The processes at work, and the share that is left to this one."""

    store: Store
    running: Sequence[subprocess.Popen[str]] = ()
    own: Share = field(default_factory=dict)

    def finish(self) -> None:
        """Do the own share, then wait for the others. One that fails has drawn less; the build draws the rest."""
        _do(self.store, self.own)
        for process in self.running:
            process.wait()


def begin(store: Store) -> Ahead:
    """Start drawing for the pages that this build shows, if there is much to draw."""
    root = store.root
    drawing = [page for page in _pages(store) if _DRAWS.search(page.body)]
    wanted = sum(_drawings(page) for page in drawing)
    many = _processes()
    if many < 2 or wanted < FEWEST or wanted < 4 * _drawn(root):
        return Ahead(store)
    drawing.sort(key=lambda page: -_drawings(page))
    reports = list(store.releases)
    shares = [
        {"pages": [page.path for page in drawing[share::many]], "workbooks": reports[share::many]}
        for share in range(many)
    ]
    return Ahead(store, [_process(root, share) for share in shares[1:]], shares[0])


def _drawings(page: PageSource) -> float:
    """About how many a page has: each chart is drawn wide and narrow; few indicators have enough years for one."""
    return sum(2 if chart else 0.5 for chart in _DRAWS.findall(page.body))


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


def _process(root: Path, share: Share) -> subprocess.Popen[str]:
    folder = str(Path(__file__).parents[2])
    paths = os.pathsep.join((folder, *filter(None, [os.environ.get("PYTHONPATH", "")])))
    process = subprocess.Popen(
        [sys.executable, "-c", _START], cwd=root, env=os.environ | {"PYTHONPATH": paths, SWITCH: "1"}, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    with process.stdin as told:  # type: ignore[union-attr]  # asked for above
        json.dump({**share, "root": str(root), "preview": is_preview()}, told)
    return process


def work() -> None:
    """What each process does: the share it is told on its standard input."""
    share = json.load(sys.stdin)
    declare(is_preview=share["preview"])
    _do(open_store(Path(share["root"])), share)


def _do(store: Store, share: Share) -> None:
    wanted = frozenset(share.get("pages", ()))
    for page in _pages(store) if wanted else ():
        if page.path in wanted:
            go_through(store, page)
    for report in share.get("workbooks", ()):
        report_workbook(store, store.report(report))


def go_through(store: Store, page: PageSource) -> None:
    """Ask every macro of a page, so that what it makes is kept. A mistake is passed over."""
    context = PageContext(store, page.path.removeprefix(f"{DOCS}/"), page.meta)
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
