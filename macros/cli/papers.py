"""The reports as PDFs, as a step of a build that asks for them."""

from __future__ import annotations

import time
from pathlib import Path

from macros.cli import system_packages
from macros.errors import ReportsError

PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
LEFT_OUT = "The PDFs of the reports are left out. To make them, too: make build PDF=1"


def make(root: Path, site: Path) -> None:
    """Write the PDFs of a built site, or say in a sentence why they are left out and how to get them.

    Raises ReportsError when a PDF could not be finished: then nothing is published.
    """
    from macros.datasets.store import open_store
    from macros.publishing.paper.papers import why_not, write_papers

    why = why_not()
    if why and "Pango" in why and system_packages.install(PACKAGES, "to make PDFs"):
        why = why_not()
    if why:
        print(f"The PDFs of the reports are left out. {why} {_how(why)}")
        return
    started = time.monotonic()
    try:
        for made in write_papers(open_store(root), site):
            print(f"Made {made.path} ({round(made.size / 1000)} kB, {time.monotonic() - started:.0f} seconds).")
            started = time.monotonic()
    except ReportsError:
        raise
    except Exception as error:  # whatever a layout engine meets in a page
        raise ReportsError(
            f"A PDF could not be made ({type(error).__name__}: {error}).",
            "Build without PDF=1 and tell the developers.",
        ) from error


def _how(why: str) -> str:
    if "Pango" in why:
        return (
            f"On Debian or Ubuntu: sudo apt-get install {' '.join(PACKAGES)}. On macOS: brew install pango. "
            "Then: make build PDF=1"
        )
    return "python -m macros setup --tests installs it. Then: make build PDF=1"
