"""You said, we did: what was changed first, each with its page, in the words of the edition."""

from __future__ import annotations

import pytest

from macros.datasets.comments import read_comments
from macros.model.comment import Outcome, Part
from macros.model.report import Edition
from macros.render import you_said
from tests.builders import write_project
from tests.datasets.test_comments import FOLDER, answer, files, listening, said

YOUNG, FORMAL = Edition.YOUNG_PEOPLE, Edition.FORMAL
PAGES = {"young-people/on-time": ("Meetings on time", "%ROOT%/reports/x/young-people/on-time/")}


def comments(root, **changes):
    return read_comments(write_project(root, files(**changes)), FOLDER)


def test_each_edition_says_it_in_its_own_words(tmp_path):
    found = comments(tmp_path)
    young = you_said.answers(found, YOUNG, PAGES, draft=False)
    formal = you_said.answers(found, FORMAL, PAGES, draft=False)
    assert "We explain them." in young
    assert "They are explained." not in young
    assert "They are explained." in formal
    assert all(
        '<a href="%ROOT%/reports/x/young-people/on-time/">Meetings on time</a>' in one for one in (young, formal)
    )


def test_what_was_changed_stands_first(tmp_path):
    rows = [
        answer(id="no", outcome="not-changed", page=""),
        answer(id="open", outcome="thinking", page="", by_when="2027-01-31"),
        answer(),
    ]
    told = you_said.answers(comments(tmp_path, answers=rows), YOUNG, PAGES, draft=False)
    words = [you_said.OUTCOMES[YOUNG][one] for one in (Outcome.CHANGED, Outcome.THINKING, Outcome.NOT_CHANGED)]
    assert sorted(words, key=told.index) == words
    assert "We will tell you by 31 January 2027." in told
    assert [told.count(f"<b>{word}: </b>") for word in ("We did", "So far", "Why")] == [1, 1, 1]


@pytest.mark.parametrize(("number", "is_told"), [(1, False), (you_said.FEW, False), (you_said.FEW + 1, True)])
def test_so_few_that_they_could_be_guessed_are_not_counted(tmp_path, number, is_told):
    many = [said(id=f"b{one}") for one in range(number)]
    told = you_said.answers(comments(tmp_path, comments=many), YOUNG, PAGES, draft=False)
    assert (str(number) in told) is is_told


def test_only_a_draft_says_what_is_still_open(tmp_path):
    found = comments(tmp_path, comments=[said(answer="")])
    assert "Without an answer yet: 1." in you_said.answers(found, FORMAL, PAGES, draft=True)
    assert "Without an answer" not in you_said.answers(found, FORMAL, PAGES, draft=False)


def test_hostile_words_are_words(tmp_path):
    told = you_said.answers(comments(tmp_path, answers=[answer(you_said="1 < 2 & 'x'")]), YOUNG, PAGES, draft=False)
    assert "1 &lt; 2 &amp; &#39;x&#39;" in told


def test_the_four_parts_stand_in_lundys_order(tmp_path):
    rows = [listening(part) for part in reversed(Part)] + [listening(Part.VOICE, day="")]
    for edition in Edition:
        told = you_said.listening(comments(tmp_path, parts=rows), edition)
        heads = [you_said.PARTS[edition][part] for part in Part]
        assert sorted(heads, key=told.index) == heads
        assert told.count("<dt>") == 4
        assert told.count("<dd>") == 5


@pytest.mark.parametrize("edition", Edition)
def test_a_report_without_comments_says_so_honestly(edition):
    told = {what: you_said.nothing_kept(edition, what) for what in ("printed", "published", "draft", "listening")}
    assert "before it was printed" in told["printed"]
    assert len(set(told.values())) == 4
