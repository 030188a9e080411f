"""Figures old and new, with the reason that the release gives; what is hidden is told of neither."""

from __future__ import annotations

import pytest

from macros.datasets.store import open_store
from macros.model.report import Edition
from macros.publishing.preview.changed_figures import figure_changes, withheld_texts
from tests.builders import REPORT, observation
from tests.publishing.preview.sites import LATER, PLACE, WHY, YOUNG, corrected, figure, shown, site


def store(root, *rows, before=()):
    """A project whose release in force, of LATER, holds `rows`; the one before it holds `before`."""
    return open_store(corrected(root, before, rows))


def changes(tmp_path, old, new, on_pages=(), **of):
    made = store(tmp_path / "p", **of) if "rows" not in of else store(tmp_path / "p", *of.pop("rows"), **of)
    return made, figure_changes(made, REPORT, site(tmp_path / "a", {}, old), site(tmp_path / "b", {}, new, on_pages))


def test_a_changed_figure_is_told_with_its_reason_and_its_pages(tmp_path):
    made, found = changes(
        tmp_path, [figure(value="91")], [figure(value="89", release=LATER)],
        [shown(f"{PLACE}/on-time/"), shown(f"{YOUNG}/on-time/"), shown("indicators/on_time_pct/")],
        rows=[observation(value="89")], before=[observation(value="91")],
    )  # fmt: skip
    (one,) = found.changes
    assert one.why == WHY
    assert one.pages == (f"{PLACE}/on-time/", f"{YOUNG}/on-time/")
    assert one.words(made, Edition.FORMAL) == (
        "Children with every review on time, York, 2016/17, Table 5: was 91%, now 89%."
    )
    young = one.words(made, Edition.YOUNG_PEOPLE)
    assert young == "Meetings on time, York, 2016/17: we said 91 out of every 100. Now it is 89 out of every 100."
    assert one.is_for(Edition.YOUNG_PEOPLE)


def test_a_figure_without_a_reason_says_so(tmp_path):
    same = [observation(value="89")]  # both releases: none of them changed it
    _, found = changes(tmp_path, [figure(value="91")], [figure(value="89")], rows=same, before=same)
    assert [one.why for one in found.changes] == [""]
    assert not found.changes[0].is_for(Edition.YOUNG_PEOPLE)


def test_a_reason_older_than_the_published_site_is_not_given(tmp_path):
    _, found = changes(
        tmp_path, [figure(value="90", release=LATER)], [figure(value="89", release=LATER)],
        rows=[observation(value="89")], before=[observation(value="91")],
    )  # fmt: skip
    assert [one.why for one in found.changes] == [""]


def test_new_figures_and_figures_that_are_gone_are_told(tmp_path):
    made, found = changes(tmp_path, [figure(source="Table 5")], [figure(source="Table 6")], rows=[observation()])
    told = [one.words(made, Edition.FORMAL) for one in found.changes]
    assert told == [
        "Children with every review on time, York, 2016/17, Table 6: added, 67%.",
        "Children with every review on time, York, 2016/17, Table 5: was 67%, now left out.",
    ]


def test_the_same_figures_are_not_told(tmp_path):
    _, found = changes(tmp_path, [figure()], [figure(note="new note", release=LATER)], rows=[observation()])
    assert found.changes == ()
    assert found.is_read


def test_a_figure_that_is_hidden_now_is_not_told(tmp_path):
    hidden = observation(value="", status="c")
    made, found = changes(
        tmp_path, [figure(value="3")], [figure(value="", status="c")], rows=[hidden], before=[observation(value="3")]
    )
    (one,) = found.changes
    assert one.revision.is_withheld
    for edition in Edition:
        assert "3" not in one.words(made, edition).replace("2016/17", "").replace("Table 5", "")
    assert withheld_texts(made, REPORT) == {("on_time_pct", "york", "2016-17", "")}


@pytest.mark.parametrize(
    "odd",
    [{"value": "NaN"}, {"value": "1e999999"}, {"value": "x"}, {"period": "soon"}, {"status": "?"}, {"release": "May"}],
)
def test_a_row_that_is_no_figure_is_counted_and_left_out(tmp_path, odd):
    _, found = changes(tmp_path, [figure(**odd)], [figure(value="68")], rows=[observation(value="68")])
    assert found.unread == 1
    assert len(found.changes) == (1 if "period" in odd else 0)  # the new row of another period is a figure


def test_an_indicator_that_is_no_more_is_told_by_its_id(tmp_path):
    made, found = changes(tmp_path, [figure(indicator="old_pct")], [], rows=[observation()])
    (one,) = found.changes
    assert one.words(made, Edition.FORMAL) == "old_pct york 2016-17 (Table 5): no longer in the catalogue."


def test_without_figures_to_compare_that_is_said(tmp_path):
    made = store(tmp_path / "p", observation())
    new = site(tmp_path / "b", {}, [figure()])
    (tmp_path / "a").mkdir()
    old = type(new)(tmp_path / "a")
    assert not figure_changes(made, REPORT, old, new).is_read
