"""Drawings on paper: colours and words stand in the drawing itself."""

from __future__ import annotations

from macros.publishing.paper.drawings import colours_of, prepare_drawings
from macros.publishing.paper.tree import SVG
from tests.publishing.paper.pieces import tree

COLOURS = colours_of(":root { --ink: #111; --soft: #222;\n --worse: #c00; --better: #0c0; --tv-chart-1: #123456 }")


def drawn(inner: str, attributes: str = "", around: str = ""):
    inner = f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inner}</svg>'
    text = f'<div><section class="{around}"><i>{inner}</i></section></div>'
    root = tree(text)
    prepare_drawings(root, COLOURS)
    (drawing,) = root.iter(f"{SVG}svg")
    return drawing


def test_title_and_description_become_one_text():
    drawing = drawn("<title>It fell.</title><desc>From 75 to 67.</desc><rect/>")
    assert [one.tag for one in drawing] == [f"{SVG}title", f"{SVG}rect"]
    assert drawing[0].text == "It fell. From 75 to 67."


def test_a_label_becomes_the_text():
    assert drawn("<g/>", 'aria-label="67 out of 100"')[0].text == "67 out of 100."


def test_variables_become_colours():
    drawing = drawn('<rect fill="var(--tv-chart-1)" stroke="var(--unknown)"/><text fill="currentColor">1</text>')
    assert drawing[1].attrib == {"fill": "#123456", "stroke": "#111"}
    assert drawing[2].get("fill") == "#111"


def test_people_have_the_colour_of_what_they_show():
    drawing = drawn('<g class="tv-on"/><g class="tv-off"/>', around="tv-picture tv-worse")
    assert drawing[1].get("fill") == "#c00"
    assert drawing[2].get("fill") == "none"
    assert drawn('<g class="tv-on"/>', around="tv-better")[1].get("fill") == "#0c0"


def test_an_outline_does_not_eat_its_letters():
    assert "stroke" not in drawn('<text stroke="#fff" stroke-width="4" paint-order="stroke">1</text>')[1].attrib
