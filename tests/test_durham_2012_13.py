"""The real release of Durham 2012/13 and its two editions, held against the printed report.

The numbers in this file were read from the printed tables and paragraphs, not from the data."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.datasets.csv_source import read_table
from macros.datasets.page_source import read_pages
from macros.datasets.store import open_store

ROOT = Path(__file__).resolve().parents[1]
REPORT = "durham-2012-13"
FOLDER = f"docs/reports/{REPORT}/"
SOURCE = ROOT.parent / "shared" / "sources" / f"{REPORT}.txt"

# place: (cells that a table has, those of them printed empty, those with a count behind a share)
PRINTED = {
    "Table (para 26)": (18, 0, 0),  # 3 lines, six years
    "Table (para 41)": (6, 0, 0),
    "Table (para 52)": (30, 0, 30),  # 5 stages and the total, 4 quarters and the year, each a number and a percentage
    "Table (para 54)": (30, 0, 26),  # the quarters' totals have no percentage
    "Table (para 61)": (6, 0, 0),
    "Table (para 62, initial conferences)": (6, 0, 0),
    "Table (para 62, review conferences)": (6, 0, 0),
    "Table (para 62, timescales)": (6, 0, 0),
    "Table (para 65)": (4, 0, 0),
    "Table (para 74)": (6, 0, 0),
    "Appendix 2": (28, 0, 0),  # 14 areas, a number and a rate
    "Appendix 3 (looked after)": (270, 166, 0),  # 23 lines, 6 subtotals and the total, 8 groups and the total
    "Appendix 3 (child protection)": (37, 15, 12),  # 5 ages by 5 groups, and the totals with their percentages
}

# each line: its place, indicator, area, period, breakdown, then the value with its parts
SPOTS = """
Table (para 26) | cla_short_breaks_n | county-durham | 2011-03-31 | | 70
Table (para 26) | cla_with_short_breaks_n | county-durham | 2012-03-31 | | 707
Table (para 41) | cp_plan_n | county-durham | 2010-03-31 | | 447
Table (para 52) | dispute_stage_pct | county-durham | 2012-13 Q3 | plan=cypic;dispute_stage_durham=stage-2 | 56.10 23/41
Table (para 54) | dispute_stage_pct | county-durham | 2012-13 Q2 | plan=cp;dispute_stage_durham=stage-1 | 83.33 5/6
Table (para 61) | reviews_lac_n | county-durham | 2010-11 | | 1763
Table (para 62, initial conferences) | icpc_n | county-durham | 2011-12 | | 773
Table (para 62, review conferences) | rcpc_n | county-durham | 2008-09 | | 751
Table (para 62, timescales) | cp_review_on_time_pct | county-durham | 2012-13 | | 91.0
Table (para 65) | notes_on_time_pct | county-durham | 2011-12 | | 96.89
Table (para 74) | child_views_every_review_pct | county-durham | 2008-09 | | 97.7
Appendix 2 | cp_plan_rate | middlesbrough | 2012-03-31 | | 80.0
Appendix 2 | cp_plan_n | england | 2012-03-31 | | 42900
Appendix 3 (child protection) | cp_plan_by_age_pct | county-durham | 2013-03-31 | age_band_durham=5-to-9 | 30.8 127/413
para 22 | iro_caseload_avg | county-durham | 2013-03-31 | | 114
para 23 | admin_supervised_per_iro | county-durham | 2012-13 | | 1
para 29 | cla_by_ethnicity | county-durham | 2013-03-31 | ethnicity=WBRI | 96.1
para 35 | health_dental_change | county-durham | 2012-13 | | 14.6
para 43 | cp_plan_9_and_under_pct | county-durham | 2013-03-31 | | 75
para 46 | iro_observations_planned_n | county-durham | 2012-13 | | 2
para 50 | dispute_process_stages_n | county-durham | 2012-13 | | 8
para 62 | review_late_pct | county-durham | 2012-13 | | 1.1 25/2187
para 63 | cp_review_late_reason_n | county-durham | 2012-13 | late_reason_durham=staff-illness | 3
para 84 | inspection_days_n | county-durham | 2012-13 | | 2
""".strip().splitlines()


@pytest.fixture(scope="module")
def release():
    return open_store(ROOT).release(REPORT)


@pytest.fixture(scope="module")
def pages():
    read, _ = read_pages(ROOT)
    return [page for page in read if page.path.startswith(FOLDER)]


@pytest.mark.parametrize("place", PRINTED)
def test_every_cell_of_a_table_is_held_under_its_own_place(release, place):
    rows = release.by_source[place]
    counted = [row for row in rows if row.numerator is not None]
    assert (len(rows), sum(row.value is None for row in rows), len(counted)) == PRINTED[place]


def test_no_other_table_is_held(release):
    held = {place for place in release.by_source if place.startswith(("Table", "Appendix"))}
    assert held == set(PRINTED)


@pytest.mark.parametrize("spot", SPOTS, ids=[" ".join(spot.split(" | ")[:4]) for spot in SPOTS])
def test_a_figure_is_what_is_printed(release, spot):
    place, indicator, area, period, breakdown, printed = (part.strip() for part in spot.split("|"))
    (row,) = [
        row
        for row in release.by_source[place]
        if (row.key.indicator, row.key.area, row.key.period.text, row.key.breakdown_text)
        == (indicator, area, period, breakdown)
    ]
    parts = f"{row.value} {row.numerator}/{row.denominator}"
    assert parts.removesuffix(" None/None") == printed


def test_no_figure_of_the_first_release_was_changed(release):
    first = open_store(ROOT).earlier[REPORT][0]
    now = {(row.source, row.key): row.value for row in release.observations}
    assert [row for row in first.observations if now.get((row.source, row.key), "gone") != row.value] == []


def test_every_printed_paragraph_is_in_the_outline():
    release = open_store(ROOT).release(REPORT).date.isoformat()
    columns = ("kind", "number", "about", "source")
    rows = read_table(ROOT, f"data/reports/{REPORT}/{release}/outline.csv", columns).rows
    assert [row["number"] for row in rows if row["kind"] == "paragraph"] == [str(n) for n in range(1, 89)]


# ---------------------------------------------------------------- the two editions


@pytest.mark.parametrize("place", PRINTED)
def test_every_printed_table_stands_on_a_page_of_the_formal_edition(pages, place):
    asked = f'source="{place}"'
    formal = [page for page in pages if "/young-people/" not in page.path]
    tables = [found for page in formal for found in re.findall(r"\{\{ table\([^}]*\}\}", page.body)]
    assert any(asked in one for one in tables)


def test_every_legal_status_of_the_long_appendix_is_laid_out(pages, release):
    (profile,) = [page for page in pages if page.path == f"{FOLDER}profile.md"]
    held = {dict(row.key.breakdown)["legal_status_durham"] for row in release.by_source["Appendix 3 (looked after)"]}
    asked = set(
        re.findall(r'table\(source="Appendix 3 \(looked after\)", legal_status_durham="([\w-]+)"', profile.body)
    )
    assert asked == held


def test_the_young_people_have_their_pages_and_each_says_who_to_talk_to(pages):
    young = [page for page in pages if "/young-people/" in page.path]
    assert len(young) == 11
    assert [page.path for page in young if "{{ who_to_talk_to() }}" not in page.body] == []


def test_the_young_people_s_edition_shows_no_small_group(pages):
    small = ("cp_review_late", "secure_accommodation", "remand", 'review_type="disruption"', "ethnicity")
    young = [page for page in pages if "/young-people/" in page.path]
    # the order for now is a count of many; the long name of the indicator holds the word ethnicity
    texts = {page.path: page.body.replace("legal_status_age_ethnicity_n", "") for page in young}
    assert [(path, word) for path, text in texts.items() for word in small if word in text] == []


def test_no_address_or_number_of_the_printed_service_is_carried_over(pages):
    told = " ".join(page.body for page in pages)
    assert re.findall(r"[\w.-]+@[\w.-]+|03000", told) == []


@pytest.mark.skipif(not SOURCE.exists(), reason="the printed text lies beside the project only while it is made")
def test_the_sentences_are_ours(pages):
    printed = _runs(SOURCE.read_text(encoding="utf-8"))
    told = {page.path: _runs(page.body) & printed for page in pages}
    assert {path: runs for path, runs in told.items() if runs} == {}


def _runs(text: str, length: int = 9) -> set[tuple[str, ...]]:
    """Every run of so many words that stand beside each other."""
    words = re.findall(r"[a-z']+", re.sub(r"\{\{.*?\}\}|^Table:.*$", " | ", text, flags=re.MULTILINE).lower())
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}
