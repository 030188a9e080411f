"""The real release of Derby 2017/18 and its two editions, held against the printed report."""

from __future__ import annotations

import csv
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from macros import checks
from macros.datasets.page_source import read_pages
from macros.datasets.store import open_store
from macros.model.observation import Observation
from tests.test_york_2016_17 import typed_numbers

ROOT = Path(__file__).resolve().parents[1]
REPORT = "derby-2017-18"
SOURCE = ROOT.parent / "shared" / "sources" / f"{REPORT}.txt"

# place: how many numbers its table prints, the words before it and the words after it in the printed text
TABLES = {
    "Table (section 5, age)": (12, "Age Band", "The majority of children in care in Derby at year end 2017/18 were"),
    "Table (section 5, sex)": (6, "in other years..", "6. The Ethnicity"),
    "Table (section 6)": (18, "Ethnicity Recorded Number Percentage", "7. The Legal Status"),
    "Table (section 7)": (16, "Legal Status 31/03/2018", "8. Entrants and Exits"),
    "Table (section 8, starting care)": (36, "- reasons for children starting care", "According to the data"),
    "Table (section 8, leaving care)": (44, "Reason Ceased (grouped)", "9. Children in Care Placement"),
    "Table (section 9, council)": (6, "Derby City Council or Other Placement Groups", "Private Agency including"),
    "Table (section 9, private agencies)": (8, "Private Agency including", "10. Reviews Completed"),
    "Table (section 12)": (6, "Reason Number", "13. Case Tracking"),
}

# what stands in a table and is no figure: ages, dates, codes of the national return, a section of an Act, the footnote
_NO_FIGURES = re.compile(
    r"Under 1\b|\b\d+ to \d+\b|\b16\+|\d\d/\d\d/\d{4}|\b[A-Z]\d(?:-[A-Z]\d)?\b"
    r"|Section 20\b|(?<=White Other )1 |\b1 White . Other includes.*?Irish"
)

_ACTS = re.compile(r"Legal Aid, Sentencing and Punishment of Offenders Act|Care Planning, Placement and Case Review")

SECTIONS = 21
YOUNG_PEOPLE = {
    "index", "what-an-iro-does", "how-many-of-us", "meetings-on-time", "having-a-say", "problems-put-right", "homes",
    "health-and-school", "better-and-worse", "what-happens-next", "words", "who-to-talk-to",
}  # fmt: skip


@pytest.fixture(scope="module")
def release():
    return open_store(ROOT).release(REPORT)


@pytest.fixture(scope="module")
def pages():
    found, _ = read_pages(ROOT)
    return [page for page in found if page.path.startswith(f"docs/reports/{REPORT}/")]


def formal(pages):
    return [page for page in pages if "/young-people/" not in page.path]


def young(pages):
    return [page for page in pages if "/young-people/" in page.path]


def printed_numbers(text: str, before: str, after: str) -> list[Decimal]:
    """The figures of a table in the printed text, which lies between two phrases of it."""
    start = text.index(before) + len(before)
    table = _NO_FIGURES.sub(" ", text[start : text.index(after, start)])
    return [Decimal(number) for number in re.findall(r"\d+(?:\.\d+)?", table)]


def held_numbers(rows: tuple[Observation, ...]) -> list[Decimal]:
    """A row's figure, and the count that the table prints beside its percentage."""
    return [number for row in rows for number in (row.value, row.numerator) if number is not None]


def test_nothing_stops_its_publication():
    stops = [one for one in checks.run(ROOT) if one.severity == "stops" and REPORT in one.path]
    assert [f"{one.place}: {one.message}" for one in stops] == []


@pytest.mark.skipif(not SOURCE.is_file(), reason="the printed report's text lies outside the project")
@pytest.mark.parametrize("place", TABLES)
def test_every_number_of_a_printed_table_is_held(release, place):
    count, before, after = TABLES[place]
    printed = printed_numbers(" ".join(SOURCE.read_text(encoding="utf-8").split()), before, after)
    held = held_numbers(release.by_source[place])
    assert (Counter(held), len(held)) == (Counter(printed), count)


def test_a_number_that_is_not_held_would_be_seen():
    assert printed_numbers("Age 31/03/2018 Under 1 29 6% (U1-U6) 4.5 end", "Age", "end") == [29, 6, Decimal("4.5")]


def test_no_other_table_is_held(release):
    assert {place for place in release.by_source if place.startswith("Table")} == set(TABLES)


@pytest.mark.parametrize("place", TABLES)
def test_every_table_stands_on_one_page_of_the_formal_edition(pages, place):
    asked = re.compile(rf'table\(\s*source="{re.escape(place)}"')
    assert len([page.path for page in formal(pages) if asked.search(page.body)]) == 1


def test_every_section_has_a_page_and_a_finding_for_its_heading(pages):
    headings = [found[1] for page in formal(pages) if (found := re.search(r"^# (\d+)\. \w", page.body, re.MULTILINE))]
    assert sorted(map(int, headings)) == list(range(1, SECTIONS + 1))


def test_each_duty_is_met_by_a_page_or_said_to_be_unmet(pages):
    duties = {row["id"] for row in rows_of("data/catalogue/duties.csv")}
    text = (ROOT / "data" / "reports" / REPORT / "report.yml").read_text(encoding="utf-8")
    unmet = set(re.findall(r"^  ([ABO]\d\w?): \S", text.partition("not_met:")[2], re.MULTILINE))
    met = {duty for page in formal(pages) for duty in page.meta.get("meets", ())}
    assert (met | unmet, met & unmet) == (duties, set())


def rows_of(path):
    with (ROOT / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_young_peoples_pages_are_there_and_say_whom_to_talk_to(pages):
    assert {Path(page.path).stem for page in young(pages)} == YOUNG_PEOPLE
    assert [page.path for page in young(pages) if "{{ who_to_talk_to() }}" not in page.body] == []


def test_no_page_of_the_report_types_a_figure(pages):
    assert [
        f"{page.path}:{line}: {left}" for page in pages for line, left in typed_numbers(page.body, page.body_line)
    ] == []


def test_no_sentence_of_the_print_is_taken_over(pages):
    """What the print says is told in our words: none of its longer runs of words stands here, names of Acts apart."""
    if not SOURCE.is_file():
        pytest.skip("the printed report's text lies outside the project")
    printed = runs(SOURCE.read_text(encoding="utf-8"))
    same = {run: page.path for page in pages for run in runs(_ACTS.sub("", page.body)) if run in printed}
    assert same == {}


def runs(text: str, length: int = 9) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z']+", text.lower().replace("\u2019", "'"))
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


@pytest.mark.parametrize("name", ["claims", "outline", "references"])
def test_a_table_beside_the_release_has_no_half_written_row(name):
    day = open_store(ROOT).report(REPORT).release.isoformat()
    rows = rows_of(f"data/reports/{REPORT}/{day}/{name}.csv")
    assert rows
    assert [row for row in rows if None in row or None in row.values()] == []
