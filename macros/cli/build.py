"""`build`: the public site, whole or not at all.

It is built in a folder of its own and put in the place of the old one only when nothing stops it.
Stopped at any moment, the old site stands.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from macros.cli import engine, findings_report, papers
from macros.cli.build_lock import one_build
from macros.cli.disk import FORBIDDEN, FULL
from macros.cli.findings_report import Reported
from macros.cli.place import real_place
from macros.cli.swap import recover, swap_in
from macros.errors import ReportsError
from macros.publishing.manifest import renew_manifest

WORKSHOP = ".build"
STALE = 3600  # seconds after which a folder of a killed build is no one's
_SAID_FULL = tuple(f"[Errno {number}]" for number in FULL)


@dataclass(frozen=True)
class Recipe:
    """What a build asks of the engine. `stops`: whether a finding keeps what was built from its place."""

    called: str
    options: tuple[str, ...]
    variables: Mapping[str, str] = field(default_factory=dict)
    stops: bool = True


# whatever else is set where it is called: a draft is never published
PUBLIC = Recipe("site", ("--strict",), {"TWO_VOICES_DRAFT": "0"})


def build(root: Path, place: Path, *, with_papers: bool = False, recipe: Recipe = PUBLIC) -> int:
    """Build the public site at `place`, with the reports as PDFs if asked; 0, or 1 with what stops it printed.

    Another `recipe` builds something else in the same way: whole or not at all.

    Raises ReportsError when it cannot be put there: the place is not ours, another build is at it, the disk is full.
    """
    try:
        real = real_place(place)
        with one_build(real.parent / WORKSHOP, real):
            recover(real)
            real_place(place)
            return _build(root, place, real, recipe, with_papers=with_papers)
    except OSError as error:
        raise _of_the_disk(error, place) from error


def _build(root: Path, place: Path, real: Path, recipe: Recipe, *, with_papers: bool) -> int:
    print(f"Building the {recipe.called} …")
    started = time.monotonic()
    with _new_folder(real) as new:
        words = engine.command(root, "build", *recipe.options, "--site-dir", str(new))
        done = subprocess.run(
            words, check=False, cwd=root, env=engine.variables(**recipe.variables), stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, encoding="utf-8", errors="replace", stdin=subprocess.DEVNULL,
        )  # fmt: skip
        findings = findings_report.read(new / findings_report.FILE)
        if done.returncode or (recipe.stops and any(finding.stops for finding in findings)):
            _explain(findings, done.stdout, place)
            return 1
        pages = sum(1 for _ in new.rglob("*.html"))
        if with_papers:
            papers.make(root, new)
            renew_manifest(new)
        elif recipe is PUBLIC:
            print(papers.LEFT_OUT)
        real_place(place)  # somebody may have put a file there meanwhile
        swap_in(new, real)
    _tell(findings, done.stdout)
    print(f"Built {pages} pages into {_shown(place, root)} in {time.monotonic() - started:.1f} seconds.")
    return 0


@contextmanager
def _new_folder(place: Path) -> Iterator[Path]:
    """A folder to build in, on the same disk as the site, removed again if it still is there."""
    workshop = place.parent / WORKSHOP
    for old in workshop.glob("site-*"):
        if time.time() - old.stat().st_mtime > STALE:
            shutil.rmtree(old, ignore_errors=True)
    new = workshop / f"site-{os.getpid()}"
    shutil.rmtree(new, ignore_errors=True)
    try:
        yield new
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _explain(findings: list[Reported], log: str, place: Path) -> None:
    """Print the findings, then what else the engine said; if neither, the end of its log."""
    others = _tell(findings, log)
    if any(number in log for number in _SAID_FULL):
        print(_full(place))
    elif not any(finding.stops for finding in findings) and not others:
        print("The program itself failed; this is not a fault of your pages.")
        print(f"Cause: {engine.cause(log) or 'unknown'}. The end of its log:")
        print("\n".join(f"    {line}" for line in log.strip().splitlines()[-15:]))
    kept = "The site built before is still there, unchanged." if place.exists() else "Nothing was put into its place."
    print(f"\nThe site was not built. {kept}")


def _tell(findings: list[Reported], log: str) -> list[str]:
    """Print the findings, and the engine's own words that are in none of them; these words."""
    told = {finding.message for finding in findings}
    others = [line for line in engine.problems(log) if not any(message in line for message in told)]
    if findings:
        print(findings_report.text(findings))
    for line in others:
        print(line)
    return others


def _of_the_disk(error: OSError, place: Path) -> ReportsError:
    """What the disk refused, as a sentence; the site that stood there still does."""
    if error.errno in FULL:
        return ReportsError(_full(place), "The site built before, if there was one, is still there.")
    if error.errno in FORBIDDEN:
        return ReportsError(
            f"{error.filename or place} may not be written to.",
            f"The site is built beside its place, so {place.parent} must be writable. Nothing was changed.",
        )
    return ReportsError(
        f"The site could not be put at {place}: {error.strerror or type(error).__name__}.", "Nothing was lost."
    )


def _full(place: Path) -> str:
    return f"The disk is full: there is no room for a new site beside {place}. Make room and build again."


def _shown(place: Path, root: Path) -> str:
    return f"{place.relative_to(root)}/" if place.is_relative_to(root) else str(place)
