"""Downloads: safe to open in a spreadsheet, read back whole."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.datasets.store import open_store
from macros.render.downloads import OBSERVATION_COLUMNS, csv_text, download_link, observation_rows
from tests.builders import FIGURES, REPORT, observation, observations, write_project

# LF and CR inside a cell are kept by quoting; NUL cannot stand in a CSV of text
CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)
HOSTILE = st.tuples(st.sampled_from(["=", "+", "-", "@", "\t", "\r", "\n", " ", "'", '"', "\u00a0", ""]), CELLS).map(
    "".join
)
STARTS_A_FORMULA = re.compile(r"\s*(?:[=+@\t\r]|-(?!\d+(?:\.\d+)?$))")


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


@given(st.lists(st.fixed_dictionaries({"a": HOSTILE, "b": HOSTILE}), max_size=4))
@settings(deadline=None, max_examples=300)
def test_no_cell_starts_a_formula_and_every_cell_is_read_back(rows):
    header, *body = read(csv_text(("a", "b"), rows))
    assert header == ["a", "b"]
    assert len(body) == len(rows)
    for cells, row in zip(body, rows, strict=True):
        for cell, given_text in zip(cells, (row["a"], row["b"]), strict=True):
            assert not STARTS_A_FORMULA.match(cell)
            assert cell in (given_text, f"'{given_text}")


@pytest.mark.parametrize(
    "text", ["=1+1", "+44", "-A1", "@SUM(A1)", "\t=1", "\r=1", " =1", "-1+cmd|' /C calc'!A0", "-2+3"]
)
def test_known_attacks_are_disarmed(text):
    assert read(csv_text(("a",), [{"a": text}]))[1] == [f"'{text}"]


@pytest.mark.parametrize("text", ["-5", "-0.5", "67", "a=b", "Table 5", "", "2016-17"])
def test_what_is_no_formula_stays_as_it_is(text):
    assert read(csv_text(("a", "b"), [{"a": text, "b": "x"}]))[1][0] == text


def test_line_ends_are_unix_and_the_last_line_ends():
    text = csv_text(("a", "b"), [{"a": 1, "b": None}])
    assert text == "a,b\n1,\n"


def test_observations_are_listed_as_the_contract_says(tmp_path):
    store = open_store(write_project(tmp_path))
    release = store.release(REPORT)
    rows = list(observation_rows(release, release.observations, store.catalogue.indicators))
    assert all(tuple(row) == OBSERVATION_COLUMNS for row in rows)
    seen = next(row for row in rows if row["indicator"] == "seen_pct")
    assert [str(value) for value in seen.values()] == [
        "york-2016-17", "2026-11-21", "seen_pct", "york", "2016-17", "seen=seen", "34.5", "69", "200", "percent", "",
        "Table 7", "",
    ]  # fmt: skip
    blank = next(row for row in rows if row["indicator"] == "pep_pct")
    assert (blank["value"], blank["status"]) == (None, "x")


def test_a_suppressed_value_leaves_no_trace(tmp_path):
    row = observation(value="", status="c", numerator="3", denominator="40")
    store = open_store(write_project(tmp_path, {FIGURES: observations(row)}))
    release = store.release(REPORT)
    for listed in observation_rows(release, release.observations, store.catalogue.indicators):
        assert (listed["value"], listed["numerator"]) == (None, None)


@pytest.mark.parametrize(("length", "size"), [(1, "1 kB"), (1499, "1 kB"), (1501, "2 kB"), (250_000, "250 kB")])
def test_a_link_says_its_type_and_size(length, size):
    link = download_link("data/x.csv", "x" * length)
    assert link == f'<a href="%ROOT%/data/x.csv" download>Download as CSV ({size})</a>'
