"""The macro for the page "How this report meets the guidance"."""

from __future__ import annotations

from pathlib import PurePosixPath

from macros.datasets.duties import demanded, pages_by_duty
from macros.datasets.page_source import DOCS, PageSource, pages_of
from macros.pages.page_context import PageContext
from macros.render import guidance as rendered
from macros.render.block import Block


def guidance(page: PageContext, report: str = "") -> Block:
    """Each duty in force for the report's period: the pages that meet it, or why the report does not."""
    own = page.report(report)
    met = pages_by_duty(pages_of(page.store.root, f"{DOCS}/reports/{own.id}/"))
    rows = demanded(page.store.catalogue.words.get("duties", ()), own.period)
    answers = [
        rendered.Answer(row, tuple(_link(one) for one in met.get(row["id"], ())), own.not_met.get(row["id"], ""))
        for row in rows
    ]
    return Block(rendered.guidance(answers))


def _link(page: PageSource) -> tuple[str, str]:
    """What a reader calls a page, and its address: its file's name, for a heading may hold a figure."""
    path = PurePosixPath(page.path).relative_to(DOCS).with_suffix("")
    if path.name == "index":
        return "Summary", f"{path.parent}/"
    return path.name.replace("-", " ").capitalize(), f"{path}/"
