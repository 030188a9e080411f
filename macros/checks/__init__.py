"""The checks, in the order they run. A check is a function of a context that returns findings;
it knows no MkDocs and no other check."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

from macros.checks.bases import bases
from macros.checks.context import Context, open_context, with_built_pages
from macros.checks.cross_table import cross_table
from macros.checks.data import schema
from macros.checks.duties import duties
from macros.checks.front_matter import front_matter
from macros.checks.help_current import help_current
from macros.checks.labels import labels
from macros.checks.other_voice import links
from macros.checks.percentages import percentages
from macros.checks.plain_language import plain_language
from macros.checks.plain_names import plain_names
from macros.checks.preferred_words import preferred_words
from macros.checks.release_frozen import release_frozen
from macros.checks.restated import restated
from macros.checks.small_numbers import small_numbers
from macros.checks.sums import sums
from macros.checks.translated import translated
from macros.datasets.known_issues import unexplained
from macros.datasets.page_source import page_signature
from macros.datasets.store import open_store
from macros.model.finding import Finding

CHECKS: tuple[Callable[[Context], list[Finding]], ...] = (
    schema,
    links,
    duties,
    front_matter,
    help_current,
    plain_names,
    translated,
    release_frozen,
    small_numbers,
)

# on printed figures: a finding counts only while no known issue of its release explains it
FIGURE_CHECKS: tuple[Callable[[Context], list[Finding]], ...] = (
    sums,
    percentages,
    bases,
    cross_table,
    restated,
    labels,
)

# on built pages: what a reader meets, so they wait until the pages are there
PAGE_CHECKS: tuple[Callable[[Context], list[Finding]], ...] = (
    plain_language,
    preferred_words,
)
ON_PAGES = frozenset({"plain-language", "preferred-words"})  # what they are called in findings


def run(root: Path) -> list[Finding]:
    """What every check finds in the project at `root`, in the order of CHECKS, then FIGURE_CHECKS."""
    return list(_found(root, open_store(root).key, page_signature(root)))


def run_on_pages(root: Path, html: Mapping[str, str]) -> list[Finding]:
    """What the checks of built pages find; `html` by the page's place in the site (`reports/x/`)."""
    context = with_built_pages(open_context(root), html)
    return [finding for check in PAGE_CHECKS for finding in check(context)]


@lru_cache(maxsize=2)
def _found(root: Path, _data: str, _pages: object) -> tuple[Finding, ...]:
    """The findings, kept while no file of data or pages changes: a build asks before and after its pages."""
    context = open_context(root)
    figures = [finding for check in FIGURE_CHECKS for finding in check(context)]
    return (*(finding for check in CHECKS for finding in check(context)), *unexplained(context.store, figures))
