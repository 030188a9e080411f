"""What a page leads to or shows inside its own site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import unquote

_ATTRIBUTE = re.compile(r'\s(href|src|poster|data|srcset|imagesrcset)="([^"]*)"', re.IGNORECASE)
_IN_STYLE = re.compile(r"url\(\s*[\"']?([^\"')]+)[\"']?\s*\)|@import\s+[\"']([^\"']+)[\"']", re.IGNORECASE)
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//|/|#", re.IGNORECASE)


def led_to(url: str, html: str) -> Iterator[str]:
    """The addresses that a page at `url` (`reports/x/`) names, as paths below the site: `reports/y/`, `data/a.csv`.

    A path that is a page's address ends in a slash as it is written; the site itself is the empty path.
    """
    for name, value in _ATTRIBUTE.findall(html):
        several = name.lower().endswith("srcset")
        for one in value.split(",") if several else [value]:
            yield from _inside(url, one.strip().partition(" ")[0] if several else one)


def led_to_by_style(path: str, css: str) -> Iterator[str]:
    """The files that a style sheet at `path` names."""
    for one, other in _IN_STYLE.findall(css):
        yield from _inside(path, one or other)


def _inside(url: str, target: str) -> Iterator[str]:
    bare = unquote(re.split(r"[?#]", target, maxsplit=1)[0])
    if not bare or _OUTSIDE.match(target):
        return
    folder = PurePosixPath(url) if url.endswith("/") or not url else PurePosixPath(url).parent
    path = normpath(f"{folder}/{bare}")
    is_folder = bare.endswith(("/", "/.", "..")) or bare == "."
    if not path.startswith(".."):
        yield "" if path == "." else f"{path}/" if is_folder else path
