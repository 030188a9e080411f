"""Which pages a build shows: those that authors wrote, without what is not for the public, and those nobody writes.

Engines differ in how they are told; what they are told is here.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from macros.datasets.page_source import DOCS
from macros.datasets.store import Store
from macros.publishing.comment_kit.send_page import send_pages
from macros.publishing.earlier_editions import edition_pages
from macros.publishing.indicator_pages import indicator_pages
from macros.publishing.preview.draft_frame import STYLES
from macros.publishing.ready import ready_pages

GUIDE = "/guide/"  # for authors: not in the public build


def hidden_pages(store: Store, *, draft: bool, only: str = "") -> list[str]:
    """What a build leaves out below docs/, folders as `/reports/x/`; a draft of one report alone hides the others."""
    if only:
        return [GUIDE, *(f"/reports/{report}/" for report in store.reports if report != only)]
    if draft:
        return []
    published = {report.id for report in store.reports.values() if report.is_published}
    folders = {
        path.name for path in (store.root / DOCS / "reports").glob("*") if path.is_dir()
    }  # also without data yet
    unpublished = sorted((folders | set(store.reports)) - published)
    return [GUIDE, f"/{STYLES}", *(f"/reports/{report}/" for report in unpublished)]


def made_pages(store: Store, *, draft: bool, only: str = "") -> dict[str, str]:
    """Path below docs/ and Markdown of each page that nobody writes."""
    public = [report for report in store.reports.values() if report.is_published]
    made = {} if only else indicator_pages(store.catalogue) | edition_pages(store, public)
    return made | (ready_pages(store) | send_pages(store) if draft else {})


def navigation(store: Store, nav: list[Any], *, draft: bool, only: str = "") -> list[Any]:
    """The menu of mkdocs.yml without hidden pages; in a draft with a part for authors."""
    if draft:
        ready = [f"reports/{report.id}/ready.md" for report in store.reports.values()]
        ready = [path for path in ready if path in ready_pages(store)]
        nav = [*nav, {"For authors": [*_guide(store.root / DOCS), {"Ready to publish?": ready}]}]
    return _without(nav, tuple(path.strip("/") for path in hidden_pages(store, draft=draft, only=only)))


def _without(nav: list[Any], hidden: tuple[str, ...]) -> list[Any]:
    """The navigation without the pages that this build leaves out, and without parts that become empty."""
    kept: list[Any] = []
    for entry in nav:
        title, target = next(iter(entry.items())) if isinstance(entry, dict) else ("", entry)
        if isinstance(target, list):
            target = _without(target, hidden)
        elif any(str(target).startswith(f"{folder}/") for folder in hidden):
            continue
        if target:
            kept.append({title: target} if title else target)
    return kept


def _guide(docs: Path) -> list[Any]:
    """The authors' guide as navigation: its own page, then a part for each of its folders."""
    guide = docs / "guide"
    parts = sorted(path for path in guide.iterdir() if path.is_dir() and any(path.glob("*.md")))
    pages = [_name(docs, path) for path in _in_order(guide)]
    return [*pages, *({part.name.capitalize(): [_name(docs, path) for path in _in_order(part)]} for part in parts)]


def _in_order(folder: Path) -> list[Path]:
    """A folder's pages: its index first, then those the index leads to in its order, then the others."""
    index = folder / "index.md"
    led = re.findall(r"\]\(([\w-]+\.md)\)", index.read_text(encoding="utf-8")) if index.exists() else []
    order = {name: number for number, name in enumerate(["index.md", *led])}
    return sorted(folder.glob("*.md"), key=lambda path: (order.get(path.name, len(order)), path.name))


def _name(docs: Path, path: Path) -> str:
    return path.relative_to(docs).as_posix()
