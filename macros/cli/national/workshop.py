"""What one worker does: an order comes in, a finished site goes out. A function of its order alone.

Nothing is read from or written to a shared disk, so that workers may be other machines with the same program.
"""

from __future__ import annotations

import atexit
import errno
import re
import shutil
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from macros.cli import engine
from macros.cli.national.warm_engine import EngineKilledError, WarmEngine
from macros.errors import ReportsError
from macros.publishing.program_key import PROGRAM, program_key

ROOT = Path(__file__).resolve().parents[3]
CHARTS = ".cache/two-voices/charts"  # shared by all sites that one machine builds
THEME = ".cache/two-voices/theme"  # compiled templates, which go by the place of their sources
# Material's maps for its developers and the search's other languages: two megabytes that no reader asks for
_LEFT_OUT = re.compile(r"assets/.*\.map$|assets/javascripts/lunr/")
_engines: dict[Path, WarmEngine] = {}
_places: dict[Path, Path] = {}


@dataclass(frozen=True)
class Order:
    """A project to build: its files by path, and the program it must be built with (`program_key`).

    `without`: folders of the built site that are not wanted in the result.
    """

    name: str
    files: Mapping[str, bytes]
    program: str
    environment: Mapping[str, str] = field(default_factory=dict)
    without: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What became of an order: the site's files by path, or why there is none; processor and other seconds."""

    name: str
    files: Mapping[str, bytes] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    processor: float = 0.0
    seconds: float = 0.0


def build(order: Order, root: Path = ROOT) -> Outcome:
    """Build what is ordered; every failure is an outcome with its sentences, for the others go on."""
    started = time.monotonic()
    try:
        files, messages, processor = _built(order, root)
    except ReportsError as error:
        return Outcome(order.name, problems=(str(error),))
    except OSError as error:
        full = "Its disk is full." if error.errno == errno.ENOSPC else f"The system says: {error.strerror or error}."
        return Outcome(order.name, problems=(f"The worker could not write its files. {full}",))
    problems = tuple(engine.plain(message) for message in messages)
    seconds = time.monotonic() - started
    return Outcome(order.name, {} if problems else files, problems, processor, seconds)


def _built(order: Order, root: Path) -> tuple[dict[str, bytes], list[str], float]:
    if order.program != program_key(root):
        raise ReportsError(
            "This worker has another version of the program or of its packages.",
            "Give every machine the same commit, and install the same lock file there.",
        )
    place = _place(root)
    project, site = place / "project", place / "site"
    for made in (project, site):
        shutil.rmtree(made, ignore_errors=True)
    try:
        _lay_out(order, root, project)
        answer = _answer(_engines[root], project, site, order.environment)
        messages = list(answer["messages"]) or (["The engine gave no reason."] if answer["code"] else [])
        return _taken(site, order.without) if not messages else {}, messages, float(answer["seconds"])
    finally:
        for made in (project, site):
            shutil.rmtree(made, ignore_errors=True)


def _place(root: Path) -> Path:
    """The folder this process works in, with its engine: always the same, so that compiled templates fit again."""
    if root not in _places:
        _places[root] = Path(tempfile.mkdtemp(prefix="two-voices-"))
        _engines[root] = WarmEngine(root)
        atexit.register(_leave, root)
    return _places[root]


def _leave(root: Path) -> None:
    if root in _places:
        _engines.pop(root).close()
        shutil.rmtree(_places.pop(root), ignore_errors=True)


def _answer(engine: WarmEngine, project: Path, site: Path, environment: Mapping[str, str]) -> dict[str, Any]:
    """The engine's answer; a process that somebody killed is given a second one."""
    try:
        return engine.build(project, site, environment)
    except EngineKilledError:
        shutil.rmtree(site, ignore_errors=True)
        return engine.build(project, site, environment)


def _lay_out(order: Order, root: Path, project: Path) -> None:
    for path, content in order.files.items():
        place = project / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    for path in PROGRAM:
        _lead_to(project / path, root / path)
    for path, kept in ((CHARTS, root / CHARTS), (THEME, project.parent / "theme")):
        kept.mkdir(parents=True, exist_ok=True)
        _lead_to(project / path, kept)


def _lead_to(place: Path, target: Path) -> None:
    """A link, or a copy where the system allows no links (Windows without its developer mode)."""
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        place.symlink_to(target, target_is_directory=True)
    except OSError:
        shutil.copytree(target, place)


def _taken(site: Path, without: tuple[str, ...]) -> dict[str, bytes]:
    """The files of a built site, without what nobody will read."""
    paths = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    kept = (name for name in paths if not _LEFT_OUT.match(name) and not name.startswith(without or ("\0",)))
    return {name: paths[name].read_bytes() for name in kept}
