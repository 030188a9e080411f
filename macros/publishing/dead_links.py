"""Links inside the built site that lead to nothing: a page left out of the public build, a file never written."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote

from macros.model.finding import Finding
from macros.model.problems import KINDS

_LINK = re.compile(r'<a\b[^>]*?\shref="([^"#?]*)[^"]*"', re.IGNORECASE)
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//|/", re.IGNORECASE)  # another host, a telephone, an absolute path


def files_of(site: Path) -> frozenset[str]:
    """The path of every file of a built site, from its root."""
    return frozenset(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())


def dead_links(files: Collection[str], url: str, html: str, below: str = "") -> list[Finding]:
    """The links of a page at `url` (`reports/x/`) whose target is not among the site's files; each target once.

    Only targets `below` an address of the site (`reports/x/`) count.
    """
    folder = PurePosixPath(url) if url.endswith("/") or not url else PurePosixPath(url).parent
    targets = dict.fromkeys(unquote(found[1]) for found in _LINK.finditer(html))
    places = {target: normpath(f"{folder}/{target}") for target in targets if target and not _OUTSIDE.match(target)}
    return [
        Finding(KINDS["dead-link"], url or "index.html", 0, {"cell": target})
        for target, place in places.items()
        if f"{place}/".startswith(below) and not stands(files, place)
    ]


def stands(files: Collection[str], path: str) -> bool:
    """Whether there is a page or a file at `path`, an address below the site."""
    place = "" if path == "." else path.rstrip("/")
    return place in files or (f"{place}/index.html" if place else "index.html") in files
