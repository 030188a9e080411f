"""The Chromium that the tests drive: the system's own, since a download of another is no one's wish."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from macros.cli import system_packages
from macros.errors import ReportsError

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
MAC = ("Chromium", "Google Chrome", "Microsoft Edge")
WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)

# No sandbox: machines that test often run as root. The rest keeps the browser from calling home.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
)


def find() -> Path | None:
    """A Chromium, Chrome or Edge on this machine; TWO_VOICES_BROWSER names another."""
    return next((path for path in _places() if path.is_file()), None)


def _places() -> Iterator[Path]:
    if named := os.environ.get("TWO_VOICES_BROWSER"):
        yield Path(named)
    yield from (Path(found) for name in NAMES if (found := shutil.which(name)))
    yield from (Path(f"/Applications/{name}.app/Contents/MacOS/{name}") for name in MAC)
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        if folder := os.environ.get(variable):
            yield from (Path(folder) / name for name in WINDOWS)


def ensure() -> Path:
    """A browser, installed if that is allowed; else one sentence on what to install."""
    found = find()
    if found is None and system_packages.install(["chromium", "fonts-liberation"], "for the tests in a browser"):
        found = find()
    if found is None:
        raise ReportsError("The tests need Chromium, and there is none on this computer.", _how_to_install())
    return found


def _how_to_install() -> str:
    if sys.platform == "darwin":
        return "Install Google Chrome or Chromium into /Applications, then run the same command again."
    if os.name == "nt":
        return "Install Google Chrome or Microsoft Edge, then run the same command again."
    return "On Debian: sudo apt-get install chromium. Or say where one is: TWO_VOICES_BROWSER=…"
