"""Drawing ahead: on a project whose charts were never drawn, other processes draw while the build reads its pages.

The build asks the macros of its pages from the first to the last. The others ask them from the last to the first, pages
with many charts before those with few, and keep what is made; where they have been, the build finds every block and
drawing kept. Then they make the reports' workbooks, while the build writes its pages. What fails here is left to the
build, which says so. Nothing is drawn otherwise than by the build itself, so one process or many give the same bytes.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from threading import Event, Thread
from typing import IO, Any, cast

from jinja2 import Environment, FileSystemLoader

from macros.datasets.page_source import DOCS, PageSource, read_pages
from macros.datasets.store import Store, open_store
from macros.errors import BadRequest
from macros.pages.chart_macros import CACHE
from macros.pages.draft import declare, is_draft, is_preview, only_report
from macros.pages.indicator_macros import lines_of
from macros.pages.page_context import PageContext
from macros.pages.registration import MACROS
from macros.publishing.report_workbook import report_workbook
from macros.publishing.shown_pages import hidden_pages, made_pages

SWITCH = "TWO_VOICES_PROCESSES"  # how many processes draw; left out: as many as the computer has
FEWEST = 8  # charts: fewer are done before a process has begun
_CHARTS = re.compile(r"\b(?:chart|comparators)\s*\(")
_RECORDS = re.compile(r"""\bindicator_record\s*\(\s*["']([^"']*)["']""")
_SNIPPETS = "overrides/snippets"


Share = Mapping[str, Any]  # `root`; `pages` by path from there; `workbooks` by report; whether it is a `preview`
_ENOUGH = "enough\n"
_START = "from macros.pages.ahead import begun_anew; begun_anew()"


@dataclass
class Ahead:
    """The processes at work: what each hears, and how to wait for its end, which gives its exit code."""

    running: Sequence[tuple[IO[str], Callable[[], int | None]]] = ()

    def pages_read(self) -> None:
        """Let no process begin another page: the build has asked every macro of every page."""
        for told, _ in self.running:
            _tell(told, _ENOUGH)

    def finish(self) -> None:
        """Wait for the workbooks. A process that failed has made less; the build makes the rest."""
        self.pages_read()
        for told, end in self.running:
            end()
            with suppress(OSError):
                told.close()


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
    return Ahead([start(store.root, order[one::many], reports[one::many]) for one in range(many)])


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


def start(root: Path, pages: Sequence[str], reports: Sequence[str]) -> tuple[IO[str], Callable[[], int | None]]:
    """A process that draws for `pages` (paths from `root`), then makes the workbooks of `reports`.

    Where this process may simply be copied, the copy has nothing to import and nothing to read (half a second).
    """
    share = {"root": str(root), "pages": pages, "workbooks": reports, "preview": is_preview()}
    return _copied(share) if may_be_copied() else _anew(share)


def may_be_copied() -> bool:
    """A process with a second thread may not (it could hold a lock), be it Python's or V8's."""
    try:
        return sum(1 for _ in Path("/proc/self/task").iterdir()) == 1
    except OSError:  # not on Linux
        return False


def _copied(share: Share) -> tuple[IO[str], Callable[[], int | None]]:
    heard, told = os.pipe()
    process = get_context("fork").Process(target=_copy, args=(share, heard, told), daemon=True)
    process.start()
    os.close(heard)

    def end() -> int | None:
        process.join()
        return process.exitcode

    return os.fdopen(told, "w", encoding="utf-8"), end


def _copy(share: Share, heard: int, told: int) -> None:
    os.close(told)  # the build's end, which is to close when the build ends
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    _work(share, os.fdopen(heard, encoding="utf-8"))


def _anew(share: Share) -> tuple[IO[str], Callable[[], int | None]]:
    paths = os.pathsep.join((str(Path(__file__).parents[2]), *filter(None, [os.environ.get("PYTHONPATH", "")])))
    process = subprocess.Popen(
        [sys.executable, "-X", "utf8", "-c", _START], cwd=share["root"], env=os.environ | {"PYTHONPATH": paths},
        encoding="utf-8", stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    told = cast("IO[str]", process.stdin)  # asked for above
    _tell(told, f"{json.dumps(share)}\n")
    return told, process.wait


def begun_anew() -> None:
    """What a process does that is no copy: its share stands in the first line that it hears."""
    _work(json.loads(sys.stdin.readline()), sys.stdin)


def _tell(process: IO[str], line: str) -> None:
    with suppress(OSError):  # it has ended before its time
        print(line, end="", file=process, flush=True)


def _work(share: Share, heard: IO[str]) -> None:
    """What each process does, in silence: what is wrong with a page the build says itself."""
    enough = Event()
    Thread(target=_listen, args=(heard, enough), daemon=True).start()
    declare(is_preview=share["preview"])
    store = open_store(Path(share["root"]))
    known = {page.path: page for page in _pages(store)}
    for path in share["pages"]:
        if enough.is_set():
            break
        if path in known:  # which somebody may take away meanwhile
            go_through(store, known[path])
    for report in share["workbooks"]:
        report_workbook(store, store.report(report))


def _listen(heard: IO[str], enough: Event) -> None:
    if heard.readline() != _ENOUGH:
        os._exit(1)  # the build has ended: nobody waits any more, and every file is put in place whole
    enough.set()


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
