"""The words of a built page: whole sentences, without what is not prose."""

from __future__ import annotations

import pytest

from macros.render.rendered_page import RenderedPage, read_rendered_page


def read(body: str) -> RenderedPage:
    return read_rendered_page(f"<html><body><header>Top</header><main>{body}</main><footer>End</footer></body></html>")


def text(body: str) -> str:
    return read(body).text


def test_each_paragraph_heading_and_item_is_a_line_with_a_stop():
    body = "<h1>Our year</h1><p>One\n two.</p><ul><li>Three</li><li><p>Four!</p></li></ul>"
    assert text(body) == "Our year.\nOne two.\nThree.\nFour!"


@pytest.mark.parametrize(
    "left_out",
    [
        "<table><tr><td>x</td></tr></table>",
        "<svg><text>x</text></svg>",
        "<script>x</script>",
        "<nav><p>x</p></nav>",
        "<details><summary>x</summary><p>x</p></details>",
        '<section class="tv-figures"><p>x</p></section>',
        '<section class="tv-who"><p>x</p></section>',
        '<p>One<span popover id="w">x</span></p>',
        '<h2>One<a class="headerlink">x</a></h2>',
        '<p>One <strong class="tv-error">x</strong></p>',
    ],
)
def test_what_is_not_prose_is_left_out(left_out):
    assert "x" not in text(f"<p>One.</p>{left_out}<p>Two.</p>")


def test_words_after_what_is_left_out_are_kept():
    assert text("<p>Your <button>IRO</button><span popover>x</span> listens.</p>") == "Your IRO listens."


def test_a_figure_in_a_sentence_is_part_of_it():
    body = '<p>About <a class="tv-figure" href="#f">67 out of 100</a> of you.</p>'
    assert text(body) == "About 67 out of 100 of you."


def test_a_page_without_a_main_part():
    assert read_rendered_page("<p>One</p>").text == "One."
