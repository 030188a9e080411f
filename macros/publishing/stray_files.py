"""Files in `docs/` that no page leads to. The engine copies whatever lies there: minutes, exports, an old version.

A public build that holds one is stopped. Below `docs/assets/` the usual files of a website need no link.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from macros.datasets.page_source import DOCS
from macros.model.finding import Finding
from macros.model.problems import KINDS
from macros.publishing.led_to import led_to

ASSETS, GUIDE = "assets/", "guide/"
OF_THE_WEB = frozenset(
    {".css", ".js", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".ico", ".woff2", ".txt", ".mp3", ".vtt"}
)
# what editors and file managers leave beside a file, as patterns of .gitignore: never published, and no author's fault
LITTER = ("*.bak", "*.orig", "*.tmp", "*.swp", "*~", "~$*", "Thumbs.db", "desktop.ini")


def stray_files(root: Path, site: Path, html: Mapping[str, str]) -> list[Finding]:
    """A finding for each file that would be published though nothing leads to it; `html` by the page's address."""
    there = [path for path in _copied(root) if (site / path).is_file() and not _is_asset(path)]
    if not there:
        return []
    targets = {target for url, text in html.items() for target in led_to(url, text)}
    return [Finding(KINDS["stray-file"], f"{DOCS}/{path}", 0) for path in there if path not in targets]


def _copied(root: Path) -> Iterable[str]:
    """The files below docs/ that are no pages, as the engine puts them into the site; the guide is never published."""
    docs = root / DOCS
    files = (path for path in sorted(docs.rglob("*")) if path.suffix != ".md" and path.is_file())
    return (name for path in files if not (name := path.relative_to(docs).as_posix()).startswith(GUIDE))


def _is_asset(path: str) -> bool:
    return path.startswith(ASSETS) and PurePosixPath(path).suffix.lower() in OF_THE_WEB
