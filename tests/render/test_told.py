"""Quotes, all words, the words of a page, a note for heavy topics: what they say, and that text stays text."""

from __future__ import annotations

import pytest
from lxml import html as lxml_html

from macros.render import told
from tests.builders import help_line

HOSTILE = "<img src=x onerror=alert(1)>\"'&"
WORDS = [
    {"id": "review", "word": "review", "meaning": "A meeting."},
    {"id": "advocate", "word": "advocate", "meaning": "On your side."},
    {"id": "adoption", "word": "Adoption", "meaning": "A new family."},
]


def tree(made):
    return lxml_html.fragment_fromstring(str(made), create_parent="div")


def test_a_quote_says_who_spoke_and_who_asked():
    made = tree(told.quote("Ask me first.", "A young person", "Asked in May 2017"))
    assert made.xpath("string(//blockquote)") == "\u201cAsk me first.\u201d"
    assert made.xpath("string(//figcaption)") == "A young person Asked in May 2017"
    assert not made.xpath("//*[@class='tv-reminder']")


def test_the_reminder_is_for_the_draft():
    assert tree(told.quote("A", "B", "C", "No name?")).xpath("string(//*[@class='tv-reminder'])") == "No name?"


def test_all_words_stand_by_their_first_letter_whatever_its_case():
    made = tree(told.glossary(WORDS))
    assert [heading.text for heading in made.iter("h2")] == ["A", "R"]
    assert [word.text for word in made.iter("dt")] == ["Adoption", "advocate", "review"]
    ids = {heading.get("id") for heading in made.iter("h2")}
    assert {link.get("href")[1:] for link in made.iter("a")} == ids


def test_one_letter_needs_no_jumps():
    assert not list(tree(told.glossary(WORDS[:1])).iter("nav"))


def test_the_words_of_a_page_are_folded_in_page_order():
    made = tree(told.words_of_page(WORDS))
    assert made[0].tag == "details"
    assert [word.text for word in made.iter("dt")] == ["review", "advocate", "Adoption"]


def test_a_note_for_heavy_topics_can_be_dialled_from():
    made = tree(told.trusted_adult("Heavy?", "Talk to somebody.", help_line(phone="0800 1111")))
    assert made.xpath("//a/@href") == ["tel:08001111"]
    assert "tel:" not in str(told.trusted_adult("Heavy?", "Talk to somebody.", None))


@pytest.mark.parametrize(
    "made",
    [
        told.quote(HOSTILE, HOSTILE, HOSTILE, HOSTILE),
        told.glossary([{"id": "x", "word": HOSTILE, "meaning": HOSTILE}]),
        told.words_of_page([{"id": "x", "word": HOSTILE, "meaning": HOSTILE}]),
        told.trusted_adult(HOSTILE, HOSTILE, help_line(name=HOSTILE)),
    ],
)
def test_hostile_text_stays_text(made):
    assert not list(tree(made).iter("img"))
