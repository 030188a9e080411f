"""The list of kept editions: which there must be, and what is wrong with a row."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

import pytest

from macros.datasets.editions import is_withdrawn, read_editions, seen_before, were_public, wrong_archive
from macros.datasets.store import open_store
from macros.model.kept_edition import KeptEdition
from tests.builders import RELEASE, REPORT, REPORT_FOLDER, assert_plain, figures, settings, write_project
from tests.datasets.several_releases import with_releases

SECOND, THIRD = "2026-11-24", "2026-11-26"
FIRST_DAY = date(2026, 11, 21)
SHA = "a" * 64


def project(root, published=RELEASE, hidden=False, rows=()):
    """A project whose report has three releases; the last is in force."""
    text = figures().replace("on_time_pct,york,2016-17,,,67,,,,", "on_time_pct,york,2016-17,,,,,,c,")
    text = text.replace("on_time_pct,york,2016-17,,,67.4,,,,", "on_time_pct,york,2016-17,,,,,,c,")
    texts = dict.fromkeys((SECOND, THIRD), text) if hidden else {}
    return with_releases(root, SECOND, THIRD, published=published, rows=rows, texts=texts)


@pytest.mark.parametrize(
    ("published", "days"),
    [
        (RELEASE, [FIRST_DAY, date(2026, 11, 24)]),
        (SECOND, [date(2026, 11, 24)]),
        ("2026-11-25", [date(2026, 11, 24)]),
        (THIRD, []),
        ("2026-11-27", []),
    ],
)
def test_what_was_public_before_another_release_came(tmp_path, published, days):
    store = open_store(project(tmp_path, published))
    assert were_public(tmp_path, store.report(REPORT)) == days


def test_a_draft_was_never_public(tmp_path):
    root = project(tmp_path)
    (root / REPORT_FOLDER / "report.yml").write_text(settings(release=THIRD, status="draft", dates=None))
    assert were_public(root, open_store(root).report(REPORT)) == []


def test_rows_are_read_in_the_order_of_releases(tmp_path):
    kept, findings = read_editions(project(tmp_path, rows=[f"{SECOND},{SHA},", f"{RELEASE},,lost in a fire"]), REPORT)
    assert findings == []
    assert kept == [
        KeptEdition(REPORT, FIRST_DAY, "", "lost in a fire", 3),
        KeptEdition(REPORT, date(2026, 11, 24), SHA, "", 2),
    ]
    assert kept[1].path == f"{REPORT_FOLDER}/editions/{SECOND}.zip"
    assert kept[1].address == f"editions/{REPORT}/{SECOND}/"


def test_a_report_without_the_file_has_none(tmp_path):
    assert read_editions(write_project(tmp_path), REPORT) == ([], [])


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([f"soon,{SHA},"], "is the day of no release"),
        ([f"2026-11-22,{SHA},"], "is the day of no release"),
        ([f"{SECOND},{SHA},", f"{SECOND},{SHA},"], "stands in row 2 already"),
        ([f"{SECOND},{'A' * 64},"], "has a checksum that is none"),
        ([f"{SECOND},,"], "has no checksum"),
    ],
)
def test_rows_with_a_fault(tmp_path, rows, said):
    _, findings = read_editions(project(tmp_path, rows=rows), REPORT)
    assert said in findings[0].message
    assert_plain(findings[0].message)


def test_an_archive_is_what_was_kept(tmp_path):
    one = KeptEdition(REPORT, FIRST_DAY, sha256(b"x").hexdigest(), "", 2)
    assert wrong_archive(tmp_path, one) == "it is gone"
    (tmp_path / one.path).parent.mkdir(parents=True)
    (tmp_path / one.path).write_bytes(b"y")
    assert wrong_archive(tmp_path, one) == "its bytes changed"
    (tmp_path / one.path).write_bytes(b"x")
    assert wrong_archive(tmp_path, one) == ""
    assert wrong_archive(tmp_path, KeptEdition(REPORT, FIRST_DAY, "", "lost", 2)) == ""


@pytest.mark.parametrize("hidden", [True, False])
def test_a_figure_that_was_hidden_since_withdraws_it(tmp_path, hidden):
    store = open_store(project(tmp_path, hidden=hidden))
    assert is_withdrawn(store, KeptEdition(REPORT, FIRST_DAY, SHA, "", 2)) is hidden
    assert is_withdrawn(store, KeptEdition(REPORT, date(2026, 11, 24), SHA, "", 2)) is False


@pytest.mark.parametrize(
    ("rows", "address"), [([f"{SECOND},{SHA},"], f"editions/{REPORT}/{SECOND}/"), ([f"{SECOND},,lost"], ""), ([], "")]
)
def test_where_the_edition_before_stands(tmp_path, rows, address):
    store = open_store(project(tmp_path, rows=rows))
    assert seen_before(store, store.report(REPORT), date(2026, 11, 26)) == address
    assert seen_before(store, store.report(REPORT), FIRST_DAY) == ""
