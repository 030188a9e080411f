"""The real release of York 2016/17, held against the printed report.

The numbers in this file were read from the printed tables and paragraphs, not from the data."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros import checks
from macros.datasets.page_source import read_pages
from macros.datasets.store import open_store

ROOT = Path(__file__).resolve().parents[1]
REPORT = "york-2016-17"

# place: (cells that a table has, those of them printed without a number, those with a count behind a share)
PRINTED = {
    "Table 1": (46, 6, 5),  # 5 lines of 9, and the footnote's; divisions in the five newest columns
    "Table 3": (24, 6, 0),  # 12 areas, two Novembers
    "Table 4": (45, 9, 5),  # 5 lines of 9
    "Table 5 (timeliness)": (9, 0, 0),
    "Table 5 (participation)": (36, 0, 0),  # 8 codes and the total, 4 years
    "Table 7": (28, 0, 0),
    "Table 8": (22, 2, 0),  # the number has no comparators
    "Table 9": (27, 0, 0),
    "Table 10": (33, 0, 33),  # 10 groups and the total, 3 years, each a number and a percentage
    "Table 11": (45, 0, 0),
    "Table 12": (45, 4, 0),
    "Table 13": (42, 0, 0),  # 6 statuses, 5 years and two comparators
    "Table 14": (6, 0, 6),
    "Table 15": (5, 0, 0),
    "Table 16": (5, 0, 0),
    "Table 17": (6, 0, 6),
    "Table 18 (health)": (20, 2, 0),
    "Table 19 (leaving care)": (57, 0, 0),  # 19 lines, 3 years
    "Table 18 (disputes)": (12, 0, 12),
    # reviews; issues and children; 23 kinds; informal issues and children; three stages: each 5 columns
    "Table 19 (issue types)": (5 + 10 + 23 * 5 + 10 + 15, 34, 0),
    "Table 20": (24, 0, 12),  # the quarters of three ratings
    "Table 21": (28, 3, 16),
    "Table (advocacy)": (24, 2, 0),
}

# each line: its place, indicator, area, period, breakdown, then the value with its parts
SPOTS = """
Table 1 | iro_caseload_children_n | york | 2016-17 Q3 | plan=cp | 199
Table 1 | iro_caseload_children_n | york | 2012-13 | plan=cypic | 243
Table 1 | iro_caseload_children_n | york | 2015-16 | plan=total | 337
Table 1 | iro_caseload_avg | york | 2016-17 Q2 | | 79 333/4.2
Table 1 | iro_caseload_avg | york | 2014-15 | | 68
Table 1 | cla_short_breaks_n | york | 2016-17 | | 11
Table 3 | iro_caseload_avg | kingston-upon-hull | 2014-11-30 | | 89
Table 3 | iro_caseload_avg | leeds | 2016-11-30 | | 62
Table 3 | iro_caseload_avg | yorkshire-and-the-humber | 2016-11-30 | | 76
Table 4 | reviews_lac_n | york | 2012-13 | | 861
Table 4 | conf_cp_n | york | 2016-17 Q2 | | 80
Table 4 | iro_meetings_n | york | 2016-17 | | 1202
Table 4 | meetings_per_iro | york | 2016-17 Q4 | | 71 426/6
Table 5 (timeliness) | child_all_reviews_on_time_pct | york | 2014-15 | | 90
Table 5 (timeliness) | child_all_reviews_on_time_pct | york | 2016-17 Q2 | | 81
Table 5 (participation) | review_participation | york | 2013-14 | participation=PN6 | 32.5
Table 5 (participation) | review_participation | york | 2015-16 | participation=PN3 | 0.3
Table 7 | child_seen_before_review_pct | york | 2016-17 Q3 | seen=not-seen | 37
Table 7 | child_seen_before_review_pct | york | 2016-17 | seen=not-necessary | 7.5
Table 8 | cla_rate | england | 2016-17 | | 60
Table 8 | cla_rate | yorkshire-and-the-humber | 2016-17 | | 63
Table 8 | cla_n | york | 2013-14 | | 222
Table 9 | cla_by_sex | york | 2016-17 Q2 | sex=female | 87
Table 9 | cla_by_sex | york | 2012-13 | sex=male | 132
Table 10 | cla_by_ethnicity | york | 2016-17 | ethnicity=WBRI | 94.5 193/204
Table 10 | cla_by_ethnicity | york | 2015-16 | ethnicity=MWAS | 2 4/191
Table 10 | cla_by_ethnicity | york | 2014-15 | ethnicity=total | 100 197/197
Table 11 | cla_by_age | york | 2016-17 Q3 | age_band=under-1 | 9
Table 11 | cla_by_age | york | 2012-13 | age_band=10-to-15 | 102
Table 12 | cla_by_time_in_care | york | 2016-17 Q1 | time_in_care=over-4-years | 135
Table 12 | cla_by_time_in_care | york | 2013-14 | time_in_care=under-6-months | 27
Table 13 | cla_by_legal_status | york | 2015-16 | legal_status=section-20 | 31
Table 13 | cla_by_legal_status | england | 2015-16 | legal_status=full-care-order | 40
Table 13 | cla_by_legal_status | york | 2012-13 | legal_status=protection | 1.0
Table 14 | legal_status_not_right_pct | york | 2015-16 | | 1.04 5/485
Table 15 | placement_3plus_pct | york | 2016-17 | | 4.9
Table 16 | placement_2yr_pct | england | 2015-16 | | 68
Table 17 | placement_needs_not_met_pct | york | 2016-17 Q2 | | 3.3 5/149
Table 18 (health) | health_dental_pct | york | 2016-17 | | 60.99
Table 18 (health) | sdq_avg | york | 2012-13 | | 14.8
Table 18 (health) | pep_current_pct | york | 2013-14 | | 83.7
Table 19 (leaving care) | cla_ceased_n | york | 2015-16 | reason_ceased=other | 23
Table 19 (leaving care) | cl_suitable_accom_pct | york | 2014-15 | | 95
Table 18 (disputes) | issue_informal_children_pct | york | 2016-17 Q3 | | 21.6 26/120
Table 18 (disputes) | dispute_formal_children_pct | york | 2015-16 | | 1.68 8/474
Table 19 (issue types) | issue_type_n | york | 2016-17 Q2 | issue_type=practice-pep | 11
Table 19 (issue types) | issue_type_n | york | 2016-17 | issue_type=total | 202
Table 19 (issue types) | issue_children_n | york | 2016-17 Q1 | | 14
Table 20 | corporate_parenting_quality_pct | york | 2016-17 Q1 | rating=good | 90.9 101/111
Table 20 | corporate_parenting_quality_pct | york | 2015-16 | rating=inadequate | 0.2
Table 21 | care_plan_quality_pct | york | 2016-17 Q2 | rating=outstanding | 14.6 16/109
Table 21 | care_plan_quality_pct | york | 2015-16 | rating=requires-improvement | 9.15
Table (advocacy) | advocacy_theme_pct | york | 2015-16 | advocacy_theme=decisions | 50
para 6.1 | iro_posts_fte | york | 2016-17 Q2 | role=iro | 4.2
para 6.5 | child_same_iro_pct | york | 2016-17 | plan=cin | 33
para 6.5 | carer_same_iro_pct | york | 2016-17 | | 0
para 6.6 | iro_posts_permanent_fte | york | 2017-03-31 | role=iro | 3.5
para 6.7 | iro_team_n | york | 2016-17 | | 9
para 7.1 | iro_caseload_avg | york | 2015-16 | | 75
para 7.8 (first) | meetings_per_iro | york | 2016-17 | | 244
para 7.8 (second) | conf_cp_n | york | 2015-16 | | 273
para 7.12 | review_participation | york | 2016-17 | participation=PN7 | 9.5
para 7.14 | survey_knows_iro_pct | york | 2017-03-31 | answer=not-sure | 21
para 7.14 | survey_spoke_alone_pct | york | 2017-03-31 | answer=yes | 85
para 7.14 | survey_helped_prepare_pct | york | 2017-03-31 | answer=yes | 51
para 7.14 | child_new_iro_pct | york | 2016-17 | | 75
para 8.1 | cla_n | york | 2015-16 | | 191
para 8.4 | care_proceedings_weeks_avg | york | 2016-17 | | 20
para 8.9 | placement_3plus_pct | york | 2014-15 | | 11.9
para 8.10 | placement_needs_met_pct | york | 2016-17 | | 98
para 8.14 (leaving care) | cl_suitable_accom_pct | york | 2016-17 | | 97
para 8.15 | issue_informal_children_pct | york | 2016-17 | | 14.9
para 8.19 | corporate_parenting_quality_pct | york | 2015-16 | rating=requires-improvement | 9
para 8.21 | care_plan_quality_n | york | 2016-17 | rating=outstanding | 18
section 9 (advocacy) | advocacy_iro_referrals_share_pct | york | 2016-17 | | 12
""".strip().splitlines()


@pytest.fixture(scope="module")
def release():
    return open_store(ROOT).release(REPORT)


def test_nothing_stops_its_publication():
    stops = [f"{one.place}: {one.message}" for one in checks.run(ROOT) if one.severity == "stops"]
    assert stops == []


@pytest.mark.parametrize("place", PRINTED)
def test_every_cell_of_a_table_is_held_under_its_own_place(release, place):
    rows = release.by_source[place]
    counted = [row for row in rows if row.numerator is not None]
    assert (len(rows), sum(row.value is None for row in rows), len(counted)) == PRINTED[place]


def test_no_other_table_is_held(release):
    assert {place for place in release.by_source if place.startswith("Table")} == set(PRINTED)


def test_every_blank_says_why_and_how_it_is_printed(release):
    blanks = [row for row in release.observations if row.value is None]
    assert [row for row in blanks if not row.status.explains_blank or not row.note] == []


def held_and_printed(release, spot):
    """What a release holds at a spot, and what the printed report has there."""
    place, indicator, area, period, breakdown, printed = (part.strip() for part in spot.split("|"))
    (row,) = [
        row
        for row in release.by_source[place]
        if (row.key.indicator, row.key.area, row.key.period.text, row.key.breakdown_text)
        == (indicator, area, period, breakdown)
    ]
    return f"{row.value} {row.numerator}/{row.denominator}".removesuffix(" None/None"), printed


@pytest.mark.parametrize("spot", SPOTS, ids=[" ".join(spot.split(" | ")[:4]) for spot in SPOTS])
def test_a_figure_is_what_is_printed(release, spot):
    held, printed = held_and_printed(release, spot)
    assert held == printed


def test_quarters_stand_in_printed_order(release):
    row = release.by_source["Table 7"][:7]
    assert [str(one.value) for one in row] == ["39", "36", "32", "32", "34.5", "35", "45"]


# ---------------------------------------------------------------- no figure is typed

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_PLACES = (
    "[Ss]ections?|[Pp]ara(?:graph)?s?|[Tt]ables?|[Rr]egulations?|[Cc]hapters?|[Pp]arts?|[Qq]uarters?|[Ss]tages?"
    "|Handbook,?"
)
_NUMBER = r"\d+[A-Za-z]?(?:\.\d+)*(?:\(\w+\))*"
# what is not the author's prose: macros, a heading's id, an element's attributes, a name in code, an item's number
_NOT_PROSE = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\{:.*?\}|<[^>]+>|`[^`]*`|^\s*(?:#+ )?\d+\. ", re.MULTILINE | re.DOTALL
)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_LABELS = re.compile(
    "|".join(
        (
            rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS})\b",  # a date's day
            r"\b(?:19|20)\d\d(?:[/-](?:\d\d)?\d\d)?\b",  # a year, or a report's
            rf"\b(?:{_PLACES}|Q|s\.?) ?{_NUMBER}(?:(?:,| and| or| to|-) ?{_NUMBER})*",
            r"\bPN\d(?:(?:,| and| or| to) PN\d)*",  # a code
            r"\bv\d\.\d\b",  # a licence's version
            r"\baged \d{1,2}(?: to \d{1,2}| (?:and|or) over)?\b|\b\d{1,2} and over\b",  # who is counted
            r"\b\d{1,2} working days\b",  # a time limit of the law
            r"\bcall 999\b",  # the emergency number
        )
    )
)


def typed_numbers(text: str, first_line: int = 1) -> list[tuple[int, str]]:
    """The lines of a page's text on which a digit stands that is no date, reference or label: (line, what is left)."""
    prose = _NOT_PROSE.sub(lambda found: "\n" * found[0].count("\n"), text)
    lines = enumerate(_LABELS.sub("", _LINK.sub(r"\1", prose)).split("\n"), first_line)
    return [(number, line.strip()) for number, line in lines if re.search(r"\d", line)]


