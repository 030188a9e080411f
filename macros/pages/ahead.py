"""Drawing ahead: on a project whose charts were never drawn, other processes draw while the build reads its pages.

The build asks the macros of its pages from the first to the last. The others ask them from the last to the first, pages
with many charts before those with few, and keep what is made; where they have been, the build finds every block and
drawing kept. Then they make the reports' workbooks, while the build writes its pages. What fails here is left to the
build, which says so. Nothing is drawn otherwise than by the build itself, so one process or many give the same bytes.
"""

from __future__ import annotations

import json
import logging
import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
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

log = logging.getLogger("mkdocs.two_voices")
SWITCH = "TWO_VOICES_PROCESSES"  # how many processes draw; left out: as many as the computer has
FEWEST = 16  # drawings: fewer are done before a process has begun
_DRAWS = re.compile(r"\b(?:(chart|comparators)|indicator_record)\s*\(")
_SNIPPETS = "overrides/snippets"
_START = "from macros.pages.ahead import work; work()"


Share = Mapping[str, Sequence[str]]  # `pages` by path, `workbooks` by report
_ENOUGH = "enough\n"  # said to a process when the build has gone through its pages itself


@dataclass
class Ahead:
    """The processes at work."""

    running: Sequence[subprocess.Popen[str]] = ()

    def pages_read(self) -> None:
        """Let no process begin another page: the build has asked every macro of every page."""
        for process in self.running:
            _tell(process, _ENOUGH)

    def finish(self) -> None:
        """Wait for the workbooks. A process that failed has made less; the build makes the rest."""
        self.pages_read()
        for process in self.running:
            process.communicate()


def begin(store: Store) -> Ahead:
    """Start drawing for the pages that this build shows, if there is much to draw."""
    drawing = [page for page in _pages(store) if _DRAWS.search(page.body)]
    wanted = sum(_drawings(page) for page in drawing)
    many = _processes() - 1  # the build is one itself
    if many < 1 or wanted < FEWEST or wanted < 4 * _drawn(store.root):
        return Ahead()
    drawing.reverse()
    drawing.sort(key=lambda page: -_drawings(page))
    order = [page.path for page in drawing]
    reports = list(store.releases)
    shares = [{"pages": order[one::many], "workbooks": reports[one::many]} for one in range(many)]
    return Ahead([_process(store.root, share) for share in shares])


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
    _tell(process, json.dumps({**share, "root": str(root), "preview": is_preview()}) + "\n")
    return process


def _tell(process: subprocess.Popen[str], line: str) -> None:
    """Say a line to a process, which may have ended already."""
    try:
        print(line, end="", file=process.stdin, flush=True)
    except OSError:
        log.debug("A process that draws has ended before its time.")


def work() -> None:
    """What each process does: the share it is told in the first line of its standard input. A second line ends the
    drawing; when the input ends instead, the build itself has ended, and all is over."""
    share = json.loads(sys.stdin.readline())
    declare(is_preview=share["preview"])
    enough = threading.Event()
    threading.Thread(target=_listen, args=(enough,), daemon=True).start()
    _do(open_store(Path(share["root"])), share, enough)


def _listen(enough: threading.Event) -> None:
    if sys.stdin.readline() != _ENOUGH:
        os._exit(1)  # nobody waits for anything any more; every file is put in place whole
    enough.set()


def _do(store: Store, share: Share, enough: threading.Event) -> None:
    pages = {page.path: page for page in _pages(store)}
    for path in share["pages"]:
        if enough.is_set():
            break
        if path in pages:  # which somebody may take away meanwhile
            go_through(store, pages[path])
    for report in share["workbooks"]:
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
