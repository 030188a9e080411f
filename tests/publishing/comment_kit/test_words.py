"""What the kit says to young people is plain enough for them (ACCESSIBILITY.md section 6), and said in both voices."""

from __future__ import annotations

import pytest

from macros.model.personal_details import Detail
from macros.model.report import Edition
from macros.publishing.comment_kit.words import details, words
from macros.wording.text_stats import sentences

LONGEST = 20  # words, for readers from 12 to 17


def test_both_voices_say_the_same_things():
    formal, young = (words(edition) for edition in Edition)
    assert set(formal) == set(young)
    assert set(details(Edition.FORMAL)) == set(details(Edition.YOUNG_PEOPLE)) == set(Detail)


@pytest.mark.parametrize("name", words(Edition.YOUNG_PEOPLE))
def test_no_sentence_is_long(name):
    for sentence in sentences(words(Edition.YOUNG_PEOPLE)[name]):
        assert len(sentence.split()) <= LONGEST, sentence


def test_who_reads_it_is_named_by_the_council():
    assert "the post office" in words(Edition.FORMAL, "the post office")["give"]
    assert "{" not in "".join(text for name, text in words(Edition.FORMAL).items() if name in ("give", "saved"))
