"""The checks, in the order they run. A check is a function of a context that returns findings;
it knows no MkDocs and no other check."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from macros.checks.alt_text import alt_text
from macros.checks.approvals import approvals
from macros.checks.bases import bases
from macros.checks.claims import claims
from macros.checks.comments_answered import comments_answered
from macros.checks.context import Context, open_context, with_built_pages
from macros.checks.cross_table import cross_table
from macros.checks.data import schema
from macros.checks.duties import duties
from macros.checks.editions import editions
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
from macros.checks.redirects import redirects
from macros.checks.release_frozen import release_frozen
from macros.checks.restated import restated
from macros.checks.series import series
from macros.checks.small_numbers import small_numbers
from macros.checks.sums import sums
from macros.checks.translated import translated
from macros.checks.typed_numbers import typed_numbers
from macros.checks.young_people import young_people
from macros.datasets.kept_findings import KeptFindings, named
from macros.datasets.known_issues import unexplained
from macros.datasets.page_source import PageSource, page_signature, page_url, report_of
from macros.datasets.store import Store, open_store
from macros.model.finding import Finding, Severity

Check = Callable[[Context], list[Finding]]
Work = Callable[[Sequence[Any]], list[Any]]  # an answer for each item
Share = Callable[[Work, Sequence[Any]], list[Any]]  # the answers of work that several may do, in the items' order

CHECKS: tuple[Check, ...] = (
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
    redirects,
    editions,
)

# on printed figures: a finding counts only while no known issue of its release explains it
FIGURE_CHECKS: tuple[Check, ...] = (
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
PAGE_CHECKS: tuple[Check, ...] = (
    plain_language,
    preferred_words,
    editions_agree,
    alt_text,
)
ON_PAGES = ("plain-language", "preferred-words", "editions-agree", "alt-text")  # what they are called in findings


def stops_the_public(store: Store, finding: Finding) -> bool:
    """Whether a finding keeps the public site from being built: a draft, which it leaves out, may have any."""
    return finding.severity is Severity.STOPS and report_of(finding.path) not in _unpublished(store)


def tells_of_unpublished(store: Store, finding: Finding) -> bool:
    """Whether a finding is about a report that the public build leaves out, or quotes it: not for the public."""
    said = " ".join((finding.path, *map(str, finding.facts.values())))
    return any(re.search(rf"(?<![\w-]){re.escape(report)}(?![\w-])", said) for report in _unpublished(store))


def _unpublished(store: Store) -> set[str]:
    return {report.id for report in store.reports.values() if not report.is_published}


def run(root: Path) -> list[Finding]:
    """What every check finds in the project at `root`, in the order of CHECKS, then FIGURE_CHECKS."""
    return list(_found(root, open_store(root).key, page_signature(root)))


def alone(work: Work, items: Sequence[Any]) -> list[Any]:
    """Do all of something here."""
    return work(items)


def run_on_pages(root: Path, html: Mapping[str, str], share: Share = alone) -> list[Finding]:
    """What the checks of built pages find, check by check; `html` by the page's place in the site (`reports/x/`).

    `share` may have other processes do a part of what is not kept from the run before.
    """
    context, kept = open_context(root), KeptFindings(root, "built")
    asked = [(page.path, _built_of(page, html)) for page in context.pages]
    names = [
        named(context.store.key, page, *built.values()) for page, (_, built) in zip(context.pages, asked, strict=True)
    ]
    held = [kept.get(name) for name in names]
    new = [number for number, found in enumerate(held) if found is None]
    for number, found in zip(new, share(partial(_on_pages, root), [asked[one] for one in new]), strict=True):
        kept.put(names[number], found)
        held[number] = found
    kept.keep()
    return sorted((one for found in held for one in found or ()), key=lambda one: ON_PAGES.index(one.check))


def _built_of(page: PageSource, html: Mapping[str, str]) -> dict[str, str]:
    return {url: html[url] for url in (page_url(page.path),) if url in html}


def _on_pages(root: Path, asked: Sequence[tuple[str, Mapping[str, str]]]) -> list[list[Finding]]:
    """The findings of pages one by one, which depend on a page's text, its built form and the data."""
    context = open_context(root)
    pages = {page.path: page for page in context.pages}
    return [_on_built(replace(context, pages=(pages[path],)), built) for path, built in asked]


def _on_built(context: Context, built: Mapping[str, str]) -> list[Finding]:
    shown = with_built_pages(context, built)
    return [one for check in PAGE_CHECKS for one in check(shown)]


@lru_cache(maxsize=2)
def _found(root: Path, data: str, _pages: object) -> tuple[Finding, ...]:
    """The findings, kept while no file of data or pages changes: a build asks before and after its pages."""
    context, kept = open_context(root), KeptFindings(root, "sources")
    found = [one for check in CHECKS for one in _of(check, context, kept)]
    found += _once(kept, named("figures", data), _of_figures, context)
    kept.keep()
    return tuple(found)


def _of(check: Check, context: Context, kept: KeptFindings) -> list[Finding]:
    """What a check of sources finds; the slow ones are asked again only for what has changed."""
    if check in (plain_names, small_numbers):  # which look at the data alone
        return _once(kept, named(check.__name__, context.store.key), check, context)
    if check is typed_numbers:
        alone = ((page, replace(context, pages=(page,))) for page in context.report_pages)
        return [one for page, own in alone for one in _once(kept, named("typed", context.store.key, page), check, own)]
    return check(context)


def _once(kept: KeptFindings, name: str, check: Check, context: Context) -> list[Finding]:
    found = kept.get(name)
    if found is None:
        found = check(context)
        kept.put(name, found)
    return found


def _of_figures(context: Context) -> list[Finding]:
    """What is wrong with printed figures and nobody has explained: a change of a page does not change it."""
    return list(unexplained(context.store, [finding for check in FIGURE_CHECKS for finding in check(context)]))
