"""What changed between two releases of one report."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from macros.datasets.revisions import revisions, told, withheld_keys
from macros.datasets.store import open_store
from macros.model.status import ObservationStatus
from tests.builders import (
    FOLDER,
    REPORT,
    REPORT_FOLDER,
    observation,
    observations,
    release_settings,
    seal,
    settings,
    write_project,
)  # fmt: skip

WHY = "The fourth quarter was printed for the year."


def corrected(root, first, later, *, more=None):
    """A project whose figures were `first`, and are `later` since 1 December 2026."""
    days = {"2026-11-21": (first, "First release."), "2026-12-01": (later, WHY)} | (more or {})
    changes = {f"{REPORT_FOLDER}/report.yml": settings(release=max(days))}
    for day, (rows, why) in days.items():
        folder = f"{REPORT_FOLDER}/{day}"
        changes[f"{folder}/release.yml"] = release_settings(date=day, why=why)
        changes[f"{folder}/figures.csv"] = observations(*rows)
    write_project(root, changes)
    for day in days:
        seal(root, f"{REPORT_FOLDER}/{day}")
    return root


def found(root, *args, **options):
    store = open_store(corrected(root, *args, **options))
    assert not store.findings
    return list(revisions(store, REPORT))


def test_a_report_with_one_release_has_none(tmp_path):
    assert list(revisions(open_store(write_project(tmp_path)), REPORT)) == []


def test_old_value_new_value_why_and_when(tmp_path):
    (one,) = found(tmp_path, [observation(), observation(period="2015-16")], [observation(value="65")] * 1
                   + [observation(period="2015-16")])  # fmt: skip
    assert one.first is not None
    assert one.later is not None
    assert (one.first.value, one.later.value) == (Decimal(67), Decimal(65))
    assert (one.why, one.before, one.after) == (WHY, date(2026, 11, 21), date(2026, 12, 1))
    assert (one.key.indicator, one.source) == ("on_time_pct", "Table 5")


def test_each_printed_place_counts_for_itself(tmp_path):
    first = [observation(), observation(value="67.4", source="para 7.2")]
    (one,) = found(tmp_path, first, [observation(), observation(value="67.3", source="para 7.2")])
    assert one.source == "para 7.2"


def test_printed_decimals_and_parts_are_part_of_a_figure(tmp_path):
    assert len(found(tmp_path / "a", [observation()], [observation(value="67.0")])) == 1
    assert len(found(tmp_path / "b", [observation()], [observation(numerator="67", denominator="100")])) == 1
    assert found(tmp_path / "c", [observation(note="a")], [observation(note="b")]) == []


def test_a_figure_added_and_one_left_out(tmp_path):
    added, left_out = found(tmp_path, [observation()], [observation(period="2015-16")])
    assert (added.first, left_out.later) == (None, None)
    assert (added.key.period.text, left_out.key.period.text) == ("2015-16", "2016-17")


def test_the_newest_release_comes_first_and_each_is_held_against_the_one_before(tmp_path):
    more = {"2026-12-24": ([observation(value="66")], "Once more.")}
    newest, older = found(tmp_path, [observation()], [observation(value="65")], more=more)
    assert (newest.why, older.why) == ("Once more.", WHY)
    assert [str(newest.first and newest.first.value), str(older.first and older.first.value)] == ["65", "67"]


def test_what_is_hidden_today_is_told_by_no_release(tmp_path):
    first = [observation(value="3", numerator="3", denominator="4", note="three of them"), observation(area="leeds")]
    later = [observation(value="", status="c"), observation(area="leeds")]
    root = corrected(tmp_path, first, later)
    store = open_store(root)
    assert len(withheld_keys(store, REPORT)) == 1
    (one,) = revisions(store, REPORT)
    assert one.is_withheld
    assert one.first is not None
    assert (one.first.value, one.first.numerator, one.first.note) == (None, None, "")
    (old,) = store.earlier[REPORT]
    hidden, open_ = told(store, old)
    assert (hidden.value, hidden.status) == (None, ObservationStatus.CONFIDENTIAL)
    assert open_.value == 67


def test_releases_after_the_one_in_force_are_not_read(tmp_path):
    root = corrected(tmp_path, [observation()], [observation(value="65")])
    (root / REPORT_FOLDER / "report.yml").write_text(settings(), encoding="utf-8")
    store = open_store(root)
    assert store.earlier[REPORT] == ()
    assert store.release(REPORT).date == date(2026, 11, 21)
    assert FOLDER.endswith("2026-11-21")
