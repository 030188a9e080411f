"""Bad input in a release's CSV: each defect gives exactly its finding, at its row, and nothing raises."""

from __future__ import annotations

import pytest

from macros.datasets.store import open_store
from tests.builders import FIGURES, OBSERVATION_COLUMNS, REPORT, csv_text, observation, observations, write_project
from tests.datasets.findings import found

HEADER = ",".join(OBSERVATION_COLUMNS)
GOOD = observations(observation())
ROW = "on_time_pct,york,2016-17,,,67,,,,Table 5,"


def without(column: str) -> str:
    return csv_text([{name: cell for name, cell in observation().items() if name != column}])


def note(text: str) -> str:
    return observations(observation(), observation(source="para 1", note=text))


def value(cell: str) -> str:
    return observations(observation(), observation(source="para 1", value=cell))


WELL = {
    "the-default": GOOD,
    "only-a-header": f"{HEADER}\n",
    "no-last-line-end": GOOD.rstrip("\n"),
    "a-blank-line": GOOD + "\n\n",
    "a-smaller-than-sign": note("fewer than 5 children, x < 5"),
    "an-ampersand": note("boys & girls"),
    "a-negative-number": value("-5"),
    "a-number-of-many-digits": value("123456789012345678901234567890.123456789"),
    "a-dash-in-words": note("printed as a dash - see the note"),
    "a-text-over-two-lines": note("one\ntwo"),
    "curly-brackets": note("{{ config }} {% raw %} | `x` ](y)"),
}
BAD: dict[str, tuple[str | bytes, list[tuple[str, int]]]] = {
    # the file
    "empty": ("", [("empty-file", 1)]),
    "semicolons": (GOOD.replace(",", ";"), [("not-commas", 1)]),
    "tabs": (GOOD.replace(",", "\t"), [("not-commas", 1)]),
    "only-blank-lines": ("\n \n", [("empty-file", 1)]),
    "only-a-byte-order-mark": (b"\xef\xbb\xbf", [("byte-order-mark", 1), ("empty-file", 1)]),
    "byte-order-mark": (b"\xef\xbb\xbf" + GOOD.encode(), [("byte-order-mark", 1)]),
    "windows-line-ends": (GOOD.replace("\n", "\r\n"), [("windows-line-ends", 1)]),
    "one-windows-line-end": (f"{HEADER}\n{ROW}\r\n", [("windows-line-ends", 2)]),
    "lone-carriage-returns": (GOOD.replace("\n", "\r"), [("windows-line-ends", 1)]),
    "latin-1": (f"{GOOD}{ROW.replace('Table 5', 'para 1')}café\n".encode("latin-1"), [("not-utf8", 3)]),
    "utf-16": (GOOD.encode("utf-16"), [("not-utf8", 1)]),
    "cut-in-a-letter": (f"{HEADER}\n{ROW}é".encode()[:-1], [("not-utf8", 2)]),
    "unclosed-quote": (f'{GOOD}{ROW}"never closed\n', [("broken-quotes", 3)]),
    "text-after-a-quote": (f'{HEADER}\n{ROW}"a"b\n', [("broken-quotes", 2)]),
    "a-cell-of-a-megabyte": (f"{GOOD}{ROW.replace('Table 5', 'para 1')}{'x' * 1_000_000}\n", [("broken-quotes", 3)]),
    # the header
    "missing-column": (without("value"), [("missing-column", 1)]),
    "missing-last-column": (without("note"), [("missing-column", 1)]),
    "unknown-column": (csv_text([observation() | {"colour": ""}]), [("unknown-column", 1)]),
    "nameless-column": (f"{HEADER},\n{ROW},\n", [("unknown-column", 1)]),
    "wrongly-cased-column": (GOOD.replace("value", "Value", 1), [("missing-column", 1), ("unknown-column", 1)]),
    "duplicate-column": (f"{HEADER},note\n{ROW},\n", [("duplicate-column", 1)]),
    # the rows
    "too-few-cells": (f"{GOOD}on_time_pct,york\n", [("ragged-row", 3)]),
    "too-many-cells": (f"{GOOD}{ROW},,\n", [("ragged-row", 3)]),
    "ragged-after-a-blank-line": (f"{GOOD}\n{ROW},\n", [("ragged-row", 4)]),
    "ragged-after-a-text-of-two-lines": (f'{HEADER}\n{ROW}"a\nb"\nx\n', [("ragged-row", 4)]),
    "duplicate-key": (GOOD + f"{ROW}\n", [("duplicate-key", 3)]),
    "duplicate-key-other-value": (observations(observation(), observation(value="1")), [("duplicate-key", 3)]),
    "no-indicator": (observations(observation(indicator="")), [("empty-cell", 2), ("unknown-code", 2)]),
    "no-source": (observations(observation(source="")), [("empty-cell", 2)]),
    "unknown-indicator": (observations(observation(indicator="on_time")), [("unknown-code", 2)]),
    "unknown-area": (observations(observation(area="yrok")), [("unknown-code", 2)]),
    "indicator-in-capitals": (observations(observation(indicator="ON_TIME_PCT")), [("unknown-code", 2)]),
    "unknown-category": (observations(observation(indicator="seen_pct", seen="saw")), [("unknown-code", 2)]),
    "missing-category": (observations(observation(indicator="seen_pct")), [("bad-breakdown", 2)]),
    "category-of-another": (observations(observation(seen="seen")), [("bad-breakdown", 2)]),
    "bad-period": (observations(observation(period="2016/17")), [("bad-period", 2)]),
    "blank-without-status": (observations(observation(value="")), [("unexplained-blank", 2)]),
    "blank-with-a-status-for-values": (observations(observation(value="", status="p")), [("unexplained-blank", 2)]),
    "value-with-blank-status": (observations(observation(status="x")), [("value-with-blank-status", 2)]),
    "unknown-status": (observations(observation(value="", status="*")), [("unknown-status", 2)]),
    "status-in-capitals": (observations(observation(status="P")), [("unknown-status", 2)]),
    "share-of-nothing": (observations(observation(numerator="0", denominator="0")), [("impossible-share", 2)]),
    "share-of-nothing-in-decimals": (observations(observation(denominator="0.00")), [("impossible-share", 2)]),
    # cells a spreadsheet or a browser would run
    "formula-equals": (note("=1+1"), [("formula", 3)]),
    "formula-plus": (note("+44 20"), [("formula", 3)]),
    "formula-minus": (note("-A1"), [("formula", 3)]),
    "formula-minus-a-digit": (note("-1+cmd|' /C calc'!A0"), [("formula", 3)]),
    "formula-of-digits": (note("-2+3"), [("formula", 3)]),
    "formula-at": (note("@SUM(A1)"), [("formula", 3)]),
    "formula-tab": (note("\tx"), [("formula", 3)]),
    "formula-in-a-source": (observations(observation(source="=Table")), [("formula", 2)]),
    "script": (note("<script>alert(1)</script>"), [("html-in-text", 3)]),
    "html": (note("<b>67</b>"), [("html-in-text", 3)]),
    "html-left-open": (note("<img src=x onerror=alert(1)"), [("html-in-text", 3)]),
    "html-comment": (note("<!-- x -->"), [("html-in-text", 3)]),
    "html-end": (note("</td>"), [("html-in-text", 3)]),
    "entity": (note("&lt;b&gt;"), [("html-in-text", 3)]),
    "numbered-entity": (note("&#60;b"), [("html-in-text", 3)]),
    "nul-byte": (f"{GOOD}{ROW.replace('Table 5', 'para 1')}a\x00b\n", [("control-character", 3)]),
    "words-turned-around": (note("a\u202eb"), [("control-character", 3)]),
    "a-dash-for-a-status": (observations(observation(value="", status="-")), [("unknown-status", 2)]),
    "a-formula-for-an-area": (observations(observation(area="=york")), [("unknown-code", 2)]),
    "terminal-escape": (note("a\x1b[31mb"), [("control-character", 3)]),
}  # fmt: skip
NOT_NUMBERS = [
    "many", "1,202", "67%", "\uff16\uff17", "\u0666\u0667", "\u00b2", "1e5", "NaN", "nan", "Infinity", "0x10",
    "1_000", ".5", "9" * 61, "5.", ".", "1.2.3", " 67", "67 ", "6 7", "5-", "\u221a4", "\u00bd",
]  # fmt: skip
NOT_NUMBERS_AND_FORMULAS = ["--5", "-", "+5", "=5", "-.5.", "-x"]


