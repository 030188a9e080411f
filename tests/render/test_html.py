"""Building HTML: whatever the text, it stays text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html
from markupsafe import Markup

from macros.render.html import join, tag

# what XML and HTML can hold: no control characters, no halves of a letter
TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), max_size=40)


def test_an_element():
    assert tag("p", "a", tag("b", "c"), class_="x", data_block="y", for_="z") == (
        '<p class="x" data-block="y" for="z">a<b>c</b></p>'
    )


@pytest.mark.parametrize(
    ("value", "written"), [(True, "<p popover>"), (False, "<p>"), (None, "<p>"), (0, '<p popover="0">')]
)
def test_attributes_that_are_there_or_not(value, written):
    assert tag("p", popover=value).startswith(written)


def test_a_void_element_has_no_end():
    assert tag("br") == "<br>"
    assert tag("img", alt="") == '<img alt="">'


def test_nothing_leaves_nothing():
    assert tag("p", None, "", None) == "<p></p>"
    assert join([None, "a", None, "b"], " ") == "a b"


def test_markup_is_kept_and_text_is_escaped():
    assert tag("p", Markup("<b>"), "<b>") == "<p><b>&lt;b&gt;</p>"
    assert join("<b>") == "&lt;b&gt;"


def test_numbers_are_text():
    assert tag("p", 0, 1.5) == "<p>01.5</p>"


@given(TEXT, TEXT)
@settings(deadline=None, max_examples=200)
def test_text_comes_back_as_it_was_put_in(text, value):
    element = lxml_html.fragment_fromstring(str(tag("p", text, title=value)))
    assert (element.text or "", element.get("title"), len(element)) == (text, value, 0)


@given(TEXT)
@settings(deadline=None)
def test_no_text_opens_an_element_or_ends_an_attribute(text):
    made = str(tag("p", text, title=text))
    assert made.count("<") == made.count(">") == 2
    assert made.count('"') == 2
