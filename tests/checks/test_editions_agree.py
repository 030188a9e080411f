"""`editions-agree`: figures and directions on built pages of both editions."""

from __future__ import annotations

import pytest

from macros.checks.context import open_context, with_built_pages
from macros.checks.editions_agree import editions_agree
from macros.model.provenance import Provenance
from macros.render.said_figures import said_figures
from macros.wording.change import Direction
from macros.wording.direction_words import direction_said
from tests.builders import REPORT, assert_plain, page, write_project

PAGE = f"docs/reports/{REPORT}/young-people/one.md"
URL = f"reports/{REPORT}/young-people/one/"


def linked(shown, value="67", period="2016-17", indicator="pep_pct", breakdown="", edition="young-people"):
    mark = Provenance(edition, REPORT, "2026-11-21", indicator, "york", period, breakdown, value, "Table 1")
    return f'<a class="tv-figure" href="#fig-1" data-figure="{mark.marker}">{shown}</a>'


def found(root, html):
    context = open_context(write_project(root, {PAGE: page("A")}))
    findings = editions_agree(with_built_pages(context, {URL: f"<main>{html}</main>"}))
    for finding in findings:
        assert_plain(finding.message)
    return findings


@pytest.mark.parametrize(
    "shown",
    ["67", "67%", "about 7 out of 10", "About 7 out of 10", "67 out of every 100"],
)
def test_the_forms_of_a_value(tmp_path, shown):
    assert found(tmp_path, f"<p>{linked(shown)} of you.</p>") == []


@pytest.mark.parametrize("shown", ["91%", "about 9 out of 10", "67 of 100", "nearly all", ""])
def test_a_figure_shown_otherwise(tmp_path, shown):
    (finding,) = found(tmp_path, f"<p>{linked(shown)} of you.</p>")
    assert (finding.kind.id, finding.path, finding.severity) == ("shown-otherwise", PAGE, "stops")
    assert "but the data has 67." in finding.message


def sentence(word, first="2016-17", later="2015-16"):
    now = linked("34.5%", "34.5", first, "seen_pct", "seen=seen", "formal")
    before = linked("35%", "35.0", later, "seen_pct", "seen=seen", "formal")
    return f"<p>{now} were seen, which {word} from {before}.</p>"


def test_a_direction_that_is_turned_round(tmp_path):
    (finding,) = found(tmp_path, sentence("rose"))
    assert finding.kind.id == "direction-turned"
    assert "The sentence says that the figure rose, but it fell, from 35.0 to 34.5" in finding.message


@pytest.mark.parametrize("word", ["fell", "went down", "did not rise", "is down", "changed"])
def test_a_direction_that_holds_or_is_not_plain(tmp_path, word):
    assert found(tmp_path, sentence(word)) == []


def test_the_year_before_is_meant_where_the_sentence_says_so(tmp_path):
    one = linked("34.5%", "34.5", "2016-17", "seen_pct", "seen=seen")
    (finding,) = found(tmp_path, f"<p>More of you, {one}, were seen than last year.</p>")
    assert finding.kind.id == "direction-turned"
    assert found(tmp_path, f"<p>Fewer of you, {one}, were seen than last year.</p>") == []
    assert found(tmp_path, f"<p>More of you, {one}, were seen.</p>") == []


def test_two_measures_in_one_sentence_are_not_held_against_each_other(tmp_path):
    two = linked("34.5%", "34.5", "2016-17", "seen_pct", "seen=seen"), linked("67%")
    assert found(tmp_path, f"<p>{two[0]} rose and {two[1]}.</p>") == []


def test_a_spoiled_link_is_left_to_another_check():
    assert list(said_figures('<p><a class="tv-figure" href="#" data-figure="x">9</a></p>')) == []


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("It rose to 9.", Direction.UP), ("Numbers grew.", Direction.UP), ("She grew up here.", None),
        ("It fell by 2.", Direction.DOWN), ("It dropped.", Direction.DOWN), ("It rose and fell.", None),
        ("Three or more homes.", None), ("More than half came.", None), ("It did not fall.", None),
        ("Fewer came than last year.", Direction.DOWN), ("Speak up.", None), ("Up from 9.", Direction.UP),
    ],
)  # fmt: skip
def test_direction_words(text, direction):
    assert direction_said(text) is direction