@pytest.mark.parametrize("name", WELL)
def test_this_is_well(tmp_path, name):
    assert found(tmp_path, {FIGURES: WELL[name]}) == []


@pytest.mark.parametrize("name", BAD)
def test_each_defect_is_found_where_it_stands(tmp_path, name):
    content, wanted = BAD[name]
    assert found(tmp_path, {FIGURES: content}) == [(kind, FIGURES, row) for kind, row in wanted]


@pytest.mark.parametrize("column", ["value", "numerator", "denominator"])
@pytest.mark.parametrize("cell", NOT_NUMBERS)
def test_a_cell_that_is_no_number_is_found(tmp_path, cell, column):
    content = observations(observation(), observation(**{"source": "para 1", column: cell}))
    assert found(tmp_path, {FIGURES: content}) == [("not-a-number", FIGURES, 3)]


@pytest.mark.parametrize("cell", NOT_NUMBERS_AND_FORMULAS)
def test_a_cell_that_is_a_formula_besides_is_found(tmp_path, cell):
    kinds = found(tmp_path, {FIGURES: value(cell)})
    assert ("not-a-number", FIGURES, 3) in kinds
    assert {(kind, row) for kind, _, row in kinds} <= {("not-a-number", 3), ("formula", 3)}


def test_a_message_names_the_cell_but_never_all_of_a_long_one(tmp_path):
    store = open_store(write_project(tmp_path, {FIGURES: value("x" * 100_000)}))
    (finding,) = store.findings
    assert "xxx" in finding.message
    assert len(finding.message) < 300


