"""Files in `docs/` that no page leads to. The engine copies whatever lies there: minutes, exports, an old version.

A public build that holds one is stopped. Below `docs/assets/` the usual files of a website need no link.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote

from macros.datasets.page_source import DOCS
from macros.model.finding import Finding
from macros.model.problems import KINDS

ASSETS = "assets/"
OF_THE_WEB = frozenset(
    {".css", ".js", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".ico", ".woff2", ".txt", ".mp3", ".vtt"}
)
# what editors and file managers leave beside a file, as patterns of .gitignore: never published, and no author's fault
LITTER = ("*.bak", "*.orig", "*.tmp", "*.swp", "*~", "~$*", "Thumbs.db", "desktop.ini")
_LED_TO = re.compile(r'\s(?:href|src|poster|data|srcset|imagesrcset)="([^"]*)"', re.IGNORECASE)
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//|/|#", re.IGNORECASE)


def stray_files(root: Path, site: Path, html: Mapping[str, str]) -> list[Finding]:
    """A finding for each file that would be published though nothing leads to it; `html` by the page's address."""
    there = [path for path in _copied(root) if (site / path).is_file() and not _is_asset(path)]
    if not there:
        return []
    led_to = {target for url, text in html.items() for target in _targets(url, text)}
    return [Finding(KINDS["stray-file"], f"{DOCS}/{path}", 0) for path in there if path not in led_to]


def _copied(root: Path) -> Iterable[str]:
    """The files below docs/ that are no pages, as the engine puts them into the site."""
    docs = root / DOCS
    files = (path for path in sorted(docs.rglob("*")) if path.suffix != ".md" and path.is_file())
    return (path.relative_to(docs).as_posix() for path in files)


def _is_asset(path: str) -> bool:
    return path.startswith(ASSETS) and PurePosixPath(path).suffix.lower() in OF_THE_WEB


def _targets(url: str, html: str) -> Iterable[str]:
    """What a page leads to or shows, as paths below the site."""
    folder = PurePosixPath(url) if url.endswith("/") or not url else PurePosixPath(url).parent
    for found in _LED_TO.finditer(html):
        for one in found[1].split(",") if "srcset" in found[0].lower() else [found[1]]:
            target = one.strip().partition(" ")[0] if "srcset" in found[0].lower() else one
            target = re.split(r"[?#]", target, maxsplit=1)[0]
            if target and not _OUTSIDE.match(target):
                yield normpath(f"{folder}/{unquote(target)}")
