"""What a preview knows, for programs (`data/changes.json`) and for the comment of a pull request (`changes.md`).

Titles of the published site may be anybody's: in Markdown they are made inert, and nobody is called by name.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from macros.datasets.store import Store
from macros.model.finding import Finding, Severity
from macros.model.report import Edition
from macros.publishing.preview.change_words import FORMAL, page_counts, sum_of
from macros.publishing.preview.changed_figures import FigureChange
from macros.publishing.preview.comparison import Changes, PageChange, PageState
from macros.publishing.preview.paragraph_changes import Change
from macros.publishing.pull_requests.others_words import plain

JSON, MARKDOWN = "data/changes.json", "changes.md"
_MOST_MESSAGE = 400  # letters
_MOST_LETTERS = 55_000  # of a comment, which GitHub cuts at 65,536, line ends counted
_MOST_PAGES, _MOST_FIGURES, _MOST_FINDINGS = 40, 30, 20


def write_change_files(store: Store, site: Path, changes: Changes, findings: Sequence[Finding]) -> None:
    """Write both files into a built draft."""
    told = json.dumps(changes_data(store, changes, findings), ensure_ascii=False, indent=1)
    (site / "data").mkdir(exist_ok=True)
    (site / JSON).write_text(f"{told}\n", encoding="utf-8", newline="\n")
    (site / MARKDOWN).write_text(changes_markdown(store, changes, findings), encoding="utf-8", newline="\n")


def changes_data(store: Store, changes: Changes, findings: Sequence[Finding]) -> dict[str, object]:
    """All changes as plain values."""
    return {
        "compared": changes.is_compared,
        "whole": changes.is_whole,
        "new_reports": list(changes.new_reports),
        "pages": [_page(one) for one in changes.pages],
        "figures": [_figure(store, one) for told in changes.figures.values() for one in told.changes],
        "figures_not_compared": [report for report, told in changes.figures.items() if not told.is_read],
        "findings": {
            severity.value: dict(Counter(one.check for one in findings if one.severity is severity))
            for severity in Severity
        },
    }


def _page(one: PageChange) -> dict[str, object]:
    return {
        "page": one.url, "title": one.title, "state": one.state.value, "report": one.report,
        "edition": one.edition.value,
        "paragraphs": None if one.paragraphs is None else {change.value: one.counted(change) for change in Change},
        "blocks": [{"kind": block.kind, "caption": block.caption, "change": block.change.value} for block in one.blocks
                   if not (one.is_guarded and block.after is None)],
    }  # fmt: skip


def _figure(store: Store, one: FigureChange) -> dict[str, object]:
    change = one.revision
    before, after = (None if change.is_withheld or row is None or row.value is None else str(row.value)
                     for row in (change.first, change.later))  # fmt: skip
    return {
        "report": change.report, "indicator": change.key.indicator, "area": change.key.area,
        "period": change.key.period.text, "breakdown": change.key.breakdown_text, "source": change.source,
        "release_before": change.before.isoformat(), "release_after": change.after.isoformat(),
        "before": before, "after": after, "withheld": change.is_withheld, "why": one.why,
        "said": one.words(store, Edition.FORMAL), "pages": list(one.pages),
    }  # fmt: skip


def changes_markdown(store: Store, changes: Changes, findings: Sequence[Finding]) -> str:
    """The same as text for a pull request: the sum, the findings, the pages, the figures."""
    parts = ["## What this draft changes", "", _sum(changes), "", *_findings(findings)]
    lists = [*_pages(changes), *_figures(store, changes)] if changes.is_compared else []
    if sum(map(len, (*parts, *lists))) > _MOST_LETTERS:
        lists = ["", f"The lists are too long for a comment; {JSON} of the preview holds them."]
    return "\n".join([*parts, *lists]).strip() + "\n"


def _sum(changes: Changes) -> str:
    if not changes.is_compared:
        return FORMAL.nothing_published
    figures = sum(len(one.changes) for one in changes.figures.values())
    said = sum_of(changes.pages, figures, FORMAL)
    return said if changes.is_whole else f"{said} {FORMAL.not_whole}"


def _findings(findings: Sequence[Finding]) -> Iterator[str]:
    stops = [one for one in findings if one.severity is Severity.STOPS]
    warns = len(findings) - len(stops)
    if not findings:
        yield "**Checks:** nothing found."
        return
    told = f"{len(stops) or 'nothing'} {'stop' if len(stops) > 1 else 'stops'} publication"
    yield f"**Checks:** {told}; {warns} to look at."
    yield ""
    yield "| Check | Stops | To look at |"
    yield "|---|---:|---:|"
    for check in sorted({one.check for one in findings}):
        own = [one for one in findings if one.check == check]
        stopping = sum(one.severity is Severity.STOPS for one in own)
        yield f"| {check} | {stopping} | {len(own) - stopping} |"
    yield ""
    for one in stops[:_MOST_FINDINGS]:
        yield f"- `{one.place.replace('`', '')}` {plain(one.message, _MOST_MESSAGE)}"
    if len(stops) > _MOST_FINDINGS:
        yield f"- and {len(stops) - _MOST_FINDINGS} more"


def _pages(changes: Changes) -> Iterator[str]:
    for state in (PageState.CHANGED, PageState.NEW, PageState.GONE):
        listed = [one for one in changes.pages if one.state is state]
        if listed:
            yield from ("", f"<details><summary>{FORMAL.states[state]} ({len(listed)})</summary>", "")
            for one in listed[:_MOST_PAGES]:
                counts = f": {plain(page_counts(one, FORMAL))}" if state is PageState.CHANGED else ""
                yield f"- {plain(one.title)} (`{one.url.replace('`', '') or 'index.html'}`){counts}"
            if len(listed) > _MOST_PAGES:
                yield f"- and {len(listed) - _MOST_PAGES} more"
            yield from ("", "</details>")


def _figures(store: Store, changes: Changes) -> Iterator[str]:
    listed = [one for told in changes.figures.values() for one in told.changes]
    if not listed:
        return
    yield from ("", f"<details><summary>{FORMAL.figures} ({len(listed)})</summary>", "")
    for one in listed[:_MOST_FIGURES]:
        why = f"{FORMAL.why} {one.why}" if one.why else FORMAL.no_reason
        yield f"- {plain(one.words(store, Edition.FORMAL))} {plain(why)}"
    if len(listed) > _MOST_FIGURES:
        yield f"- and {len(listed) - _MOST_FIGURES} more"
    yield from ("", "</details>")
