"""Which findings on printed figures are explained in a release's `known_issues.csv`.

What was printed is stored, also where it is wrong; a finding on it is either mended in a new report or explained.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from macros.datasets.restatements import Restatement
from macros.datasets.store import Store
from macros.model.figure_problems import CELLS
from macros.model.finding import Finding
from macros.model.observation import Observation
from macros.model.release import Row

Figure = tuple[str, str, str, str]  # indicator, area, period, breakdown, as the published contract writes them
SLIPS = ("NUM", "XREF", "LBL")  # kinds of known issues that concern no value

# which kinds of known issue (DOMAIN.md section 9) can explain which finding
_TWO_VALUES = frozenset({"TXT", "RST", "BASE", "SUM", "PER", "PLAUS", "CMP", "CLAIM"})
EXPLAINED_BY = {
    "sum-of-parts": frozenset({"SUM", "TXT", "RST", "BASE", "PLAUS"}),
    "sum-of-quarters": frozenset({"SUM", "TXT", "BASE", "PER"}),
    "mean-of-values": frozenset({"SUM", "TXT", "CMP", "PCT", "BASE", "PER"}),
    "stock-and-flow": frozenset({"SUM", "TXT", "PLAUS", "BASE"}),
    "more-than-whole": frozenset({"SUM", "TXT", "BASE", "PLAUS"}),
    "share-of-base": frozenset({"PCT", "TXT", "BASE"}),
    "share-cut-off": frozenset({"PCT", "TXT"}),
    "share-unattainable": frozenset({"PCT", "BASE", "CMP"}),
    "shares-of-whole": frozenset({"SUM", "PCT", "BASE"}),
    "counts-of-whole": frozenset({"SUM", "PCT", "BASE"}),
    "printed-twice": _TWO_VALUES,
    "year-end-differs": _TWO_VALUES,
    "restated-value": _TWO_VALUES,
    "stale-comparator": frozenset({"CMP", "RST", "PER"}),
    "column-of-another-year": frozenset({"RST", "PER", "CMP"}),
    "number-twice": frozenset({"NUM"}),
    "number-missing": frozenset({"NUM"}),
    "number-none": frozenset({"NUM"}),
    "number-out-of-order": frozenset({"NUM"}),
    "number-of-another": frozenset({"NUM"}),
    "reference-to-nothing": frozenset({"XREF"}),
    "reference-elsewhere": frozenset({"XREF"}),
    "break-unmarked": frozenset({"PER", "BASE"}),
    "partial-year": frozenset({"PER"}),
    "decimals-mixed": frozenset({"PCT", "LBL"}),
    "claim-contradicted": frozenset({"CLAIM", "TXT", "PLAUS"}),
    "claim-without-figure": frozenset({"CLAIM", "TXT"}),
    "period-mislabelled": frozenset({"PER", "LBL"}),
    "base-mixed": frozenset({"BASE", "LBL"}),
    "period-out-of-range": frozenset({"PER", "LBL"}),
}


def unexplained(store: Store, findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those that some known issue of their release explains."""
    return [finding for finding in findings if not _explained(store, finding)]


def _explained(store: Store, finding: Finding) -> bool:
    cells = finding.facts.get(CELLS)
    if not isinstance(cells, tuple) or not cells:
        return False
    report = cells[0].path.split("/")[2]
    kinds = EXPLAINED_BY[finding.kind.id]
    issues = [row for row in store.release(report).tables.get("known_issues", ()) if row["kind"] in kinds]
    source = str(finding.facts.get("source", ""))
    return any(_speaks_of(issue, source, one) for issue in issues for one in cells)


def _speaks_of(issue: Mapping[str, str], source: str, one: Observation) -> bool:
    """Whether an issue is about a figure; what it leaves blank fits all, a year fits its quarters."""
    if issue["source"] not in (one.source, source):
        return False
    key = one.key
    if issue["period"] not in ("", key.period.text, key.period.year.text):
        return False
    facts = {"indicator": key.indicator, "area": key.area, "breakdown": key.breakdown_text}
    return all(issue[name] in ("", fact) for name, fact in facts.items())


class Concern(NamedTuple):
    """A known issue that concerns a figure: its number in the file (from 1), its row, and whether it is about
    a group of figures, such as parts that do not make their total."""

    number: int
    row: Row
    is_of_group: bool


def concerning(store: Store, report: str, figure: Figure, sources: Iterable[str]) -> list[Concern]:
    """The known issues of a printed figure's value.

    Only issues that name the indicator: one that names a table alone is about the table. A period that is named
    fits that period alone, for the quarters of a year that is wrong may be right.
    """
    if report not in store.releases:
        return []
    places, (indicator, area, period, breakdown) = set(sources), figure
    facts = {"indicator": indicator, "area": area, "period": period, "breakdown": breakdown}
    return [
        Concern(number, issue, bool(breakdown and not issue["breakdown"]))
        for number, issue in enumerate(store.release(report).tables.get("known_issues", ()), 1)
        if issue["indicator"] and issue["kind"] not in SLIPS and issue["source"] in places
        if all(issue[name] in ("", fact) for name, fact in facts.items())
    ]


def issues_of(store: Store, report: str, one: Observation) -> list[Concern]:
    """The known issues of one printed value."""
    key = one.key
    figure = (key.indicator, key.area, key.period.text, key.breakdown_text)
    return concerning(store, report, figure, [one.source])


def reason_of(store: Store, restated: Restatement) -> str:
    """What a known issue of either report says of a value that the later one prints otherwise; empty for none."""
    kinds = EXPLAINED_BY["restated-value"]
    for report, one in ((restated.later_report, restated.later), (restated.first_report, restated.first)):
        for issue in issues_of(store, report, one):
            if issue.row["kind"] in kinds:
                return issue.row["problem"]
    return ""
