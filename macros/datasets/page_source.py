"""The pages authors write: their front matter (with their folders' `.meta.yml`) and their text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from macros.model.finding import Finding
from macros.model.problems import KINDS

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml's, where it is: ten times as fast
DOCS = "docs"
FOLDER_META = ".meta.yml"


@dataclass(frozen=True)
class PageSource:
    """One Markdown file: `path` below the project, `meta` merged, `body_line` where its text begins."""

    path: str
    meta: Mapping[str, Any]
    body: str
    body_line: int


def read_pages(root: Path) -> tuple[list[PageSource], list[Finding]]:
    """Every page below `docs/`, in path order, and what could not be read."""
    findings: list[Finding] = []
    pages = []
    for path in sorted((root / DOCS).rglob("*.md")):
        page, wrong = _read_page(root, path)
        findings += wrong
        if page is not None:
            pages.append(page)
    return pages, findings


def page_signature(root: Path) -> tuple[tuple[str, int, int], ...]:
    """Path, time and size of every page and folder setting: what pages already read depend on."""
    paths = sorted((*(root / DOCS).rglob("*.md"), *(root / DOCS).rglob(FOLDER_META)))
    return tuple((str(path), stat.st_mtime_ns, stat.st_size) for path in paths for stat in (path.stat(),))


def _read_page(root: Path, path: Path) -> tuple[PageSource | None, list[Finding]]:
    name = path.relative_to(root).as_posix()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        row = path.read_bytes().count(b"\n", 0, error.start) + 1
        return None, [Finding(KINDS["not-utf8"], name, row, {"row": row, "near": ""})]
    own, body, line = _split(text)
    findings: list[Finding] = []
    meta: dict[str, Any] = {}
    for folder in reversed([parent for parent in path.parents if parent.is_relative_to(root / DOCS)]):
        shared = folder / FOLDER_META
        if shared.exists():
            settings, wrong = _settings(shared.read_text(encoding="utf-8-sig"), shared.relative_to(root).as_posix())
            meta |= settings
            findings += wrong
    settings, wrong = _settings(own, name)
    return PageSource(name, meta | settings, body, line), findings + wrong


def _split(text: str) -> tuple[str, str, int]:
    """Front matter, body, and the line the body begins on."""
    lines = text.splitlines(keepends=True)
    if lines and lines[0].strip() == "---":
        for number, line in enumerate(lines[1:], 1):
            if line.strip() in ("---", "..."):
                return "".join(lines[1:number]), "".join(lines[number + 1 :]), number + 2
    return "", text, 1


def _settings(text: str, name: str) -> tuple[dict[str, Any], list[Finding]]:
    try:
        loaded = yaml.load(text, _Loader) or {}  # noqa: S506  # both are safe loaders
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        why = f"{getattr(error, 'problem', '') or 'it is not settings'}."
        return {}, [Finding(KINDS["bad-yaml"], name, mark.line + 2 if mark else 1, {"why": why})]
    if not isinstance(loaded, dict):
        return {}, [Finding(KINDS["bad-yaml"], name, 1, {"why": "it should be lines of the form `name: value`."})]
    return loaded, []
