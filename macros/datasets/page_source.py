"""The pages authors write: their front matter (with their folders' `.meta.yml`) and their text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

from macros.datasets.file_signature import Signature, file_signature
from macros.datasets.yaml_source import parse_settings, read_settings
from macros.model.finding import Finding
from macros.model.problems import KINDS

DOCS = "docs"
FOLDER_META = ".meta.yml"
_OF_REPORT = re.compile(r"(?:docs/|data/)?reports/([^/]+)/")
Settings = Mapping[str, Any]


@dataclass(frozen=True)
class PageSource:
    """One Markdown file: `path` below the project, `meta` merged, `body_line` where its text begins."""

    path: str
    meta: Settings
    body: str
    body_line: int


def is_english(meta: Settings) -> bool:
    """Whether a page is written in English, as every page is that does not say otherwise."""
    return str(meta.get("lang") or "en").lower().split("-")[0] == "en"


def report_of(path: str) -> str:
    """The report that a file of pages or figures belongs to; empty for any other file."""
    found = _OF_REPORT.match(path)
    return found[1] if found else ""


def page_url(path: str) -> str:
    """Where the engine puts a page: docs/a/b.md at a/b/, docs/a/index.md at a/."""
    parts = path.removeprefix(f"{DOCS}/").removesuffix(".md").split("/")
    return "".join(f"{part}/" for part in (parts[:-1] if parts[-1] in ("index", "README") else parts))


def way_from_folder(path: str) -> str:
    """The way to the site's root from the folder that a source below `docs/` lies in: `.`, `..`, `../..`.

    Zensical reads every link of a page as one that begins there; MkDocs does so with links to pages alone.
    """
    return "/".join([".."] * (len(PurePosixPath(path).parts) - 1)) or "."


def read_pages(root: Path) -> tuple[list[PageSource], list[Finding]]:
    """Every page below `docs/`, in path order, and what could not be read. Read again only when a page has changed."""
    pages, findings = _read(root, page_signature(root))
    return list(pages), list(findings)


def pages_of(root: Path, folder: str) -> tuple[PageSource, ...]:
    """The pages of a folder (`docs/reports/x/`)."""
    return tuple(page for page in read_pages(root)[0] if page.path.startswith(folder))


@lru_cache(maxsize=2)
def _read(root: Path, _signed: object) -> tuple[tuple[PageSource, ...], tuple[Finding, ...]]:
    shared, findings = _read_folders(root)
    pages = []
    for path in _files(root, "*.md"):
        page, wrong = _read_page(root, path, shared)
        findings += wrong
        if page is not None:
            pages.append(page)
    return tuple(pages), tuple(findings)


def page_signature(root: Path) -> Signature:
    """Path, time and size of every page and folder setting: what pages already read depend on."""
    return file_signature(root / DOCS, (".md", FOLDER_META))


def _files(root: Path, pattern: str) -> Iterator[Path]:
    """The files below `docs/` of this name, in path order; a folder of such a name is none."""
    return (path for path in sorted((root / DOCS).rglob(pattern)) if path.is_file())


def _read_folders(root: Path) -> tuple[dict[Path, Settings], list[Finding]]:
    """The settings of each folder that has some, and what is wrong with them, told once."""
    shared: dict[Path, Settings] = {}
    findings: list[Finding] = []
    for path in _files(root, FOLDER_META):
        shared[path.parent], wrong = read_settings(root, path.relative_to(root).as_posix())
        findings += wrong
    return shared, findings


def _read_page(root: Path, path: Path, shared: Mapping[Path, Settings]) -> tuple[PageSource | None, list[Finding]]:
    name = path.relative_to(root).as_posix()
    try:
        stat = path.stat()
        settings, body, line, findings = _parsed(path, name, stat.st_mtime_ns, stat.st_size)
    except UnicodeDecodeError as error:
        row = path.read_bytes().count(b"\n", 0, error.start) + 1
        return None, [Finding(KINDS["not-utf8"], name, row, {"row": row, "near": ""})]
    except OSError:
        return None, [Finding(KINDS["missing-file"], name, 0, {"remedy": "It cannot be opened."})]
    meta: dict[str, Any] = {}
    for folder in reversed(path.parents):
        meta |= shared.get(folder, {})
    return PageSource(name, {**meta, **settings}, body, line), list(findings)


@lru_cache(maxsize=8192)  # all pages are asked for whenever one has changed
def _parsed(path: Path, name: str, _time: int, _size: int) -> tuple[Settings, str, int, tuple[Finding, ...]]:
    """A page's own settings, its text, the line that begins on, and what is wrong with the settings."""
    own, body, line = _split(path.read_text(encoding="utf-8-sig"))
    settings, findings = parse_settings(own, name, first_line=2)
    return settings, body, line, tuple(findings)


def _split(text: str) -> tuple[str, str, int]:
    """Front matter, body, and the line the body begins on."""
    lines = text.splitlines(keepends=True)
    if lines and lines[0].strip() == "---":
        for number, line in enumerate(lines[1:], 1):
            if line.strip() in ("---", "..."):
                return "".join(lines[1:number]), "".join(lines[number + 1 :]), number + 2
    return "", text, 1
