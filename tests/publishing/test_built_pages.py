"""Reading built pages: figures in page order, and the mistakes that stand in them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.model.provenance import Provenance
from macros.publishing import blocks
from macros.publishing.built_pages import read_built_page
from macros.render.block import SELF, Block
from macros.render.figures import link
from macros.render.html import tag

ONE = Provenance("formal", "r", "2026-11-21", "i", "york", "2016-17", "", "67", "Table 5", "67%")
TWO, THREE = replace(ONE, period="2015-16", shown="85%"), replace(ONE, value="1202", shown="1,202 <&>")


def mistakes(text: str, root) -> list[tuple[str, int, str]]:
    html = str(tag("strong", text, data_macro_error=text))
    found = read_built_page(root, "a/", html).mistakes
    assert {one.severity for one in found} == {"stops"}
    return [(one.path, one.line, one.message) for one in found]


def test_figures_come_in_the_order_a_reader_meets_them(tmp_path):
    name = blocks.put(tmp_path, Block(f'<div data-block="{SELF}"></div>', (TWO,)))
    html = f'<p>{link(ONE)}</p><div data-block="{name}"></div><p>{link(THREE)}</p>'
    page = read_built_page(tmp_path, "a/b/", html)
    assert page.url == "a/b/"
    assert page.figures == (ONE, TWO, THREE)
    assert page.blocks == (name,)
    assert page.mistakes == ()


def test_a_figure_inside_a_block_is_told_once(tmp_path):
    name = blocks.put(tmp_path, Block(f'<div data-block="{SELF}">{link(ONE)}</div>'))
    assert read_built_page(tmp_path, "a/", f'<div data-block="{name}">{link(ONE)}</div>').figures == (ONE,)


@pytest.mark.parametrize("shown", ["a < b", "“nearly all”", "it's 5 & more", "<b>"])
def test_what_is_shown_comes_back_as_it_was(tmp_path, shown):
    mark = replace(ONE, shown=shown, source=f'Table "{shown}"')
    assert read_built_page(tmp_path, "a/", str(link(mark))).figures == (mark,)


def test_a_page_with_nothing_of_ours(tmp_path):
    page = read_built_page(tmp_path, "a/", "<p>67%</p>")
    assert (page.figures, page.mistakes, page.blocks) == ((), (), ())


def test_a_mistake_is_a_finding_at_its_place(tmp_path):
    text = 'docs/a/b.md:26: figure(): There is: no "such" <one>. Use x: y.'
    assert mistakes(text, tmp_path) == [("docs/a/b.md", 26, 'figure(): There is: no "such" <one>. Use x: y.')]


def test_a_mistake_without_a_line(tmp_path):
    assert mistakes("docs/a.md: The page is odd.", tmp_path) == [("docs/a.md", 0, "The page is odd.")]


def test_a_mistake_of_no_known_place_is_still_told(tmp_path):
    assert mistakes("something odd", tmp_path) == [("", 0, "something odd")]


@pytest.mark.parametrize("heading", ["Macro Rendering Error", "Macro Syntax Error"])
def test_the_macros_plugins_own_error_text_is_found(tmp_path, heading):
    assert len(read_built_page(tmp_path, "a/", f"<h1>{heading}</h1><p>Traceback</p>").mistakes) == 1


def test_an_empty_page_raises_nothing(tmp_path):
    assert read_built_page(tmp_path, "a/", "").figures == ()


def test_a_marker_somebody_wrote_by_hand_raises_nothing(tmp_path):
    html = '<a class="tv-figure" href="#x" data-figure="by hand">67%</a>'
    assert read_built_page(tmp_path, "a/", html).figures == ()


def test_a_block_that_is_gone_raises_nothing(tmp_path):
    assert read_built_page(tmp_path, "a/", '<div data-block="0123456789"></div>').figures == ()
