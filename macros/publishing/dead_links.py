"""Links inside the built site that lead to nothing: a page left out of the public build, a file never written."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote

from macros.model.finding import Finding
from macros.model.problems import KINDS

_LINK = re.compile(r'<a\b[^>]*?\shref="([^"#?]*)[^"]*"', re.IGNORECASE)
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//|/", re.IGNORECASE)  # another host, a telephone, an absolute path


def dead_links(site: Path, url: str, html: str) -> list[Finding]:
    """The links of a page at `url` (`reports/x/`) whose target is not in the site; each target once."""
    folder = PurePosixPath(url) if url.endswith("/") or not url else PurePosixPath(url).parent
    targets = dict.fromkeys(unquote(found[1]) for found in _LINK.finditer(html))
    return [
        Finding(KINDS["dead-link"], url or "index.html", 0, {"cell": target})
        for target in targets
        if target and not _OUTSIDE.match(target) and not _stands(site, normpath(f"{folder}/{target}"))
    ]


def _stands(site: Path, path: str) -> bool:
    place = site / path
    return (place / "index.html").is_file() if place.is_dir() else place.is_file()
