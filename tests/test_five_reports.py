"""The five real releases, held against the printed reports: what is held, what the rules find, how long they take.

The sizes of the tables and the figures picked out were read from the printed reports, not from the data. The findings
are what the rules said last: when a rule or a figure changes, this table says what else changed with it.
"""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest

from macros.checks import CHECKS, FIGURE_CHECKS
from macros.checks.context import open_context
from macros.checks.data import schema
from macros.datasets.known_issues import unexplained
from macros.datasets.printed import parts_of, relations
from macros.model.relation import Rule

ROOT = Path(__file__).resolve().parents[1]
SECONDS = 2  # for all rules over all reports, once they are read

# cells with a value of their own; a count with its percentage is one: rows x columns, and what hangs out
TABLES = {
    "york-2013": {
        "Table 1": 3 * 8, "Table 2": 20, "Table 3": 30, "Table 4": 3 * 7, "Table 5": 7, "Table 6": 9, "Table 7": 5,
        "Table 8": 20, "Table 9": 10, "Table 10": 2 * 9, "Table 11": 3 * 7, "Table 12": 11, "Table 13": 5 * 7,
        "Table 14": 5 * 7, "Table 15": 6 * 8, "Table 16": 7, "Table 17": 7 * 7, "Table 18": 18, "Table 19": 32,
        "Table 20": 5, "Table 21": 5,
    },
    "durham-2012-13": {
        "Table (para 26)": 3 * 6, "Table (para 41)": 6, "Table (para 52)": 6 * 5, "Table (para 54)": 6 * 5,
        "Table (para 61)": 6, "Table (para 62, initial conferences)": 6, "Table (para 62, review conferences)": 6,
        "Table (para 62, timescales)": 6, "Table (para 65)": 2 * 2, "Table (para 74)": 6, "Appendix 2": 14 * 2,
        "Appendix 3 (looked after)": (23 + 6 + 1) * 9, "Appendix 3 (child protection)": 6 * 6 + 1,
    },
    "east-sussex-2015-16": {"Table (section 3.1)": 2 * 4, "Table (section 3.3)": 4 * 2},
    "york-2016-17": {
        "Table 1": 46, "Table 3": 12 * 2, "Table 4": 5 * 9, "Table 5 (timeliness)": 9, "Table 5 (participation)": 9 * 4,
        "Table 7": 4 * 7, "Table 8": 2 * 11, "Table 9": 3 * 9, "Table 10": 11 * 3, "Table 11": 5 * 9, "Table 12": 5 * 9,
        "Table 13": 6 * 7, "Table 14": 6, "Table 15": 5, "Table 16": 5, "Table 17": 6, "Table 18 (health)": 20,
        "Table 19 (leaving care)": 19 * 3, "Table 18 (disputes)": 2 * 6, "Table 19 (issue types)": 31 * 5,
        "Table 20": 4 * 6, "Table 21": 28, "Table (advocacy)": 24,
    },
    "derby-2017-18": {
        "Table (section 5, age)": 6, "Table (section 5, sex)": 3, "Table (section 6)": 9, "Table (section 7)": 8,
        "Table (section 8, starting care)": 9 * 4, "Table (section 8, leaving care)": 11 * 4,
        "Table (section 9, council)": 6, "Table (section 9, private agencies)": 8, "Table (section 12)": 6,
    },
}  # fmt: skip
PROSE = {"york-2013": 32, "durham-2012-13": 88, "east-sussex-2015-16": 58, "york-2016-17": 74, "derby-2017-18": 139}

# three tables of each report read line by line: place, then the printed values in the order of its rows
READ = """
york-2013 | Table 1 | 243 238 230 225 234 243 256 237 128 117 104 120 117 128 162 115 371 355 334 354 354 345 418 352
york-2013 | Table 5 | 75 78 79 83 79 75 85
york-2013 | Table 10 | 243 238 230 224 243 256 237 501 441 68 66 64 62 68 73 67 67 59
durham-2012-13 | Table (para 26) | 69 67 64 70 46 39 419 446 520 533 661 628 488 513 584 603 707 667
durham-2012-13 | Table (para 61) | 1434 1453 1577 1763 1940 2187
durham-2012-13 | Table (para 62, timescales) | 100.0 99.1 100.0 99.7 98.0 91.0
east-sussex-2015-16 | Table (section 3.1) | 502 469 522 548 469 459 522 548
east-sussex-2015-16 | Table (section 3.3) | 41 42 59 58 15 14 6 7.5
east-sussex-2015-16 | para 3.7 | 38 25 5.1 12.4 7.7 13.0
york-2016-17 | Table 8 | 190 190 196 204 204 191 193 222 243 None None 51 51 53 55 55 53 53 61 68 63 60
york-2016-17 | Table 15 | 4.9 8.9 11.9 10 10
york-2016-17 | Table 16 | 67 64 58 68 68
derby-2017-18 | Table (section 6) | 7.5 3.3 13.8 5.3 0.4 2 62.1 5.5 100
derby-2017-18 | Table (section 7) | 18 57 0 9 0.2 0 16 100
derby-2017-18 | Table (section 9, private agencies) | 253 43 12 11 2 3 8 332
""".strip().splitlines()

