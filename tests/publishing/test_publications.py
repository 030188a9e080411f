"""What has been published and corrected, newest first."""

from __future__ import annotations

from datetime import date

from macros.datasets.store import open_store
from macros.publishing.publications import EventKind, events, last_changed, published_on
from tests.builders import (
    REPORT,
    REPORT_FOLDER,
    figures,
    observation,
    observations,
    release_settings,
    seal,
    settings,
    write_project,
)

SECOND = "2026-11-25"
FILE = f"{REPORT_FOLDER}/report.yml"


def corrected(root, published="2026-11-21", why="The clerk sent the right figure.", text=""):
    """A project whose report has a second release; its figures are those of `text`, or of the first release."""
    folder = f"{REPORT_FOLDER}/{SECOND}"
    changes = {
        FILE: settings(release=SECOND, dates=f"{{published: {published}}}"),
        f"{folder}/release.yml": release_settings(date=SECOND, why=why),
        f"{folder}/figures.csv": text or figures(),
    }
    return seal(write_project(root, changes), folder)


def told(root):
    store = open_store(root)
    return events(store, store.reports.values())


def test_a_publication(tmp_path):
    (one,) = told(write_project(tmp_path))
    assert (one.kind, one.day) == (EventKind.PUBLISHED, date(2026, 11, 21))
    assert one.title == "York IRO report: published"
    assert one.told == ("Annual report of the IROs.", "Looked at by: Corporate Parenting Board (30 June 2017).")
    assert one.id.startswith("urn:uuid:")


def test_a_correction_says_why_and_what(tmp_path):
    text = figures().replace("on_time_pct,york,2016-17,,,67,", "on_time_pct,york,2016-17,,,66,")
    assert text != figures()
    new, old = told(corrected(tmp_path, text=text))
    assert (new.kind, new.day, old.kind) == (EventKind.CORRECTED, date(2026, 11, 25), EventKind.PUBLISHED)
    assert new.title == "York IRO report: figures corrected"
    assert new.told[0] == "Why: The clerk sent the right figure."
    assert "was 67%, now 66%." in new.told[1]
    assert new.id != old.id


def test_a_release_that_changes_nothing_says_so(tmp_path):
    new, _ = told(corrected(tmp_path))
    assert new.kind is EventKind.RELEASED
    assert new.title.endswith("a new release, no figure changed")


def test_what_was_corrected_before_anybody_saw_it_is_no_event(tmp_path):
    assert [one.kind for one in told(corrected(tmp_path, published=SECOND))] == [EventKind.PUBLISHED]


def test_a_hidden_value_is_not_told(tmp_path):
    hidden = figures().replace("on_time_pct,york,2016-17,,,67,,,,", "on_time_pct,york,2016-17,,,,,,c,")
    assert hidden != figures()
    new, _ = told(corrected(tmp_path, text=hidden))
    assert "67" not in "".join(new.told)


def test_of_many_changes_the_rest_is_counted(tmp_path):
    rows = [
        observation(period=f"{year}-{(year + 1) % 100:02}", value="1", source="Table 20") for year in range(1980, 2015)
    ]
    new, _ = told(corrected(tmp_path, text=figures() + observations(*rows).split("\n", 1)[1]))
    assert new.told[-1] == "And 15 more."
    assert len(new.told) == 22


def test_the_days_of_a_report(tmp_path):
    store = open_store(corrected(tmp_path))
    report = store.report(REPORT)
    assert published_on(store, report) == date(2026, 11, 21)
    assert last_changed(store, report) == date(2026, 11, 25)


def test_without_a_day_the_first_release_counts(tmp_path):
    store = open_store(write_project(tmp_path, {FILE: settings(dates=None)}))
    assert published_on(store, store.report(REPORT)) == date(2026, 11, 21)
