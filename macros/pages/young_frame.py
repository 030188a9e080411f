"""What the frame of a page for young people is told: its drawing, who to talk to, whether it can be left quickly."""

from __future__ import annotations

from typing import Any

from macros.datasets.page_source import DOCS
from macros.model.report import Level
from macros.pages.list_macros import help_lines
from macros.pages.page_context import PageContext
from macros.render.lists import dialled

DRAWINGS = "assets/pictures"  # ours, below docs/
_SHORT = 3  # as many lines as a phone shows in one look
_OWN_HELP = "who_to_talk_to("


def source(env: Any, page: PageContext) -> str:
    """The Markdown of the page being rendered, before its macros; from its file where the engine does not give it."""
    if given := getattr(env, "_markdown", ""):
        return str(given)
    path = page.store.root / DOCS / page.path
    return path.read_text(encoding="utf-8-sig") if path.is_file() else ""


def for_young_people(page: PageContext, markdown: str) -> dict[str, Any]:
    """Settings of the page's template, by their names there."""
    told: dict[str, Any] = {"leave_quickly": page.report().leave_quickly}
    if page.meta.get("drawing"):
        told["drawing_src"] = _drawing(page, str(page.meta["drawing"]))
    if markdown and _OWN_HELP not in markdown:
        lines = [row for row in help_lines(page) if row["phone"]][-_SHORT:]
        told["help_short"] = [
            {"name": row["name"], "phone": row["phone"], "dial": dialled(row["phone"])} for row in lines
        ]
    if page.meta.get("level") == Level.YOUNGER:
        told["is_younger"] = True
    return told


def _drawing(page: PageContext, name: str) -> str:
    """The drawing's place below docs/: the council's own where it has one of this name, else ours."""
    own = page.report().pictures
    if own and (page.store.root / "docs" / own / f"{name}.svg").is_file():
        return f"{own}/{name}.svg"
    return f"{DRAWINGS}/{name}.svg"
