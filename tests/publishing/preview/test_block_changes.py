"""Blocks compared: a changed drawing, a changed number; not what changes by itself."""

from __future__ import annotations

from macros.publishing.preview.block_changes import block_changes
from macros.publishing.preview.main_part import ShownBlock, read_main_part
from tests.publishing.preview.sites import chart, formal


def blocks(*charts: str) -> tuple[ShownBlock, ...]:
    part = read_main_part(formal("".join(charts)))
    assert part is not None
    return part.blocks


def told(old: tuple[ShownBlock, ...], new: tuple[ShownBlock, ...]) -> list[tuple[str, str, str]]:
    return [(one.change.value, one.kind, one.caption) for one in block_changes(old, new)]


def test_a_new_release_alone_changes_no_block():
    assert told(blocks(chart("A", release="1 May", uid="x")), blocks(chart("A", release="2 May", uid="y"))) == []


def test_a_changed_drawing_is_told():
    assert told(blocks(chart("A", height=10)), blocks(chart("A", height=11))) == [("changed", "chart", "A")]


def test_a_changed_number_is_told():
    assert told(blocks(chart("A", value="66%")), blocks(chart("A", value="67%"))) == [("changed", "chart", "A")]


def test_a_renamed_chart_is_the_same_chart():
    old, new = chart("A").replace("A.csv", "x.csv"), chart("B").replace("B.csv", "x.csv")
    assert told(blocks(old), blocks(new)) == [("changed", "chart", "B")]


def test_new_and_gone_blocks_are_told():
    table = '<div class="tv-table" data-block="t"><table><caption>Ages</caption><tr><td>1</td></tr></table></div>'
    assert told(blocks(chart("A")), blocks(chart("A"), table)) == [("new", "table", "Ages")]
    assert told(blocks(chart("A"), table), blocks(chart("A"))) == [("gone", "table", "Ages")]


def test_two_alike_are_not_taken_for_each_other():
    old = blocks(chart("A", value="1"), chart("B", value="2"))
    assert told(old, blocks(chart("B", value="2"), chart("A", value="1"))) == []


def test_a_block_without_a_name_is_called_by_its_first_sentence():
    picture = '<section class="tv-picture" data-block="p"><p>67 of you came. Then more.</p></section>'
    (one,) = block_changes((), blocks(picture))
    assert one.caption == "67 of you came."
