"""Icon arrays: as many filled people as the share says, the filled ones first, a text for those who cannot see them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from macros.render.icon_array import DENOMINATORS, icon_array
from macros.wording.numbers import share_of

PERCENTS = st.decimals(0, 100, places=2, allow_nan=False, allow_infinity=False)


@given(PERCENTS, st.sampled_from(sorted(DENOMINATORS)))
@settings(deadline=None, max_examples=60)
def test_as_many_are_filled_as_the_share_says(percent, of):
    filled, _ = share_of(percent, of)
    drawing = lxml_html.fragment_fromstring(str(icon_array(filled, of, "x")))
    kinds = [group.get("class") for group in drawing.iter("g")]
    assert kinds == ["tv-on"] * filled + ["tv-off"] * (of - filled)


@pytest.mark.parametrize("of", DENOMINATORS)
def test_nobody_stands_on_another_and_all_are_inside(of):
    drawing = lxml_html.fragment_fromstring(str(icon_array(3, of, "x")))
    places = [group.get("transform") for group in drawing.iter("g")]
    assert len(set(places)) == of
    _, _, width, height = (float(part) for part in (drawing.get("viewBox") or drawing.get("viewbox") or "").split())
    for place in places:
        x, y = (float(part) for part in (place or "").removeprefix("translate(").removesuffix(")").split())
        assert 0 <= x <= width - 30
        assert 0 <= y <= height - 50


def test_its_text_is_that_of_the_sentence_and_escaped():
    drawing = str(icon_array(7, 10, 'About 7 out of 10 <b>"you"</b>'))
    assert 'role="img"' in drawing
    assert lxml_html.fragment_fromstring(drawing).get("aria-label") == 'About 7 out of 10 <b>"you"</b>'


@pytest.mark.parametrize(("filled", "of"), [(11, 10), (-1, 10), (5, 7), (0, 0), (101, 100)])
def test_what_cannot_be_drawn_is_refused(filled, of):
    with pytest.raises(ValueError, match="cannot be drawn as an icon array"):
        icon_array(filled, of, "x")
