"""The checks, in the order they run. A check is a function of a context that returns findings;
it knows no MkDocs and no other check."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

from macros.checks.alt_text import alt_text
from macros.checks.approvals import approvals
from macros.checks.bases import bases
from macros.checks.claims import claims
from macros.checks.comments_answered import comments_answered
from macros.checks.context import Context, open_context, with_built_pages
from macros.checks.cross_table import cross_table
from macros.checks.data import schema
from macros.checks.duties import duties
from macros.checks.editions_agree import editions_agree
from macros.checks.front_matter import front_matter
from macros.checks.help_current import help_current
from macros.checks.labels import labels
from macros.checks.numbering import numbering
from macros.checks.other_voice import links
from macros.checks.percentages import percentages
from macros.checks.plain_language import plain_language
from macros.checks.plain_names import plain_names
from macros.checks.preferred_words import preferred_words
from macros.checks.printed_labels import printed_labels
from macros.checks.prompts import prompts
from macros.checks.release_frozen import release_frozen
from macros.checks.restated import restated
from macros.checks.series import series
from macros.checks.small_numbers import small_numbers
from macros.checks.sums import sums
from macros.checks.translated import translated
from macros.checks.typed_numbers import typed_numbers
from macros.checks.young_people import young_people
from macros.datasets.known_issues import unexplained
from macros.datasets.page_source import page_signature, report_of
from macros.datasets.store import Store, open_store
from macros.model.finding import Finding, Severity

CHECKS: tuple[Callable[[Context], list[Finding]], ...] = (
    schema,
    links,
    duties,
    prompts,
    typed_numbers,
    front_matter,
    young_people,
    help_current,
    plain_names,
    translated,
    release_frozen,
    small_numbers,
    comments_answered,
    approvals,
)

# on printed figures: a finding counts only while no known issue of its release explains it
FIGURE_CHECKS: tuple[Callable[[Context], list[Finding]], ...] = (
    sums,
    percentages,
    bases,
    cross_table,
    restated,
    labels,
    printed_labels,
    numbering,
    claims,
    series,
)

# on built pages: what a reader meets, so they wait until the pages are there
PAGE_CHECKS: tuple[Callable[[Context], list[Finding]], ...] = (
    plain_language,
    preferred_words,
    editions_agree,
    alt_text,
)
ON_PAGES = frozenset(
    {"plain-language", "preferred-words", "editions-agree", "alt-text"}
)  # what they are called in findings


def stops_the_public(store: Store, finding: Finding) -> bool:
    """Whether a finding keeps the public site from being built: a draft, which it leaves out, may have any."""
    report = report_of(finding.path)
    is_left_out = report in store.reports and not store.reports[report].is_published
    return finding.severity is Severity.STOPS and not is_left_out


def run(root: Path) -> list[Finding]:
    """What every check finds in the project at `root`, in the order of CHECKS, then FIGURE_CHECKS."""
    return list(_found(root, open_store(root).key, page_signature(root)))


def run_on_pages(root: Path, html: Mapping[str, str]) -> list[Finding]:
    """What the checks of built pages find; `html` by the page's place in the site (`reports/x/`)."""
    context = with_built_pages(open_context(root), html)
    return [finding for check in PAGE_CHECKS for finding in check(context)]


@lru_cache(maxsize=2)
def _found(root: Path, data: str, _pages: object) -> tuple[Finding, ...]:
    """The findings, kept while no file of data or pages changes: a build asks before and after its pages."""
    context = open_context(root)
    return (*(finding for check in CHECKS for finding in check(context)), *_of_figures(root, data))


@lru_cache(maxsize=2)
def _of_figures(root: Path, _data: str) -> tuple[Finding, ...]:
    """What is wrong with printed figures and nobody has explained: a change of a page does not change it."""
    context = open_context(root)
    found = [finding for check in FIGURE_CHECKS for finding in check(context)]
    return tuple(unexplained(context.store, found))