@pytest.mark.parametrize("status", ["", "x", "y" * 90_000])
def test_a_message_of_a_long_code_is_short(tmp_path, status):
    rows = observations(observation(indicator="i" * 90_000, status=status, value=""))
    store = open_store(write_project(tmp_path, {FIGURES: rows}))
    assert all(len(finding.message) < 600 for finding in store.findings)


def test_a_row_with_a_fault_is_left_out_and_the_others_stand(tmp_path):
    rows = [observation(source="1"), observation(source="2", value="x"), observation(source="3", area="nowhere")]
    store = open_store(write_project(tmp_path, {FIGURES: observations(*rows, observation(source="4"))}))
    assert [row.source for row in store.release(REPORT).observations] == ["1", "4"]
    assert [finding.line for finding in store.findings] == [3, 4]


def test_every_fault_of_a_row_is_told_at_once(tmp_path):
    rows = observations(observation(value="x", status="y", period="z", source=""))
    kinds = {kind for kind, _, _ in found(tmp_path, {FIGURES: rows})}
    assert kinds == {"not-a-number", "unknown-status", "bad-period", "empty-cell"}


def test_twins_in_two_files_are_found(tmp_path):
    folder = FIGURES.rsplit("/", 1)[0]
    release = f"report: {REPORT}\ndate: 2026-11-21\nwhy: First.\nobservations: [figures.csv, more.csv]\n"
    changes = {f"{folder}/release.yml": release, FIGURES: GOOD, f"{folder}/more.csv": GOOD}
    assert found(tmp_path, changes) == [("duplicate-key", f"{folder}/more.csv", 2)]


def test_a_folder_in_place_of_the_file(tmp_path):
    write_project(tmp_path, {FIGURES: None})
    (tmp_path / FIGURES).mkdir()
    store = open_store(tmp_path)
    assert [(finding.kind.id, finding.path) for finding in store.findings] == [("missing-file", FIGURES)]


def test_a_value_keeps_its_printed_decimals(tmp_path):
    store = open_store(write_project(tmp_path, {FIGURES: value("1.00")}))
    assert str(store.release(REPORT).observations[1].value) == "1.00"


def test_a_message_shows_that_something_is_hidden(tmp_path):
    store = open_store(write_project(tmp_path, {FIGURES: note("a\x1b[31mb\nc")}))
    assert "\x1b" not in store.findings[0].message
    assert "'a\N{REPLACEMENT CHARACTER}[31mb c'" in store.findings[0].message