@pytest.mark.parametrize(
    "text",
    [
        '{{ figure("cla_n", period="2016-17 Q1") }} children',
        '{{ chart(\n  "cla_n",\n  by="quarter") }}',
        "On 31 March 2017, in 2016/17 and in 2016-17.",
        "Table 19 and section 20 of the 1989 Act, paras 7.11 and 7.14, regulations 37 to 45.",
        "1. An item",
        "[a page](x-2.md) {: #h2 }",
        "PN5 to PN7",
        "Sections [7](a.md#x), [8](b.md) and [9](c.md)",
        "# 7. Caseloads",
        "those aged 16 and over, within 20 working days, at stage 2",
    ],
)
def test_what_is_no_typed_number(text):
    assert typed_numbers(text) == []


@pytest.mark.parametrize(
    "text", ["67% of children", "204 children", "a target of 90", "7 out of 10", "rose by 3.5", "at 16 weeks"]
)
def test_what_is_a_typed_number(text):
    assert typed_numbers(f"One\n\n{text}", 10)[0][0] == 12


def test_no_page_of_the_report_types_a_figure():
    pages, _ = read_pages(ROOT)
    typed = [
        f"{page.path}:{line}: {left}"
        for page in pages
        if page.path.startswith(f"docs/reports/{REPORT}/")
        for line, left in typed_numbers(page.body, page.body_line)
    ]
    assert typed == []
