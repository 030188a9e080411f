"""A new report from nothing: its folders, its sections with their duties, last year's plan carried over.

Everything is made as text first, so that a report is there whole or not at all.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from macros.authoring.template_pages import TEMPLATES, template_pages
from macros.datasets.duties import demanded
from macros.datasets.frozen import FOLDER
from macros.datasets.reports import TABLES, TABLES_OPTIONAL
from macros.datasets.store import Store
from macros.errors import BadPeriod, BadRequest
from macros.model.area import Area
from macros.model.indicator import Indicator
from macros.model.observation import Observation
from macros.model.period import FORMS, Period, PeriodKind
from macros.model.report import Report, SendTo
from macros.wording import periods

PLAN = (*TABLES["work_plan"], *TABLES_OPTIONAL["work_plan"])
LEFT_OUT = "This report does not cover it."
_MEETS = re.compile(r"^meets: \[(.*)\]$", re.MULTILINE)
AFTER = ("value", "numerator", "denominator", "status", "source", "note")  # the columns after the dimensions


@dataclass(frozen=True)
class NewReport:
    """What is asked for. `is_addendum`: it adds a quarter to a report of a calendar year. `sections`: the pages of the
    formal edition it has beside those that every report has; empty for all."""

    area: Area
    period: Period
    day: date
    nation: str
    is_addendum: bool = False
    sections: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """`leeds-2017-18`, `leeds-2017-18-q1`."""
        return f"{self.area.id}-{self.period.text.lower().replace(' ', '-')}"


def wanted_period(text: str) -> Period:
    """The period of a report. Raises BadPeriod for what is none, or a single day."""
    period = Period.parse(text.strip())
    if period.kind is PeriodKind.SNAPSHOT:
        raise BadPeriod(f"A report is about a year or a quarter, and '{text}' is one day.", FORMS)
    return period


def files(store: Store, new: NewReport) -> dict[str, str]:
    """Path from the project's root and text of every file. Raises BadRequest when the report is there already."""
    for taken in (f"{FOLDER}/{new.id}", f"docs/reports/{new.id}"):
        if (store.root / taken).exists():
            raise BadRequest(f"{taken} is there already.", "Choose another period, or go on with that report.")
    before = _before(store, new)
    release = f"{FOLDER}/{new.id}/{new.day.isoformat()}"
    topics = _topics(store, new, before)
    pages = template_pages(store.root / TEMPLATES, new.sections, _words(store, new, before))
    made = {
        f"{FOLDER}/{new.id}/report.yml": _report_yml(new, before, _left_out(store, new, pages)),
        f"{release}/release.yml": _release_yml(new, topics),
        f"{release}/known_issues.csv": _csv(TABLES["known_issues"], ()),
        f"{release}/recommendations.csv": _csv(TABLES["recommendations"], ()),
        f"{release}/work_plan.csv": _csv(
            (*TABLES["work_plan"], *TABLES_OPTIONAL["work_plan"]), _carried(store, new, before)
        ),
        f"docs/reports/{new.id}/.meta.yml": f"report: {new.id}\nedition: formal\n",
        f"docs/reports/{new.id}/young-people/.meta.yml": "edition: young-people\ntemplate: young-people.html\n",
    }
    made |= {f"{release}/{topic}.csv": text for topic, text in topics.items()}
    return made | pages


def navigation(new: NewReport, written: Iterable[str]) -> str:
    """The report's part of `nav` in mkdocs.yml; `written` are the paths of its files."""
    pages = [path.removeprefix("docs/") for path in written if path.startswith("docs/") and path.endswith(".md")]
    young = [page for page in pages if "/young-people/" in page]
    lines = [f"  - {json.dumps(f'{new.area.short_name} {_year(new)}', ensure_ascii=False)}:", "      - Formal edition:"]
    lines += [_line(page, "Summary for the board") for page in pages if page not in young]
    lines += ["      - Young people's edition:", *(_line(page, "Start here") for page in young)]
    return "".join(f"{line}\n" for line in lines)


