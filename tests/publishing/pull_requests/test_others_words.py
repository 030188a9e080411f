"""A stranger's words in a comment show as words: read with a Markdown reader that knows GitHub's dialect."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marko.ext.gfm import gfm

from macros.errors import excerpt
from macros.publishing.pull_requests.others_words import MOST, plain

JOINER = "\N{WORD JOINER}"


def shown(text: str) -> str:
    """What a reader sees; fails when it is anything but one paragraph of words."""
    made = gfm(text)
    paragraph = re.fullmatch(r"<p>(.*)</p>\n", made, re.DOTALL)
    assert paragraph, made
    assert "<" not in paragraph[1], made
    return unescape(paragraph[1]).replace(JOINER, "")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[click](javascript:alert(1))",
        "![x](//evil.example/p.png)",
        "https://evil.example", "www.evil.example", "mail@evil.example", "**bold** _x_ ~~y~~ `code` $x$", "| a | b |",
        "# heading", "- item", "1. item", "> quote", "```", "---", "&lt;b&gt;", "&#64;all",
        "<!-- two-voices: preview -->",
        "a\\", "\\<b>",
        "[x]: //evil.example", "[^1]", "    indented", ":+1:", "<details>", "http://evil.example/?a=b&c=d",
    ],
)  # fmt: skip
def test_markup_is_shown_as_it_was_written(text: str) -> None:
    assert shown(plain(text)) == text.strip()


LETTERS = st.characters(exclude_categories=["Cs", "Z", "C"]) | st.sampled_from(" \n@#<>[]()!`*_~|\\&:/.-$")


@given(st.text(LETTERS, min_size=1))
def test_any_words_are_shown_as_they_were_written(text: str) -> None:
    wanted = excerpt(text, MOST).strip()
    if wanted:
        assert re.sub(r"\s+", " ", shown(plain(text))) == re.sub(r"\s+", " ", wanted.replace(JOINER, ""))


@pytest.mark.parametrize("text", ["@octocat", "see #12", "owner/name#12", "GH-12", "a@b.example", "see @council/team"])
def test_nobody_is_called_and_nothing_is_linked(text: str) -> None:
    # GitHub reads names and numbers in the finished text, so no letter may follow the sign
    made = unescape(gfm(plain(text)))
    assert not re.search(r"[@#]\w|GH-\d", made)


def test_a_long_text_is_cut_and_stays_on_one_line() -> None:
    made = plain("a\r\nb\t" + "x" * 1000)
    assert "\n" not in made
    assert made.startswith("a b x")
    assert len(made) <= MOST + 1


def test_hidden_characters_are_shown_as_such() -> None:
    assert plain("a\u202eb\x1b[31m") == "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}\\[31m"
