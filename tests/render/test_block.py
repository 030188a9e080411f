"""A block: named by its content, placed wherever its page stands."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from macros.model.provenance import Provenance
from macros.render.block import ROOT, SELF, Block

FIGURE = Provenance("formal", "r", "2026-11-21", "i", "york", "2016-17", "", "67", "Table 5", "67%")
BLOCK = Block(f'<p id="{SELF}"><a href="{ROOT}/x.csv">x</a></p>', (FIGURE,), "x.csv", "a\n1\n")


def test_the_same_content_has_the_same_name():
    assert BLOCK.id == replace(BLOCK).id
    assert len(BLOCK.id) == 10


def test_other_content_has_another_name():
    others = [replace(BLOCK, html="x"), replace(BLOCK, csv="b\n"), replace(BLOCK, figures=())]
    assert len({BLOCK.id, *(other.id for other in others)}) == 4


def test_a_block_that_shows_its_figures_otherwise_has_another_name():
    assert BLOCK.id != replace(BLOCK, figures=(replace(FIGURE, shown="two thirds"),)).id


def test_a_block_of_another_download_has_another_name():
    assert BLOCK.id != replace(BLOCK, download="y.csv").id


def test_it_finds_the_way_to_the_root():
    assert BLOCK.at("../..") == f'<p id="{BLOCK.id}"><a href="../../x.csv">x</a></p>'


@given(st.text(max_size=40))
@settings(deadline=None)
def test_nothing_of_its_own_marks_is_left(text):
    placed = replace(BLOCK, html=f"{BLOCK.html}{text}").at("..")
    assert ROOT not in placed
    assert SELF not in placed
