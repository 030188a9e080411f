"""The promise tracker: a word and a class for each state, a count of each, hostile text stays text."""

from __future__ import annotations

import pytest
from lxml import html as lxml_html

from macros.model.report import Edition
from macros.render.promises import FORMAL, PLAIN, Kept, Promise, promise_tracker

HOSTILE = "<img src=x onerror=alert(1)>\"'&"


def made(*promises: Promise, edition: Edition = Edition.YOUNG_PEOPLE):
    return lxml_html.fragment_fromstring(str(promise_tracker(promises, edition)))


@pytest.mark.parametrize("kept", Kept)
@pytest.mark.parametrize(("edition", "words"), [(Edition.FORMAL, FORMAL), (Edition.YOUNG_PEOPLE, PLAIN)])
def test_each_state_says_its_word_and_has_a_class_for_its_shape(kept, edition, words):
    (item,) = made(Promise("Listen.", kept, ""), edition=edition).xpath("//li[contains(@class, 'tv-promise ')]")
    assert item.get("class") == f"tv-promise tv-promise-{kept}"
    assert item.find("span").text == words[kept]
    assert len(set(words.values())) == len(Kept)


def test_how_many_were_kept_stands_above_in_order_and_leaves_out_what_is_none():
    promises = [Promise("A.", Kept.NOT_YET, ""), Promise("B.", Kept.KEPT, "Done."), Promise("C.", Kept.NOT_YET, "")]
    tally = made(*promises).xpath("//ul[@class='tv-tally']/li")
    assert [" ".join(item.text_content().split()) for item in tally] == ["1 kept", "2 not yet"]
    assert [item.text for item in made(*promises).xpath("//p[@class='tv-what']")] == ["A.", "B.", "C."]


def test_one_promise_needs_no_count():
    assert not made(Promise("A.", Kept.KEPT, "")).xpath("//ul[@class='tv-tally']")


def test_what_is_not_said_leaves_no_empty_paragraph():
    assert not made(Promise("A.", Kept.KEPT, "")).xpath("//p[@class='tv-progress']")


def test_hostile_text_stays_text():
    page = made(Promise(HOSTILE, Kept.KEPT, HOSTILE))
    assert not list(page.iter("img"))
    assert page.xpath("//p[@class='tv-what']")[0].text == HOSTILE