def _line(page: str, first: str) -> str:
    return f"          - {first}: {page}" if page.endswith("/index.md") else f"          - {page}"


def _before(store: Store, new: NewReport) -> Report | None:
    """The council's last report of the same kind before this one, else its last of any kind."""
    own = [one for one in store.reports.values() if one.council == new.area.id and one.period < new.period]
    alike = [one for one in own if one.period.kind is new.period.kind]
    return max(alike or own, key=lambda one: one.period, default=None)


def _year(new: NewReport) -> str:
    return periods.full(new.period)


def _time(new: NewReport) -> str:
    start, end = new.period.start, new.period.end
    return f"{start:%B %Y} to {end:%B %Y}"


def _span(new: NewReport) -> str:
    return "quarter" if new.period.kind is PeriodKind.QUARTER else "year"


def _next_year(new: NewReport) -> str:
    """The plan a report looks ahead to: the year after its own, as `plan` names it."""
    last = new.period.year
    if last.kind is PeriodKind.CALENDAR_YEAR:
        return f"{last.start.year + 1:04d}"
    return f"{last.end.year:04d}-{(last.end.year + 1) % 100:02d}"


def _kind(new: NewReport) -> str:
    if new.is_addendum:
        return "Addendum to the annual report"
    return "Quarterly report" if new.period.kind is PeriodKind.QUARTER else "Annual report"


def _report_yml(new: NewReport, before: Report | None, left_out: Sequence[str]) -> str:
    young = before.young_people if before else "children and young people in care"
    called = "Our year in care" if _span(new) == "year" else "Our three months in care"
    settings = {
        "id": new.id,
        "council": new.area.id,
        "title": f"{_kind(new)} of the Independent Reviewing Officers, {new.area.name}, {_year(new)}",
        "short_title": f"{new.area.name} IRO {_kind(new).lower()} {_year(new)}",
        "young_people_title": f"{called} · {new.area.short_name} {_year(new)}",
        "period": new.period.text,
        "status": "draft",
        "release": new.day.isoformat(),
        "young_people": young,
        "council_group": before.council_group if before else "Children in Care Council",
    }
    lines = [f"{name}: {_yaml(name, value)}" for name, value in settings.items()]
    lines += ["comparators:"]
    lines += [f"  region: {new.area.region}"] if new.area.region else []
    lines += [f"  nation: {new.nation}"]
    lines += _comments(before)
    lines += [
        "# Who has approved the report, and when; add a line for each.",
        "approvals: []",
        "# Why a requirement is not met, by its id in data/catalogue/duties.csv:",
    ]
    if left_out:
        lines += ["not_met:", *(f"  {duty}: {LEFT_OUT}" for duty in left_out)]
    else:
        lines += ["# not_met:", "#   A6b: The service did not ask parents this year."]
    return "".join(f"{line}\n" for line in lines)


def _comments(before: Report | None) -> list[str]:
    """Where young people send what they think of the draft: as in the last report, else as an example."""
    told = before.comments if before else SendTo()
    kept = {name: text for name, text in (("reads", told.reads), ("mail", told.mail), ("form", told.form)) if text}
    if kept:
        return ["comments:", *(f"  {name}: {json.dumps(text, ensure_ascii=False)}" for name, text in kept.items())]
    return [
        "# Where young people can send what they think of the draft (docs/guide/comments.md):",
        "# comments:",
        "#   reads: our participation officer",
        "#   mail: have-your-say@council.gov.uk",
    ]


def _yaml(name: str, value: str) -> str:
    """A setting as YAML: a day, an id and a status stand bare, a text in quotation marks."""
    return value if name in ("release", "id", "council", "status") else json.dumps(value, ensure_ascii=False)


def _release_yml(new: NewReport, topics: Iterable[str]) -> str:
    names = "".join(f"  - {topic}.csv\n" for topic in topics)
    return (
        f"report: {new.id}\ndate: {new.day.isoformat()}\nwhy: First release.\norigin:\n"
        f"  title: {json.dumps(f'{_kind(new)}, {_year(new)}', ensure_ascii=False)}\n"
        f"  publisher: {json.dumps(new.area.name, ensure_ascii=False)}\nlicence: OGL-UK-3.0\nobservations:\n{names}"
    )