# findings on printed figures, all of them explained in known_issues.csv
FOUND = {
    "york-2013": {
        "sum-of-parts": 18, "sum-of-quarters": 1, "mean-of-values": 1, "share-of-base": 7, "share-cut-off": 1,
        "share-unattainable": 1, "counts-of-whole": 2, "printed-twice": 2, "year-end-differs": 1, "number-twice": 2,
        "claim-contradicted": 4, "break-unmarked": 7, "base-mixed": 4,
    },
    "durham-2012-13": {
        "sum-of-parts": 1, "share-of-base": 2, "printed-twice": 2, "claim-contradicted": 2, "reference-elsewhere": 1,
        "reference-to-nothing": 2, "period-out-of-range": 1, "period-mislabelled": 2,
    },
    "east-sussex-2015-16": {"share-of-base": 1, "number-twice": 1, "claim-contradicted": 4, "period-mislabelled": 2},
    "york-2016-17": {
        "sum-of-parts": 15, "sum-of-quarters": 1, "mean-of-values": 4, "share-of-base": 5, "share-cut-off": 23,
        "more-than-whole": 1, "restated-value": 2, "column-of-another-year": 2, "period-mislabelled": 7,
        "base-mixed": 3,
        "share-unattainable": 2, "printed-twice": 17, "stale-comparator": 2, "number-twice": 7, "number-missing": 3,
        "number-none": 1, "number-of-another": 1, "reference-elsewhere": 2, "claim-contradicted": 7,
        "claim-without-figure": 1,
        "break-unmarked": 1,
    },
    "derby-2017-18": {
        "sum-of-parts": 3, "stock-and-flow": 1, "share-of-base": 3, "share-cut-off": 2, "printed-twice": 1,
        "number-missing": 1, "reference-elsewhere": 1, "claim-contradicted": 6, "more-than-whole": 1,
        "period-mislabelled": 4, "base-mixed": 1,
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def context():
    return open_context(ROOT)


@pytest.fixture(scope="module")
def found(context):
    return [finding for check in FIGURE_CHECKS for finding in check(context)]


def test_the_five_reports_are_there(context):
    assert set(context.store.releases) >= set(TABLES)


def is_table(place):
    return place.startswith(("Table", "Appendix"))


@pytest.mark.parametrize("report", TABLES)
def test_every_cell_of_every_table_is_held(context, report):
    held = context.store.release(report).by_source
    assert {place: len(rows) for place, rows in held.items() if is_table(place)} == TABLES[report]


@pytest.mark.parametrize("report", PROSE)
def test_the_figures_of_sentences_are_held(context, report):
    held = context.store.release(report).by_source
    assert sum(len(rows) for place, rows in held.items() if not is_table(place)) == PROSE[report]


@pytest.mark.parametrize("line", READ, ids=[" ".join(line.split(" | ")[:2]) for line in READ])
def test_a_table_is_what_is_printed(context, line):
    report, place, values = line.split(" | ")
    rows = context.store.release(report).by_source[place]
    assert [str(row.value) for row in rows] == values.split()


def test_everything_is_read_and_every_relation_says_something(context):
    assert [f"{one.place}: {one.message}" for one in schema(context) if one.check == "schema"] == []


@pytest.mark.parametrize("report", TABLES)
def test_every_report_declares_what_its_tables_say(context, report):
    assert relations(context.store.release(report))


@pytest.mark.parametrize("report", TABLES)
def test_every_relation_is_worked_out_somewhere(context, report):
    release = context.store.release(report)
    idle = []
    for relation in relations(release):
        if relation.rule in (Rule.WHOLE, Rule.NOT_PARTS, Rule.NOT_QUARTERS):
            continue
        name, fixed = relation.result.indicator, relation.result.breakdown.items()
        rows = [row for row in release.by_indicator[name] if fixed <= dict(row.key.breakdown).items()]
        if not any(relation.result.of(row) is not None and parts_of(release, relation, row) for row in rows):
            idle.append(f"relations.csv:{relation.row} {relation.rule} {name}")
    assert idle == []


@pytest.mark.parametrize("report", FOUND)
def test_what_the_rules_find(found, report):
    of_report = [one.kind.id for one in found if one.path.split("/")[2] == report]
    assert dict(Counter(of_report)) == FOUND[report]


def test_every_finding_is_explained(context, found):
    assert [f"{one.place}: {one.message}" for one in unexplained(context.store, found)] == []


def test_every_finding_leads_to_a_printed_figure(context, found):
    for finding in found:
        report = finding.path.split("/")[2]
        rows = {(row.path, row.row) for row in context.store.release(report).observations}
        if finding.path.endswith(("outline.csv", "references.csv", "claims.csv", "labels.csv")):
            continue  # it leads to what the printed report says, not to a figure
        assert finding.line == 0 or (finding.path, finding.line) in rows


def test_the_rules_take_no_time(context):
    started = time.process_time()
    for check in (*CHECKS, *FIGURE_CHECKS):
        check(context)
    assert time.process_time() - started < SECONDS
