"""`young-people`: help on each page, one denominator, names that are there."""

from __future__ import annotations

import pytest

from macros import checks
from tests.builders import REPORT, assert_plain, page, settings, write_project

FOLDER = f"docs/reports/{REPORT}/young-people"
HELP = "\n{{ who_to_talk_to() }}\n"
PICTURE = '{{ picture("on_time_pct", "of you."%s) }}'


def found(tmp_path, body: str, changes: dict[str, str] | None = None, **meta: str):
    text = page(body, other_voice=f"reports/{REPORT}/young-people/a.md", **meta)
    findings = checks.run(write_project(tmp_path, {f"{FOLDER}/a.md": text} | (changes or {})))
    for finding in findings:
        assert_plain(finding.message)
    return [(one.kind.id, one.line) for one in findings]


def test_a_page_without_help_is_told(tmp_path):
    assert found(tmp_path, "Words.") == [("no-help-on-page", 1)]


@pytest.mark.parametrize("help_", [HELP, "{{who_to_talk_to()}}", "{{- who_to_talk_to( ) -}}"])
def test_a_page_with_help_is_not(tmp_path, help_):
    assert found(tmp_path, help_) == []


def test_speaking_of_the_macro_is_not_using_it(tmp_path):
    assert found(tmp_path, "Use who_to_talk_to() here.") == [("no-help-on-page", 1)]


def test_a_formal_page_needs_none(tmp_path):
    assert checks.run(write_project(tmp_path, {f"docs/reports/{REPORT}/a.md": page("A", other_voice="index.md")})) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [(PICTURE % "", PICTURE % ", of=100"), (PICTURE % ", of=100", '{{ figure("on_time_pct", form="Out of 10") }}')],
)
def test_two_denominators_are_told_where_the_second_stands(tmp_path, first, second):
    assert found(tmp_path, f"{first}\n\n{second}\n{HELP}") == [("mixed-denominators", 7)]


def test_one_denominator_over_several_lines_is_fine(tmp_path):
    spread = '{{ picture(\n  "on_time_pct",\n  "of you.",\n  of = 100\n) }}'
    assert found(tmp_path, f"{spread}\n\n{PICTURE % ', of=100'}\n{HELP}") == []


def test_a_level_that_is_none_is_told(tmp_path):
    assert found(tmp_path, HELP, level="youngest") == [("unknown-level", 1)]


def test_another_level_that_leads_nowhere_is_told(tmp_path):
    assert found(tmp_path, HELP, other_level="nowhere.md") == [("missing-other-level", 1)]


def test_a_drawing_that_is_not_there_is_told(tmp_path):
    drawn = {"docs/assets/pictures/meeting.svg": "<svg/>"}
    assert found(tmp_path / "a", HELP, drawn, drawing="meating") == [("missing-drawing", 1)]
    assert found(tmp_path / "b", HELP, drawn, drawing="meeting") == []


def test_a_council_s_own_drawing_counts(tmp_path):
    own = {
        "docs/assets/ours/cat.svg": "<svg/>",
        f"data/reports/{REPORT}/report.yml": settings(pictures="assets/ours"),
    }
    assert found(tmp_path, HELP, own, drawing="cat") == []


@pytest.mark.parametrize("broken", ["{{ picture(", "{{ }}", "{{ picture() }}", "{% %} %}", "{{ x(of=) }}"])
def test_half_written_pages_do_not_trip_it(tmp_path, broken):
    assert ("mixed-denominators", 5) not in found(tmp_path, f"{broken}\n{HELP}", level="younger")
