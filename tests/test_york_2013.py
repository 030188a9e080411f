"""York 2013, the report of a calendar year: its tables stand on its pages, no officer's own load is told, and the
claims, numbers and references read from the print lead to what is held."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from macros.datasets.page_source import read_pages
from macros.datasets.store import open_store
from macros.model.period import Period
from macros.model.relation import parse_terms
from tests.test_york_2016_17 import held_and_printed, typed_numbers

ROOT = Path(__file__).resolve().parents[1]
REPORT = "york-2013"
PAGES = ROOT / "docs/reports" / REPORT
RELEASE = ROOT / "data/reports" / REPORT / "2026-11-27"
SOURCE = ROOT.parent / "shared/sources/york-2013.txt"
TABLES = [f"Table {number}" for number in range(1, 22)]

# each line: its place, indicator, area, period, breakdown, then the value with its parts
SPOTS = """
Table 1 | iro_caseload_children_n | york | 2013-14 Q3 | plan=total | 354
Table 1 | iro_caseload_children_avg | york | 2012-13 | plan=total | 345
Table 2 | iro_caseload_avg | york | 2013-12-31 | | 98
Table 3 | iro_caseload_by_plan_avg | yorkshire-and-the-humber | 2013-03-31 | plan=cypic | 55
Table 4 | iro_meetings_n | york | 2013-14 Q3 | | 235
Table 6 | review_participation | york | 2013 | participation=PN6 | 32.5 219/670
Table 8 | child_seen_before_review_pct | york | 2013-14 Q1 | seen=not-recorded | 34
Table 9 | record_20wd_pct | york | 2013-14 Q2 | | 5
Table 12 | reviews_by_ethnicity | york | 2013 | ethnicity=WBRI | 93 626/670
Table 15 | cla_by_legal_status | york | 2012-13 | legal_status=protection | 1.0
Table 17 | cla_by_placement | york | 2013-14 Q2 | placement_type=foster | 154
Table 19 | u5_dev_check_pct | york | 2011-12 | | 29
Table 21 | sw_visit_on_time_pct | york | 2013-14 Q3 | | 78
para 5.7 | review_attended_pct | york | 2013 | | 50
para 6.7 | placement_3plus_step | york | 2013-14 Q3 | range_end=highest | 2.5
para 7.3 | iro_examples_n | york | 2013 | | 8
para 7.8 | advocacy_iro_referrals_share_pct | york | 2013 | | 17 4/None
""".strip().splitlines()


@pytest.fixture(scope="module")
def release():
    return open_store(ROOT).release(REPORT)


@pytest.fixture(scope="module")
def pages():
    found, _ = read_pages(ROOT)
    return [page for page in found if page.path.startswith(f"docs/reports/{REPORT}/")]


def rows(name):
    with (RELEASE / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("spot", SPOTS, ids=[" ".join(spot.split(" | ")[:4]) for spot in SPOTS])
def test_a_figure_is_what_is_printed(release, spot):
    held, printed = held_and_printed(release, spot)
    assert held == printed


# ---------------------------------------------------------------- the pages


def test_every_printed_table_stands_on_a_page_of_the_formal_edition(release, pages):
    text = "\n".join(page.body for page in pages if "/young-people/" not in page.path)
    shown = re.findall(r'\{\{ table\([^}]*source="(Table \d+)"', text)
    assert {place for place in release.by_source if place.startswith("Table")} == set(TABLES)
    assert sorted(set(shown), key=TABLES.index) == TABLES


def test_every_section_of_the_report_has_a_page(pages):
    heads = [re.search(r"^# (\d+)\. ", page.body, re.MULTILINE) for page in pages if "/young-people/" not in page.path]
    assert sorted(int(head[1]) for head in heads if head) == list(range(1, 11))


def test_each_page_for_young_people_says_who_to_talk_to(pages):
    own = [page for page in pages if "/young-people/" in page.path]
    assert len(own) >= 6
    assert [page.path for page in own if "{{ who_to_talk_to() }}" not in page.body] == []


def test_no_page_types_a_figure(pages):
    typed = [f"{page.path}:{line}: {left}" for page in pages for line, left in typed_numbers(page.body, page.body_line)]
    assert typed == []


def test_a_chart_of_a_calendar_year_names_its_quarters_by_their_months(built_site):
    page = (built_site / "reports" / REPORT / "caseloads-and-performance/index.html").read_text(encoding="utf-8")
    assert "Reviews held on time, York, January to March 2013 to October to December 2013" in page
    assert "From 75% (Jan to Mar), the lowest, to 83% (Oct to Dec), the highest." in page


def test_a_chart_of_one_quarter_and_a_table_of_other_areas_say_so(built_site):
    page = (built_site / "reports" / REPORT / "profile/index.html").read_text(encoding="utf-8")
    assert "Children in care by age, York, October to December 2013, number" in page
    caption = re.search(r"The region and England beside it(.*?)</caption>", page, re.DOTALL)
    assert caption
    assert "York" not in caption[1]


def test_councils_with_another_kind_of_team_stay_out_of_the_chart_and_the_table(built_site):
    page = (built_site / "reports" / REPORT / "caseloads-and-performance/index.html").read_text(encoding="utf-8")
    assert "The highest is 105 (East Riding) and the lowest 65 (Calderdale). York: 82.<" in page
    table = re.search(r"Average caseload where IROs do both jobs <(.*?)</table>", page, re.DOTALL)
    assert table
    assert ">Hull<" in table[1]
    assert "Leeds" not in table[1]
    assert "Children in care and children with a child protection plan, children for each full-time IRO" in table[1]


# ---------------------------------------------------------------- nobody is named


@pytest.mark.skipif(not SOURCE.exists(), reason="the printed report is not beside the project")
def test_no_worker_is_named(pages):
    print_ = SOURCE.read_text(encoding="utf-8")
    table = print_[print_.index("Table 2:") : print_.index("Table 3:")]
    initials = set(re.findall(r"\b([A-Z]{2}) (?=\d|\(Part)", table))
    name = re.findall(r"^ *([A-Z][a-z]+ [A-Z][a-z]+) *$", print_, re.MULTILINE)[-1]  # who signed it
    assert len(initials) == 5
    texts = {page.path: page.body for page in pages}
    texts |= {str(path): path.read_text(encoding="utf-8") for path in RELEASE.glob("*.csv")}
    named = re.compile(rf"\b(?:{'|'.join(sorted(initials))}|{name})\b")
    assert {path: found[0] for path, text in texts.items() if (found := named.search(text))} == {}


def test_no_officers_own_caseload_is_held_or_shown(release, built_site):
    assert {row.status.value for row in release.by_indicator["iro_caseload_by_worker"]} == {"c"}
    assert all(row.value is None for row in release.by_indicator["iro_caseload_by_worker"])
    for file in (built_site / "data/reports" / REPORT).glob("*.csv"):  # the older release's download, too
        with file.open(newline="", encoding="utf-8") as text:
            own = [row for row in csv.DictReader(text) if row["indicator"] == "iro_caseload_by_worker"]
        assert {row["value"] for row in own} <= {""}, file.name


# ---------------------------------------------------------------- what was read from the print


def test_every_claim_speaks_of_figures_that_are_held(release):
    claims = rows("claims.csv")
    assert len(claims) > 30
    for claim in claims:
        for term in (*parse_terms(claim["result"]), *parse_terms(claim["against"])):
            key = term.key(Period.parse("2013"), "york")
            held = [term.of(row) for row in release.by_key.get(key, ())]
            assert any(number is not None for number in held), f"{claim['source']} {claim['claim']}: {term}"


def test_the_outline_has_each_table_once_and_the_paragraphs_in_printed_order():
    outline = rows("outline.csv")
    assert [f"Table {one['number']}" for one in outline if one["kind"] == "table"] == TABLES
    numbers = [one["number"] for one in outline if one["kind"] == "paragraph"]
    assert {one for one in numbers if numbers.count(one) > 1} == {"1.3", "8.4"}
    assert len(numbers) == 69


@pytest.mark.skipif(not SOURCE.exists(), reason="the printed report is not beside the project")
def test_the_outline_has_every_paragraph_that_is_printed():
    printed = re.findall(r"^ *(\d{1,2}\.\d{1,2}) +[A-Z]", SOURCE.read_text(encoding="utf-8"), re.MULTILINE)
    held = [one["number"] for one in rows("outline.csv") if one["kind"] == "paragraph"]
    assert [one for one in held if one not in printed] == []
    assert [one for one in printed if one not in held] == []


def test_every_reference_leads_to_a_line_of_the_outline():
    lines = {(one["kind"], one["number"], one["about"]) for one in rows("outline.csv")}
    assert [one for one in rows("references.csv") if (one["kind"], one["number"], one["about"]) not in lines] == []
