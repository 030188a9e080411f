"""`duties`: the statutory requirements a page says it meets are ones that exist."""

from __future__ import annotations

from macros.checks.context import Context
from macros.datasets.page_source import PageSource
from macros.errors import instead
from macros.model.finding import Finding
from macros.model.problems import KINDS


def duties(context: Context) -> list[Finding]:
    """Ids in `meets:` that data/catalogue/duties.csv does not have."""
    known = set(context.store.catalogue.words_by_id("duties"))
    return [
        Finding(KINDS["unknown-duty"], page.path, 1, {"cell": duty, "remedy": _remedy(str(duty), known)})
        for page in context.report_pages
        for duty in _claimed(page)
        if str(duty) not in known
    ]


def _claimed(page: PageSource) -> list[object]:
    """The duties of `meets:`, also when a single one is written without brackets."""
    meets = page.meta.get("meets") or []
    return list(meets) if isinstance(meets, list | tuple) else [meets]


def _remedy(duty: str, known: set[str]) -> str:
    """The nearest ids; for one like no other, those of the same letter."""
    group = sorted(name for name in known if name[:1] == duty[:1])
    return instead(duty, group) or instead(duty, sorted(known))
