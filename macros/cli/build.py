"""`build`: the public site, whole or not at all.

It is built in a folder of its own and put in the place of the old one only when nothing stops it.
Stopped at any moment, the old site stands.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.cli import engine, findings_report, papers
from macros.cli.findings_report import Reported
from macros.cli.swap import recover, swap_in

WORKSHOP = ".build"
STALE = 3600  # seconds after which a folder of a killed build is no one's


def build(root: Path, place: Path, *, with_papers: bool = False) -> int:
    """Build the public site at `place`, with the reports as PDFs if asked; 0, or 1 with what stops it printed."""
    print("Building the site …")
    started = time.monotonic()
    recover(place)
    with _new_folder(place.parent / WORKSHOP) as new:
        words = engine.command(root, "build", "--strict", "--site-dir", str(new))
        done = subprocess.run(
            words, check=False, cwd=root, env=engine.variables(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            encoding="utf-8", errors="replace", stdin=subprocess.DEVNULL,
        )  # fmt: skip
        findings = findings_report.read(new / findings_report.FILE)
        if done.returncode or any(finding.stops for finding in findings):
            _explain(findings, done.stdout, place)
            return 1
        pages = sum(1 for _ in new.rglob("*.html"))
        papers.make(root, new) if with_papers else print(papers.LEFT_OUT)
        swap_in(new, place)
    if findings:
        print(findings_report.text(findings))
    print(f"Built {pages} pages into {_shown(place, root)} in {time.monotonic() - started:.1f} seconds.")
    return 0


@contextmanager
def _new_folder(workshop: Path) -> Iterator[Path]:
    """A folder to build in, on the same disk as the site, removed again if it still is there."""
    workshop.mkdir(parents=True, exist_ok=True)
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
    told = {finding.message for finding in findings}
    others = [line for line in engine.problems(log) if not any(message in line for message in told)]
    if findings:
        print(findings_report.text(findings))
    for line in others:
        print(line)
    if not any(finding.stops for finding in findings) and not others:
        print("The program itself failed; this is not a fault of your pages.")
        print(f"Cause: {engine.cause(log) or 'unknown'}. The end of its log:")
        print("\n".join(f"    {line}" for line in log.strip().splitlines()[-15:]))
    kept = "The site built before is still there, unchanged." if place.exists() else "Nothing was put into its place."
    print(f"\nThe site was not built. {kept}")


def _shown(place: Path, root: Path) -> str:
    return f"{place.relative_to(root)}/" if place.is_relative_to(root) else str(place)
