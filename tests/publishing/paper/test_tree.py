"""Taking elements out of a tree: the text around them stays."""

from __future__ import annotations

from xml.etree.ElementTree import tostring

from macros.publishing.paper.tree import classes, drop, find, make, text_of, unwrap
from tests.publishing.paper.pieces import tree


def test_an_element_goes_and_the_text_after_it_stays():
    root = tree("<p>a<b>x</b>c<i>y</i>d</p>")
    drop(root, root[1])
    drop(root, root[0])
    assert tostring(root) == b"<p>acd</p>"


def test_what_an_element_holds_takes_its_place():
    root = tree("<p>a<a>b<i>c</i>d</a>e</p>")
    unwrap(root, root[0])
    assert tostring(root) == b"<p>ab<i>c</i>de</p>"


def test_an_element_that_holds_text_alone():
    root = tree("<p><i>z</i><a>b</a>e</p>")
    unwrap(root, root[1])
    assert tostring(root) == b"<p><i>z</i>be</p>"


def test_words_and_classes():
    one = make("p", "a \n b", make("b", "c"), class_="x y")
    assert text_of(one) == "a bc"
    assert classes(one) == {"x", "y"}
    assert find(one, "p", "y") is one
    assert find(one, "b", "y") is None
