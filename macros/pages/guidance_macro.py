"""The macro for the page "How this report meets the guidance"."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from macros.datasets.duties import demanded, pages_by_duty
from macros.datasets.page_source import DOCS, PageSource, pages_of
from macros.pages.page_context import PageContext
from macros.render import guidance as rendered
from macros.render.block import Block

_HEADING = re.compile(r"^# (.+?)(?:\s*\{:.*)?$", re.MULTILINE)


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
    """What a reader calls a page, and its address: its heading, or its file's name where that holds a figure."""
    path = PurePosixPath(page.path).relative_to(DOCS).with_suffix("")
    if path.name == "index":
        return "Summary for the board", f"{path.parent}/"
    heading = _HEADING.search(page.body)
    is_plain = heading is not None and "{{" not in heading[1]
    return heading[1] if heading and is_plain else path.name.replace("-", " ").capitalize(), f"{path}/"
