"""`links`: each page of a report leads to its page in the other edition, and that page exists."""

from __future__ import annotations

from macros.checks.context import Context
from macros.datasets.page_source import DOCS, PageSource
from macros.datasets.translations import is_translation
from macros.errors import nearest
from macros.model.finding import Finding
from macros.model.problems import KINDS


def links(context: Context) -> list[Finding]:
    """Pages whose `other_voice` is missing or leads nowhere."""
    known = {page.path.removeprefix(f"{DOCS}/") for page in context.pages}
    own = (page for page in context.report_pages if not is_translation(page.path))
    return [finding for page in own if (finding := _finding(page, known))]


def _finding(page: PageSource, known: set[str]) -> Finding | None:
    other = page.meta.get("other_voice")
    if not other:
        return Finding(KINDS["no-other-voice"], page.path, 1)
    if str(other) in known:
        return None
    close = nearest(str(other), sorted(known))
    remedy = f"The nearest are: {', '.join(close)}." if close else "Write its path below docs/."
    return Finding(KINDS["missing-other-voice"], page.path, 1, {"cell": other, "remedy": remedy})
