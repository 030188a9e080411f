"""Marks between words: without them the paragraph is what it was, and nothing of the old page acts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.publishing.preview.word_marks import MOST, Voice, word_marks

VOICE = Voice("added", "taken out")
IRO = (
    '<span class="tv-whole"><button type="button" class="tv-word" popovertarget="w-iro">IRO</button>'
    '<span id="w-iro" popover class="tv-means"><b>IRO</b> Runs your review.</span>:</span>'
)
FIGURE = '<a class="tv-figure" href="#fig-{n}" data-figure="x~&#40;a&#41;">{shown}</a>'


def marks(old: str, new: str) -> str:
    marked = word_marks(old, new, VOICE)
    assert marked is not None
    return marked


def without(marked: str) -> str:
    """The paragraph without its marks."""
    marked = re.sub(r'<del class="tv-edit">.*?</del>', "", marked)
    marked = re.sub(r'<ins class="tv-edit"><span class="tv-edit-word" data-silent>\[added:\] </span>', "", marked)
    return re.sub(r"\s+", " ", marked.replace("</ins>", "")).strip()


def words(marked: str, name: str) -> list[str]:
    found = re.findall(
        rf'<{name} class="tv-edit"><span class="tv-edit-word" data-silent>\[[a-z ]+:\] </span>(.*?)</{name}>', marked
    )
    return [re.sub(r"<[^>]*>", "", one).strip() for one in found]


def test_a_changed_word_is_marked():
    marked = marks("We saw most children last year.", "We saw few children last year.")
    assert words(marked, "ins") == ["few"]
    assert words(marked, "del") == ["most"]
    assert without(marked) == "We saw few children last year."


def test_links_figures_and_explained_words_stay_as_they_are():
    old = f"Your {IRO} came to {FIGURE.format(n=3, shown='83')} children, up from {FIGURE.format(n=4, shown='63')}."
    new = f"Your {IRO} came to {FIGURE.format(n=1, shown='84')} children, up from {FIGURE.format(n=2, shown='63')}."
    marked = marks(old, new)
    assert without(marked) == new
    assert words(marked, "ins") == ["84"]
    assert words(marked, "del") == ["83"]
    assert "Link:" not in marked


def test_marks_say_what_they_are_in_words():
    marked = marks("old words here", "new words here")
    assert "[added:] " in marked
    assert "[taken out:] " in marked


def test_an_author_may_use_the_same_elements():
    marked = marks("one two", "one two <ins>three</ins> <del>four</del>")
    assert "<ins>three</ins> <del>four</del>" in marked


@pytest.mark.parametrize(
    "old",
    [
        "Hello <script>alert(1)</script> there", "Hello <img src=x onerror=alert(1)> there", "Hello <!-- x --> there",
        "Hello <svg onload=alert(1)></svg> there", "<b>Hello there", "Hello </b> there", "Hello < there",
    ],
)  # fmt: skip
def test_hostile_old_markup_is_not_marked_word_by_word(old):
    assert word_marks(old, "Hello you there", VOICE) is None


@pytest.mark.parametrize(
    "old",
    [
        '<a href="javascript:alert(1)">Hello</a> there', '<b onclick="alert(1)">Hello</b> there',
        "&lt;script&gt;alert(1)&lt;/script&gt; there", "<tv0>Hello</tv0> there", "<tw0>Hello</tw0> there",
        '<x-y style="position:fixed">Hello</x-y> there', "<ins>Hello</ins> <del>there</del>",
    ],
)  # fmt: skip
def test_of_hostile_old_markup_only_words_are_left(old):
    marked = word_marks(old, "Hello <b>you</b> there", VOICE)
    assert marked is not None
    names = set(re.findall(r"</?([a-z0-9-]+)", marked))
    assert names <= {"ins", "del", "span", "b"}
    assert "onclick" not in marked
    assert "javascript" not in re.sub(r">[^<]*<", "><", marked)


@pytest.mark.parametrize("new", ["a <img src=x> b", "a<br>b", "a <b>b", "a </i> b", "<svg><p/></svg>"])
def test_what_cannot_be_told_in_words_is_left_to_the_caller(new):
    assert word_marks("a b", new, VOICE) is None


def test_too_many_words_are_left_to_the_caller():
    assert word_marks("a " * MOST, "b", VOICE) is None


_TEXT = st.lists(st.sampled_from(["we", "saw", "all", "of", "them", "&amp;", "&lt;b&gt;", "9.", "IRO"]), max_size=9)
_PIECES = st.lists(st.sampled_from(["we", "<em>saw</em>", IRO, "&amp;", "<a href='#x'>of them</a>", "9."]), max_size=9)


@given(_TEXT, _PIECES)
def test_without_its_marks_every_paragraph_is_what_it_was(old, new):
    text = " ".join(new)
    marked = word_marks(" ".join(old), text, VOICE)
    if marked is not None:
        assert re.sub(r"\s", "", without(marked)) == re.sub(r"\s", "", text)
        assert marked.count('id="w-iro"') == text.count('id="w-iro"')
