"""What a preview says: numbers that agree with their words, and plain language in the young people's edition."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from macros.datasets.words import easy_words
from macros.model.report import Edition
from macros.publishing.preview.change_words import FORMAL, YOUNG, number_of, page_counts, sum_of
from macros.publishing.preview.comparison import PageChange, PageState
from macros.publishing.preview.draft_frame import banner
from macros.publishing.preview.marked_page import KINDS, VOICES
from macros.publishing.preview.paragraph_changes import Change, ParagraphChange
from macros.wording.easy_words import EasyWords
from macros.wording.reading_levels import YOUNG_PEOPLE
from macros.wording.text_stats import measure, sentences, words


def said(of: object) -> list[str]:
    """Every text of an edition, filled in."""
    found: list[str] = []
    for field in fields(of):  # type: ignore[arg-type]
        value = getattr(of, field.name)
        parts = [value] if isinstance(value, str) else value if isinstance(value, tuple) else value.values()
        for part in parts:
            found += [part] if isinstance(part, str) else list(part)
    return [text.format(number=12) for text in found]


def young_words() -> list[str]:
    extra = [re.sub(r"<[^>]*>", "", str(banner(Edition.YOUNG_PEOPLE, "x"))), *KINDS[Edition.YOUNG_PEOPLE].values()]
    return [*said(YOUNG), *extra, VOICES[Edition.YOUNG_PEOPLE].added, VOICES[Edition.YOUNG_PEOPLE].gone]


def test_young_people_s_words_keep_to_their_level(root):
    text = "\n".join(f"{one.rstrip('.:')}." for one in young_words())
    counted = measure(text)
    assert counted.grade <= (YOUNG_PEOPLE.grade or 0)
    assert counted.mean <= (YOUNG_PEOPLE.mean or 0)
    assert [one for one in sentences(text) if len(words(one)) > YOUNG_PEOPLE.longest] == []
    easy = EasyWords(easy_words(root))
    hard = {word for one in sentences(text) for word in words(one) if word.islower() and not easy.knows(word)}
    assert hard == set()


def test_no_text_is_missing():
    assert [text for text in (*said(FORMAL), *said(YOUNG)) if not text.strip()] == []


@pytest.mark.parametrize(("number", "expected"), [(1, "1 page is new"), (2, "2 pages are new")])
def test_numbers_agree_with_their_words(number, expected):
    assert number_of(number, FORMAL.totals[PageState.NEW]) == expected


def test_the_sum_of_all_changes():
    pages = [PageChange("a/", "A", PageState.CHANGED), PageChange("b/", "B", PageState.GONE)]
    assert sum_of(pages, 1, FORMAL) == "1 page changed. 1 page is gone. 1 figure changed."
    assert sum_of(pages, 2, YOUNG) == "We changed 1 page. We took out 1 page. We changed 2 numbers."
    assert sum_of([], 0, FORMAL) == FORMAL.nothing


def test_what_changed_on_a_page():
    changes = (ParagraphChange(Change.CHANGED, 0, 0), ParagraphChange(Change.GONE, 1, 1))
    page = PageChange("a/", "A", PageState.CHANGED, changes)
    assert page_counts(page, FORMAL) == "1 paragraph changed, 1 paragraph was taken out."
    assert page_counts(page, YOUNG) == "We changed the words in 1 place. We took out 1 part."
    assert page_counts(PageChange("a/", "A", PageState.CHANGED, None), YOUNG) == "A lot is new here."
