"""The real release of East Sussex 2015/16 and its two editions, held against the printed report.

The numbers in this file were read from the printed tables and paragraphs, not from the data. Most of the report's
figures stand in sentences, so each sentence counts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.checks.claims import claims
from macros.checks.context import open_context
from macros.datasets.csv_source import read_table
from macros.datasets.page_source import read_pages
from macros.datasets.store import open_store

ROOT = Path(__file__).resolve().parents[1]
REPORT = "east-sussex-2015-16"
FOLDER = f"docs/reports/{REPORT}/"
SOURCE = ROOT.parent / "shared" / "sources" / f"{REPORT}.txt"

# place: the values printed there, in printed order; a number in words counts
PRINTED = {
    "para 2.5.2": "30",
    "para 2.5.6": "2",
    "section 3": "1229 1688 1530 1232",
    "Table (section 3.1)": "502 469 522 548 469 459 522 548",
    "para 3.2": "548 548 540 522",
    "Table (section 3.3)": "41 42 59 58 15 14 6 7.5",
    "para 3.4": "52 55 62 24",
    "para 3.5": "19 21",  # 4 of the 19 are the 21%
    "para 3.6": "60 60",  # here and in England
    "para 3.7": "38 25 5.1 12.4 7.7 13.0",
    "para 4.2": "95 98.5 98.2 95.4 96.9",
    "para 4.3": "51.8 49.1",
    "para 4.4": "14 4",
    "para 6.2": "6 6",  # this year, and the year before
    "para 6.3": "1",
    "para 6.4.2": "12 3",  # 10 children are the 12%
    "para 6.5.1": "124 7",
    "para 6.5.2": "4",
    "para 6.5.3": "7",
    "para 7.1": "2",
    "para 7.2": "9.6 10 8 2 2",
    "para 7.3": "90 50 70",
    "para 7.4": "6.6 3 1 2 1 1 2",
}

# each line: its place, indicator, area, period, breakdown, then the value with its parts
SPOTS = """
section 3 | reviews_lac_n | east-sussex | 2012-13 | | 1688
Table (section 3.1) | cp_plan_target_n | east-sussex | 2016-03-31 | | 469
Table (section 3.1) | cp_plan_n | east-sussex | 2016-02-18 | | 459
Table (section 3.3) | cla_by_sex_pct | east-sussex | 2015-03-31 | sex=female | 41
Table (section 3.3) | cla_disability_team_pct | east-sussex | 2016-02-18 | | 7.5
para 3.4 | cla_sex_within_age_pct | east-sussex | 2016-02-18 | sex=male;age_band_east_sussex=0-to-11 | 55
para 3.5 | cla_heritage_pct | east-sussex | 2016-02-18 | heritage_east_sussex=polish | 21 4/19
para 3.7 | cla_high_crime_area_pct | england | 2015-03-31 | ethnic_group_east_sussex=minority | 38
para 3.7 | cla_high_crime_area_pct | east-sussex | 2016-03-31 | ethnic_group_east_sussex=white-british | 13.0
para 4.2 | review_participated_target_pct | east-sussex | 2015-16 | | 95
para 4.2 | review_participated_4plus_pct | east-sussex | 2013-14 | | 95.4
para 4.3 | review_attended_pct | east-sussex | 2014-15 | | 49.1
para 4.4 | review_not_participated_n | east-sussex | 2015-16 | age_band_east_sussex=16-to-17 | 4
para 6.2 | reviews_late_n | east-sussex | 2014-15 | | 6
para 6.4.2 | permanence_plan_2nd_review_pct | east-sussex | 2015-16 | plan_agreed_east_sussex=not-agreed | 12 10/None
para 6.5.1 | high_risk_agencies_not_joined_n | east-sussex | 2015-16 | | 7
para 7.2 | iro_posts_fte | east-sussex | 2015-16 | role=total | 9.6
para 7.3 | iro_caseload_recommended | england | 2015-16 | range_end=highest | 70
para 7.4 | iro_posts_fte | east-sussex | 2015-16 | role=iro-cpa | 6.6
""".strip().splitlines()

# the printed paragraphs, in printed order
PARAGRAPHS = """
1.1 1.2 2.1 2.2 2.3 2.4 2.4 2.5 2.5.1 2.5.2 2.5.3 2.5.4 2.5.5 2.5.6 2.5.7 2.5.8 2.5.9 2.6 2.6.1 2.6.2 2.7 2.7.1
3.1 3.2 3.3 3.4 3.5 3.6 3.7 4.1 4.2 4.3 4.4 6.1 6.2 6.3 6.4 6.4.1 6.4.2 6.5 6.5.1 6.5.2 6.5.3
7.1 7.2 7.3 7.4 7.5 8.1
"""


@pytest.fixture(scope="module")
def release():
    return open_store(ROOT).release(REPORT)


@pytest.fixture(scope="module")
def pages():
    read, _ = read_pages(ROOT)
    return [page for page in read if page.path.startswith(FOLDER)]


@pytest.fixture(scope="module")
def formal(pages):
    return [page for page in pages if "/young-people/" not in page.path]


@pytest.fixture(scope="module")
def young(pages):
    return [page for page in pages if "/young-people/" in page.path]


@pytest.mark.parametrize("place", PRINTED)
def test_every_figure_of_a_place_is_held(release, place):
    assert sorted(str(row.value) for row in release.by_source[place]) == sorted(PRINTED[place].split())


def test_no_other_place_is_held(release):
    assert set(release.by_source) == set(PRINTED)


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


def test_every_printed_paragraph_is_in_the_outline(release):
    path = f"data/reports/{REPORT}/{release.date.isoformat()}/outline.csv"
    rows = read_table(ROOT, path, ("kind", "number", "about", "source")).rows
    assert [row["number"] for row in rows if row["kind"] == "paragraph"] == PARAGRAPHS.split()
    assert [row["number"] for row in rows if row["kind"] == "section"] == list("12345678")


def test_the_claims_that_do_not_hold_are_found():
    found = [one for one in claims(open_context(ROOT)) if REPORT in one.path]
    assert [one.facts["source"] for one in found] == ["para 3.1", "para 3.2", "para 6.2", "para 7.3"]


# ---------------------------------------------------------------- the two editions


@pytest.mark.parametrize("place", [place for place in PRINTED if place.startswith("Table")])
def test_every_printed_table_stands_on_a_page_of_the_formal_edition(formal, place):
    tables = [found for page in formal for found in re.findall(r"\{\{ table\([^}]*\}\}", page.body)]
    assert sum(f'source="{place}"' in one for one in tables) == 1


@pytest.mark.parametrize("place", PRINTED)
def test_every_figure_of_a_sentence_can_be_met_in_the_formal_edition(formal, release, place):
    told = " ".join(found for page in formal for found in re.findall(r"\{\{.*?\}\}", page.body))
    unmet = {row.key.indicator for row in release.by_source[place] if f'"{row.key.indicator}' not in told}
    assert unmet == set() or f'table(source="{place}"' in told


def test_every_printed_section_has_a_page(formal):
    found = [re.search(r"^# (\d)?", page.body, re.MULTILINE) for page in formal]
    headings = {heading[1] for heading in found if heading}
    assert headings == {None, *"12345678"}


def test_the_young_people_have_their_pages_and_each_says_who_to_talk_to(young):
    assert len(young) == 10
    assert [page.path for page in young if "{{ who_to_talk_to() }}" not in page.body] == []


def test_the_young_people_s_edition_shows_no_small_group(young):
    small = (
        "16-to-17", "permanence_drift", "not_joined", "issue_resolved", "out_of_area", "heritage", "cla_by_ethnicity",
        'form="count"',
    )  # fmt: skip
    assert [(page.path, word) for page in young for word in small if word in page.body] == []


@pytest.mark.skipif(not SOURCE.exists(), reason="the printed text lies beside the project only while it is made")
def test_no_worker_is_named(pages, release):
    printed = " ".join(SOURCE.read_text(encoding="utf-8").split())
    name = r"([A-Z]\w+ [A-Z]\w+)"
    named = re.findall(rf"(?:Head of Safeguarding,|perations [Mm]anagers,?|7\.5) {name}", printed)
    named += re.findall(rf" and {name} (?:who have|act as)", printed)
    assert len(set(named)) == 4
    folder = ROOT / "data" / "reports" / REPORT / release.date.isoformat()
    told = " ".join([*(page.body for page in pages), *(path.read_text("utf-8") for path in folder.glob("*.csv"))])
    assert [one for one in named if one.split()[1] in told] == []


@pytest.mark.skipif(not SOURCE.exists(), reason="the printed text lies beside the project only while it is made")
def test_the_sentences_are_ours(pages):
    printed = _runs(SOURCE.read_text(encoding="utf-8"))
    told = {page.path: _runs(page.body) & printed for page in pages}
    assert {path: runs for path, runs in told.items() if runs} == {}


def _runs(text: str, length: int = 9) -> set[tuple[str, ...]]:
    """Every run of so many words that stand beside each other."""
    words = re.findall(r"[a-z']+", re.sub(r"\{\{.*?\}\}|^Table:.*$", " | ", text, flags=re.MULTILINE).lower())
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}