def _topics(store: Store, new: NewReport, before: Report | None) -> dict[str, str]:
    """One CSV for each topic: the columns its figures need, and what the year's quarterly reports already hold."""
    held = store.release(before.id).by_indicator if before and before.id in store.releases else {}
    names = set(held) or _shared(store)
    quarters = _quarters(store, new)
    names |= {one.key.indicator for one in quarters}
    by_topic: dict[str, list[Indicator]] = {}
    for indicator in store.catalogue.indicators.values():
        if indicator.id in names:
            by_topic.setdefault(indicator.topic, []).append(indicator)
    return {topic: _topic(indicators, quarters) for topic, indicators in by_topic.items()}


def _shared(store: Store) -> set[str]:
    """Indicators that the reports of two councils or more hold: those a new council most likely has, too."""
    councils: dict[str, set[str]] = {}
    for name, release in store.releases.items():
        for indicator in release.by_indicator:
            councils.setdefault(indicator, set()).add(store.report(name).council)
    shared = {indicator for indicator, found in councils.items() if len(found) > 1}
    return shared or set(store.catalogue.indicators)


def _quarters(store: Store, new: NewReport) -> list[Observation]:
    """What the council's quarterly reports hold of the quarters of this year: they feed the annual one."""
    wanted = set(new.period.quarters)
    return [
        one
        for report in sorted(store.reports.values(), key=lambda one: one.period)
        if report.council == new.area.id and report.period in wanted and report.id in store.releases
        for one in store.release(report.id).observations
        if one.key.period in wanted and one.key.area == new.area.id
    ]


def _topic(indicators: Sequence[Indicator], quarters: Sequence[Observation]) -> str:
    dimensions = list(dict.fromkeys(dimension for one in indicators for dimension in one.dimensions))
    names = {one.id for one in indicators}
    columns = ("indicator", "area", "period", *dimensions, *AFTER)
    return _csv(columns, (_row(one) for one in quarters if one.key.indicator in names))


def _row(one: Observation) -> dict[str, object]:
    return {
        "indicator": one.key.indicator, "area": one.key.area, "period": one.key.period.text, **dict(one.key.breakdown),
        "value": one.value, "numerator": one.numerator, "denominator": one.denominator, "status": one.status.value,
        "source": f"report for {periods.full(one.key.period)}", "note": one.note,
    }  # fmt: skip


def _carried(store: Store, new: NewReport, before: Report | None) -> list[Mapping[str, str]]:
    """What the last report planned for this time, to be told how far it came."""
    if before is None or before.id not in store.releases:
        return []
    rows = store.release(before.id).tables.get("work_plan", ())
    planned = [row for row in rows if row["state"] == "planned"]
    return [{**row, "plan": new.period.year.text, "progress": "", "plain_progress": ""} for row in planned]


def _left_out(store: Store, new: NewReport, pages: Mapping[str, str]) -> list[str]:
    """The duties in force that no page of a report of few sections speaks of."""
    if not new.sections:
        return []
    claimed = {duty for text in pages.values() if (found := _MEETS.search(text)) for duty in found[1].split(", ")}
    rows = demanded(store.catalogue.words.get("duties", ()), new.period)
    return [row["id"] for row in rows if row["id"] not in claimed]


def _words(store: Store, new: NewReport, before: Report | None) -> dict[str, str]:
    """What stands in the places of the templates."""
    return {
        "report": new.id,
        "council": new.area.name,
        "place": new.area.short_name,
        "when": _time(new),
        "span": _span(new),
        "own_word": before.young_people if before else "children and young people in care",
        "next_year": _next_year(new),
        "this_plan": f'{{{{ plan("{new.period.year.text}") }}}}' if _carried(store, new, before) else "",
    }


def _csv(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n", extrasaction="ignore", restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
