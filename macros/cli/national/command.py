"""`national`: a site for every council, built from one repository of data, and one front page for all of them."""

from __future__ import annotations

import errno
import re
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from macros.authoring.national.council_site import Shared, council_files, read_shared
from macros.authoring.national.front_site import COUNCILS, front_files
from macros.cli.national.cluster import spread
from macros.cli.national.days import remembered_days
from macros.cli.national.parts import share
from macros.cli.national.placing import Places, place_front, place_site
from macros.cli.national.workshop import Order, Outcome, build
from macros.datasets.build_day import VARIABLE, as_variable, build_day
from macros.datasets.open_data import chosen, read_open_data
from macros.datasets.store import open_store
from macros.errors import BadRequest, ReportsError
from macros.model.area import Area
from macros.model.period import calendar_day
from macros.publishing.program_key import program_key
from macros.publishing.result_store import ResultStore, input_key

CACHE = ".cache/two-voices/national"
_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b", re.ASCII)
FRONT = "the national pages"


@dataclass(frozen=True)
class Asked:
    """What the command line asks for. `only`: councils; `part`: `3/8`; `front`: the national pages alone."""

    files: Sequence[str]
    to: str
    workers: int = 2
    scheduler: str = ""
    only: Sequence[str] = ()
    part: str = ""
    day: str = ""
    address: str = ""
    listed: bool = False
    front: bool = False


@dataclass
class _Run:
    """What has become of the councils so far."""

    built: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    failed: dict[str, tuple[str, ...]] = field(default_factory=dict)
    processor: float = 0.0


def national(root: Path, asked: Asked, cache: Path | None = None) -> int:
    """Build the sites of the councils asked for; 0, or 1 with the name of each council that failed and why.

    `cache`: the folder of finished results, left out CACHE.
    """
    started = time.monotonic()
    day = calendar_day(asked.day) if asked.day else None
    if asked.day and day is None:
        raise BadRequest(f"'{asked.day}' is not a day.", "Write it as 2026-12-01.")
    if asked.workers < 1:
        raise BadRequest("Without a worker nothing is built.", "Give --workers 1 or more.")
    address = _address(asked.address)
    data = read_open_data(root, open_store(root).catalogue, [Path(name).resolve() for name in asked.files])
    councils = share(chosen(data, asked.only), asked.part)
    if asked.listed:
        print("\n".join(council.id for council in councils))
        return 0
    for note in data.notes:
        print(note)
    kept = cache or root / CACHE
    try:
        run = _run(
            root, asked, councils, read_shared(root, data, remembered_days(kept, day), address), ResultStore(kept)
        )
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        raise ReportsError(
            "The disk is full.", "Make room, and run the same command again: what was finished is not built again."
        ) from None
    return _told(run, time.monotonic() - started)


def _address(given: str) -> str:
    """The address of the national pages. Raises BadRequest for what a page could not link to."""
    if given and not re.fullmatch(r"https?://[\w.~:/@%+-]+", given, re.ASCII):
        raise BadRequest(f"'{given}' is no address of a website.", "Write it as https://example.org/children-in-care.")
    return given


def _run(root: Path, asked: Asked, councils: Sequence[Area], shared: Shared, store: ResultStore) -> _Run:
    run, places = _Run(), Places(root / asked.to)
    program = program_key(root)
    names = {} if asked.front else {council.id: council.name for council in councils}
    keys: dict[str, str] = {}

    def orders() -> Iterator[Order]:
        for council in () if asked.front else councils:
            files = council_files(shared, council)
            order = Order(council.id, files, program, _environment(files, asked.address, f"{COUNCILS}/{council.id}"))
            keys[order.name] = _key(order)
            kept = store.files(keys[order.name])
            if kept is None:
                yield order
            else:
                place_site(places, council.id, kept)
                run.kept.append(council.name)

    waiting = _first(orders())
    for outcome in spread(waiting, asked.workers, asked.scheduler) if waiting is not None else ():
        run.processor += outcome.processor
        if outcome.problems:
            run.failed[names[outcome.name]] = outcome.problems
            _fail(names[outcome.name], outcome.problems)
            continue
        store.put(keys[outcome.name], outcome.files)
        place_site(places, outcome.name, outcome.files)
        run.built.append(names[outcome.name])
        print(f"{names[outcome.name]}: built in {outcome.seconds:.1f} seconds.")
    if asked.front or not (asked.part or asked.only):
        _front(root, asked, shared, places, store, run)
    return run


def _first(orders: Iterator[Order]) -> Iterator[Order] | None:
    """The orders, or None where none is left: then no worker has to start."""
    for order in orders:
        return _again(order, orders)
    return None


def _again(first: Order, others: Iterator[Order]) -> Iterator[Order]:
    yield first
    yield from others


def _key(order: Order) -> str:
    return input_key(
        order.files, order.program, *(f"{name}={text}" for name, text in sorted(order.environment.items()))
    )


def _environment(files: Mapping[str, bytes], address: str, place: str) -> dict[str, str]:
    """What the build is told beside its files: its address, and as its day the latest that they name up to today.

    So a site is the same on whatever day it is built (reproducible-builds.org).
    """
    named = [one for path in files for one in _DAY.findall(path)]
    named += [
        one for path, text in files.items() if path.endswith("/report.yml") for one in _DAY.findall(text.decode())
    ]
    days = [day for one in named if (day := calendar_day(one)) and day <= build_day()]
    url = f"{address.rstrip('/')}/{place}/" if address and place else f"{address.rstrip('/')}/" if address else ""
    return {VARIABLE: as_variable(max(days, default=build_day())), "TWO_VOICES_SITE_URL": url}


def _front(root: Path, asked: Asked, shared: Shared, places: Places, store: ResultStore, run: _Run) -> None:
    """Build the pages about all councils, with ways to the sites that stand."""
    there = {council.id for council in shared.data.councils if (places.council(council.id) / "index.html").is_file()}
    files = front_files(shared, there)
    order = Order(FRONT, files, program_key(root), _environment(files, asked.address, ""), (f"{COUNCILS}/",))
    key = _key(order)
    kept = store.files(key)
    if kept is None:
        outcome: Outcome = build(order, root)
        run.processor += outcome.processor
        if outcome.problems:
            run.failed[FRONT.capitalize()] = outcome.problems
            _fail(FRONT.capitalize(), outcome.problems)
            return
        kept = dict(outcome.files)
        store.put(key, kept)
    place_front(places, kept)


def _fail(name: str, problems: Sequence[str]) -> None:
    print(f"{name}: not built.", file=sys.stderr)
    for problem in problems[:5]:
        print(f"  {problem}", file=sys.stderr)
    if len(problems) > 5:
        print(f"  … and {len(problems) - 5} more.", file=sys.stderr)


def _told(run: _Run, seconds: float) -> int:
    print(
        f"{len(run.built)} built, {len(run.kept)} unchanged and taken as they were, {len(run.failed)} failed; "
        f"{seconds:.0f} seconds, {run.processor:.0f} seconds of processors."
    )
    if run.failed:
        print(f"Not built: {'; '.join(run.failed)}. What stood there before still stands.", file=sys.stderr)
    return 1 if run.failed else 0
