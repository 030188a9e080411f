"""Pages of the build before that nothing has touched since: neither rendered nor put into their template again.

A page's name in the folder of kept pages is made of all that decides it: its text, the data, the other pages' settings
and headings, the look, the program and its settings. So a kept page is what a full build would make, byte for byte;
what decides more than one page (data, a title in the menu) makes all of them anew.
"""

from __future__ import annotations

import json
import logging
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from macros.datasets.program import program_name
from macros.datasets.whole_file import keep_whole

FOLDER = ".cache/two-voices/pages-kept"
SWITCH = "TWO_VOICES_KEEP_PAGES"  # "0": every page is made anew, as a full build does
TEMPLATE = "two-voices/kept.html"  # stands for no template at all
_LOOK = ("overrides",)
_ASSETS = "docs"
_FRONT_MATTER = re.compile(r"\A(?:---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*\n)?", re.DOTALL)
_HEADING = re.compile(r"^ {0,3}#(?!#).*|^.*\n {0,3}=+[ \t]*$|^.*<h1\b.*", re.MULTILINE | re.IGNORECASE)
_SETTINGS = ("site_name", "site_url", "use_directory_urls", "copyright", "repo_url", "edit_uri", "dev_addr")


@dataclass
class KeptPage:
    """One page as it was built. `title`, `anchors` and `links` are what other pages are told of it, `search` its
    entries in the search index, `html` what the engine writes. `said` names what its macros said, `listed` what it
    says of its figures at its end: where both are as before, other data make no other page."""

    title: str
    anchors: list[str]
    links: dict[str, dict[str, str]]
    search: list[dict[str, Any]] = field(default_factory=list)
    html: str = ""
    said: str = ""
    listed: str = ""


def front_matter(text: str) -> str:
    """The settings at the head of a page's text, with their fences; empty where there are none."""
    found = _FRONT_MATTER.match(text)
    return found[0] if found else ""


def shape(texts: Mapping[str, str], files: Iterable[str], data: str) -> str:
    """What a page may be told of other pages and files: names, settings, first lines and headings.

    `texts` are the pages' sources by their path below docs/, `files` all files of the site by theirs, `data` the
    store's key, which counts where a heading holds a macro.
    """
    parts = [json.dumps(sorted(files))]
    for path, text in texts.items():
        head = front_matter(text)
        body = text[len(head) :].lstrip()
        first = body.partition("\n")[0]
        headings = [head, first, *_HEADING.findall(body)]
        parts += [path, *headings, data if any("{{" in one for one in headings) else ""]
    return named(*parts)


def base(root: Path, settings: Mapping[str, object], shape_of_pages: str) -> str:
    """A name for all that decides every page but the data: `settings` is what the engine was told."""
    told = json.dumps(settings, sort_keys=True, default=str)
    return named(told, shape_of_pages, _look(root), program_name())


class KeptPages:
    """The folder of kept pages. Nothing kept is damaged unseen: its checksum is kept with it."""

    def __init__(self, root: Path) -> None:
        self._folder = root / FOLDER

    def get(self, path: str) -> tuple[str, KeptPage] | None:
        """The page at `path` as it was kept, and the key it was kept by; None where it is not, or is damaged."""
        try:
            key, checksum, told = self._file(path).read_text(encoding="utf-8").split("\n", 2)
            return (key, KeptPage(**json.loads(told))) if checksum == named(key, told) else None
        except (OSError, ValueError, TypeError, RecursionError):
            return None

    def put(self, path: str, key: str, page: KeptPage) -> None:
        """Keep a page in one step, so that no other build reads half of it."""
        told = json.dumps(vars(page))
        keep_whole(self._file(path), f"{key}\n{named(key, told)}\n{told}".encode())

    def _file(self, path: str) -> Path:
        return self._folder / f"{named(path)}.json"


class Complaints(logging.Handler):
    """Counts what is said of the pages: one that something was said of is not kept, so that it is said again."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002  # that there is one is all
        """Count one."""
        self.count += 1


def is_on() -> bool:
    """Whether pages are kept at all."""
    return os.environ.get(SWITCH, "") != "0"


def settings_of(config: Any, *others: object) -> dict[str, object]:
    """What the engine was told that a page can show."""
    told = {name: config.get(name) for name in _SETTINGS}
    told |= {name: config.get(name) for name in ("nav", "extra", "extra_css", "markdown_extensions", "mdx_configs")}
    theme = {name: config.theme.get(name) for name in config.theme}
    return {**told, "theme": theme, "others": others}


def _look(root: Path) -> str:
    """A name for the templates and what they load."""
    sources = [path for folder in _LOOK for path in sorted((root / folder).rglob("*")) if path.is_file()]
    assets = (path for path in sorted((root / _ASSETS).rglob("*")) if path.suffix != ".md" and path.is_file())
    told = [(path.relative_to(root).as_posix(), path.stat().st_mtime_ns, path.stat().st_size) for path in assets]
    return named(*(_of_file(path, path.stat().st_mtime_ns) for path in sources), repr(told))


@lru_cache(maxsize=4096)
def _of_file(path: Path, _changed: int) -> str:
    return sha256(path.read_bytes()).hexdigest()


def named(*parts: str) -> str:
    """A name made from all that decides something."""
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
