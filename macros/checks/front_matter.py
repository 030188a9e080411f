"""`macros`: a setting in the front matter may not have a macro's name, for it would hide the macro."""

from __future__ import annotations

from macros.checks.context import Context
from macros.model.finding import Finding
from macros.model.problems import KINDS

# the names of macros.pages.registration.MACROS, which stands a floor above; a test holds them together
RESERVED = frozenset({
    "figure", "change", "versus", "word", "table", "chart", "picture", "headlines", "plan", "recommendations",
    "known_issues", "restatements", "guidance", "indicator_record", "accessibility_problems",
    "voices", "who_to_talk_to", "comparators",
    "then_and_now", "promises", "quote", "glossary", "trusted_adult", "you_said_we_did",
})  # fmt: skip


def front_matter(context: Context) -> list[Finding]:
    """Pages whose front matter hides a macro."""
    return [
        Finding(KINDS["shadowed-macro"], page.path, 1, {"cell": name})
        for page in context.pages
        for name in page.meta
        if name in RESERVED
    ]
