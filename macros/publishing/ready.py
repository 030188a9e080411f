"""The draft's page "Ready to publish?": what stops a report, in the order to mend it, what warns, what is done, and who
has approved it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from markupsafe import Markup

from macros.datasets.page_source import report_of
from macros.datasets.store import Store
from macros.model import figure_problems, problems
from macros.model.finding import Finding, Severity
from macros.model.report import STEPS, Report, ReportStatus
from macros.render.html import inert, tag
from macros.wording import periods

PAGE = "ready"
# check and what is true when it finds nothing, in the order to mend: what hides other findings first
ORDER = {
    "schema": "Every file can be read.",
    "explained-blanks": "Every blank figure has a reason.",
    "macros": "Every figure that a page asks for is there.",
    "prompts": "Every section is written.",
    "typed-numbers": "No number is typed into a page.",
    "sums": "Every total is the sum of its parts.",
    "percentages": "Every percentage fits its numbers.",
    "cross-table": "Every figure is the same wherever it stands.",
    "restated": "Changes against earlier reports are explained.",
    "labels": "Numbers and references are in order.",
    "claims": "Sentences agree with the figures.",
    "series": "Breaks in series are marked.",
    "small-numbers": "No small number can be seen or worked out.",
    "duties": "Every requirement is met, or it is said why not.",
    "plain-language": "The words are plain enough for each edition.",
    "preferred-words": "The words are those that young people asked for.",
    "editions-agree": "Both editions say the same.",
    "alt-text": "Every picture says in words what it shows.",
    "links": "Every link leads somewhere, and each page to its other voice.",
    "redirects": "Every address that has moved leads to its page.",
    "translations": "Translations are as new as what they translate.",
    "comments-answered": "Every comment has an answer.",
    "young-people": "Each page for young people says who to talk to, and counts in one way.",
    "help-current": "Every way to get help was looked at in the last six months.",
    "editions": "Editions that were published before are kept.",
    "approvals": "Its steps have their days, and the bodies that approved it are named.",
    "release-frozen": "The figures are sealed.",
}
# only what some check looks for can be done
_LOOKED_FOR = {
    kind.check
    for table in (problems.KINDS, figure_problems.KINDS, figure_problems.DISCLOSURE_KINDS)
    for kind in table.values()
}
_PLACE = re.compile(r'<div data-ready="([^"]+)"></div>')


def ready_pages(store: Store) -> dict[str, str]:
    """Path below `docs/` and Markdown of the page of each report that has pages."""
    return {
        f"reports/{report.id}/{PAGE}.md": _page(report)
        for report in store.reports.values()
        if (store.root / f"docs/reports/{report.id}/index.md").is_file()
    }


def _page(report: Report) -> str:
    return (
        f"---\ntitle: Ready to publish?\nother_voice: reports/{report.id}/index.md\nsearch:\n  exclude: true\n---\n"
        f"# Ready to publish?\n\n{inert(report.title)}\n\n"
        f'<div data-ready="{report.id}"></div>\n'
    )


def fill_ready_pages(store: Store, site: Path, findings: Sequence[Finding]) -> None:
    """Put what the checks say into the pages of a built draft."""
    for path in sorted(site.glob(f"reports/*/{PAGE}/index.html")):
        html = path.read_text(encoding="utf-8")
        filled = _PLACE.sub(lambda found: str(_told(store, found[1], findings)), html)
        if filled != html:
            path.write_text(filled, encoding="utf-8", newline="\n")


def _told(store: Store, name: str, findings: Iterable[Finding]) -> Markup:
    """All of one report: its own findings and those of the catalogue, which every report uses."""
    report = store.report(name)
    own = [one for one in findings if report_of(one.path) in ("", name) and not one.path.startswith("docs/guide")]
    stops = [one for one in own if one.severity is Severity.STOPS]
    warns = [one for one in own if one.severity is Severity.WARNS]
    found = {one.check for one in own}
    parts = [
        tag("p", tag("strong", _sum(stops, warns)), class_="tv-ready"),
        _status(report),
        *_group("To mend, in this order", "mend", stops),
        *_group("To look at", "look", warns),
        tag("h2", "Done", id="done"),
        tag("ul", *(tag("li", said) for check, said in ORDER.items() if check in _LOOKED_FOR - found)),
        tag("h2", "Who has approved it", id="approved"),
        _approved(report),
    ]
    return tag("div", *parts, class_="tv-ready-list")


def _sum(stops: Sequence[Finding], warns: Sequence[Finding]) -> str:
    if not stops and not warns:
        return "Nothing stands in the way."
    told = (
        f"{len(stops)} thing{' stops' if len(stops) == 1 else 's stop'} publication"
        if stops
        else "Nothing stops publication"
    )
    return f"{told}; {len(warns)} to look at." if warns else f"{told}."


def _status(report: Report) -> Markup:
    steps = [tag("li", _step(report, step), aria_current="step" if step is report.status else None) for step in STEPS]
    return tag("ol", *steps, class_="tv-ready-steps", aria_label="Steps of a report")


def _step(report: Report, step: ReportStatus) -> str:
    """A step, and when the report came to it."""
    day = report.dates.get(step)
    return f"{step.value.replace('-', ' ').capitalize()}{f', {periods.day(day)}' if day else ''}"


def _group(heading: str, name: str, findings: Sequence[Finding]) -> list[Markup]:
    if not findings:
        return []
    order = list(ORDER)
    checks = sorted(
        {one.check for one in findings}, key=lambda check: order.index(check) if check in order else len(order)
    )
    parts = [tag("h2", heading, id=name)]
    for check in checks:
        group = [one for one in findings if one.check == check]
        link = tag("a", "How to mend it", href=f"../../../{PurePosixPath(group[0].help).with_suffix('')}/")
        items = [tag("li", tag("code", one.place), " ", one.message) for one in group]
        parts += [tag("h3", f"{check} ({len(group)})", id=f"{name}-{check}"), tag("p", link), tag("ul", *items)]
    return parts


def _approved(report: Report) -> Markup:
    if not report.approvals:
        return tag("p", f"Nobody yet. To note it: python -m macros status {report.id} approved --by “…” --date …")
    told = (
        f"{one.body}: {periods.day(one.day) if one.day else f'no date ({one.source})'}." for one in report.approvals
    )
    return tag("ul", *(tag("li", said) for said in told))
