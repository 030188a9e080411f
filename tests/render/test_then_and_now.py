"""Then and now: the direction in words, better or worse where the indicator says so, bars that fit."""

from __future__ import annotations

from decimal import Decimal

import pytest
from lxml import html as lxml_html
from markupsafe import Markup

from macros.model.indicator import Polarity
from macros.model.report import Edition
from macros.render.then_and_now import Side, then_and_now_pair
from macros.wording.change import Change


def pair(before: str, after: str, polarity: Polarity = Polarity.HIGH, edition: Edition = Edition.YOUNG_PEOPLE):
    then = Side("Last year", Markup('<a href="#x">85</a>'), Decimal(before) / 100)
    now = Side("This year", Markup('<a href="#y">67</a>'), Decimal(after) / 100)
    change = Change(Decimal(before), Decimal(after), polarity)
    return lxml_html.fragment_fromstring(str(then_and_now_pair("Meetings <on> time", then, now, change, edition)))


@pytest.mark.parametrize(
    ("before", "after", "polarity", "told"),
    [
        ("85", "67", Polarity.HIGH, "It went down. That is worse."),
        ("67", "85", Polarity.HIGH, "It went up. That is better."),
        ("12", "5", Polarity.LOW, "It went down. That is better."),
        ("85", "67", Polarity.NONE, "It went down."),
        ("34.5", "35", Polarity.HIGH, "It stayed about the same."),
    ],
)
def test_it_says_what_changed(before, after, polarity, told):
    assert pair(before, after, polarity).xpath("string(//p[@class='tv-pair-told'])") == told


def test_the_formal_edition_has_words_of_its_own():
    told = pair("85", "67", edition=Edition.FORMAL).xpath("string(//p[@class='tv-pair-told'])")
    assert told == "It fell. This is a deterioration."


def test_both_figures_stay_links_and_the_bars_are_hidden_from_screen_readers():
    made = pair("85", "67")
    assert [link.text for link in made.iter("a")] == ["85", "67"]
    bars = made.xpath("//span[@class='tv-pair-bar']")
    assert [bar.get("aria-hidden") for bar in bars] == ["true", "true"]
    assert [bar[0].get("style") for bar in bars] == ["width:85.0%", "width:67.0%"]


def test_a_bar_is_never_longer_than_its_frame():
    assert [bar[0].get("style") for bar in pair("250", "-4").xpath("//span[@class='tv-pair-bar']")] == [
        "width:100.0%",
        "width:0.0%",
    ]


def test_the_title_is_text():
    assert pair("1", "2").xpath("string(//figcaption)") == "Meetings <on> time"
