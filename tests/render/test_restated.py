"""What changed, in plain words for both editions."""

from __future__ import annotations

from datetime import date

import pytest
from lxml import html as lxml_html

from macros.datasets.restatements import Restatement
from macros.datasets.revisions import all_releases, revisions
from macros.datasets.store import open_store
from macros.model.report import Edition
from macros.render.pivot import Layout
from macros.render.restated import NewRelease, restated
from tests.builders import REPORT, observation, write_project
from tests.datasets.test_revisions import WHY, corrected

EVIL = "<script>alert(1)</script> {{ 7 * 7 }} a&b"


def text_of(root, first, later, edition=Edition.FORMAL, why=WHY) -> list[str]:
    store = open_store(corrected(root, first, later))
    layout = Layout(store, store.report(REPORT), edition)
    changed = tuple(revisions(store, REPORT))
    made = str(restated(layout, date(2026, 11, 21), [NewRelease(date(2026, 12, 1), why, changed)], []))
    assert len(all_releases(store, REPORT)) == 2
    return [text for text in lxml_html.fragment_fromstring(made).itertext() if text]


@pytest.mark.parametrize(
    ("edition", "lines"),
    [
        (Edition.FORMAL, [
            "Release of 1 December 2026", f"Why it was made: {WHY}",
            "Children with every review on time, York, 2016/17, Table 5: was 67%, now 65%.",
        ]),
        (Edition.YOUNG_PEOPLE, [
            "What we changed on 1 December 2026", f"Why: {WHY}",
            "Meetings on time, York, 2016/17: we said 67 out of every 100. Now it is 65 out of every 100.",
        ]),
    ],
)  # fmt: skip
def test_was_and_now_and_why(tmp_path, edition, lines):
    assert text_of(tmp_path, [observation()], [observation(value="65")], edition) == lines


@pytest.mark.parametrize(
    ("first", "later", "said"),
    [
        ({}, {"numerator": "67", "denominator": "100"}, "was 67% (its parts not given), now 67% (67 of 100)."),
        ({"numerator": "66"}, {"numerator": "67"}, "was 67% (66 of not given), now 67% (67 of not given)."),
        ({}, {"value": "", "status": "x"}, "was 67%, now no number (not available: the printed report gives no number"),
        ({}, {"value": "", "status": "c"}, "not shown, because it could point at a person."),
        ({}, {"status": "e"}, "was 67% (its parts not given), now 67% [e]."),
    ],
)
def test_other_changes(tmp_path, first, later, said):
    assert said in text_of(tmp_path, [observation(**first)], [observation(**later)])[-1]


def test_added_and_left_out(tmp_path):
    *_, added, left_out = text_of(tmp_path, [observation()], [observation(period="2015-16")])
    assert added.endswith("2015/16, Table 5: added, 67%.")
    assert left_out.endswith("2016/17, Table 5: was 67%, now left out.")


def test_a_change_too_small_for_words_is_told_as_printed(tmp_path):
    first, later = [observation(value="67.1")], [observation(value="67.2")]
    said = text_of(tmp_path, first, later, Edition.YOUNG_PEOPLE)[-1]
    assert said.endswith("we said 67.1%. Now it is 67.2%.")


def test_a_release_without_a_changed_figure_says_so(tmp_path):
    assert text_of(tmp_path, [observation()], [observation()])[-1] == "No figure changed."


def test_nothing_that_an_author_wrote_is_markup(tmp_path):
    assert f"Why it was made: {EVIL}" in text_of(tmp_path, [observation()], [observation(value="1")], why=EVIL)


@pytest.mark.parametrize("edition", Edition)
def test_nothing_is_said_plainly(tmp_path, edition):
    store = open_store(write_project(tmp_path))
    made = str(restated(Layout(store, store.report(REPORT), edition), date(2026, 11, 21), [], []))
    assert "Nothing has changed." in made
    assert "21 November 2026" in made


@pytest.mark.parametrize("own_is_later", [True, False])
def test_another_reports_value_is_named_with_its_report(tmp_path, own_is_later):
    from tests.builders import settings

    other = "data/reports/york-2017-18"
    changes = {
        f"{other}/report.yml": settings(id="york-2017-18", period="2017-18", short_title="The next report"),
    }
    store = open_store(write_project(tmp_path, changes))
    row, *_ = store.release(REPORT).by_indicator["cla_by_sex"]
    one = (
        Restatement("york-2017-18", row, REPORT, row) if own_is_later else Restatement(REPORT, row, "york-2017-18", row)
    )
    made = str(restated(Layout(store, store.report(REPORT), Edition.FORMAL), date(2026, 11, 21), [], [(one, "Why.")]))
    text = lxml_html.fragment_fromstring(made).text_content()
    printed = "printed" if own_is_later else "prints"
    assert "Children in care, Male, York, 2016/17: this report prints 108" in text
    assert f"; The next report {printed} 108" in text
    assert text.endswith(" Why.")
