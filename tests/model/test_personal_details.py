"""What looks like a name, a number or an address: found where it is, and not at every capital letter."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.model import personal_details as own
from macros.model.personal_details import Detail, personal_details

KIT = Path(own.__file__).parents[1] / "publishing/comment_kit/comment-kit.js"
NAME, NUMBER, ADDRESS = Detail.NAME, Detail.NUMBER, Detail.ADDRESS
TEXTS = [
    ("My name is Zed", (NAME,)),
    ("my name\u2019s Zed and I am here", (NAME,)),
    ("I told my worker Zed it was too long", (NAME,)),
    ("Mrs Zed was late", (NAME,)),
    ("It was near Zedtown, Xville", (NAME,)),
    ("Ring 07700 900123", (NUMBER,)),
    ("ring 0113 496 0000 or write to me@example.org", (ADDRESS, NUMBER)),
    ("born 3/4/2010", (NUMBER,)),
    ("I am @zed there", (ADDRESS,)),
    ("", ()),
    ("It is too long. The words are hard.", ()),
    ("My meeting was on a Monday in March, with my Mum", ()),
    ("I like the IRO and the 9 out of 10 picture", ()),
    ("MY IRO NEVER RINGS ME!!!", ()),
    ("in 2016/17 it was 77.7", ()),
    ("<3 it", ()),
]


@pytest.mark.parametrize(("text", "found"), TEXTS)
def test_what_a_text_seems_to_hold(text, found):
    assert personal_details(text) == found


def test_the_councils_own_name_points_at_nobody():
    assert personal_details("We read it in York together", {"York"}) == ()


def test_the_kit_looks_for_the_same():
    """The script cannot be imported: its patterns are those of the module, letter for letter."""
    script = KIT.read_text(encoding="utf-8")
    literals = dict(re.findall(r"(ADDRESS|NUMBER|CALLED) = /(.*)/[,;]", script))
    literals |= dict(re.findall(r"(NUMBER) = /(.*?)/;", script)) | dict(re.findall(r"(ADDRESS) = /(.*?)/,", script))
    inside = re.search(r"inside = /(.*?)/g", script)
    assert inside
    assert inside[1] == own.IN_A_SENTENCE
    assert {name: literals[name] for name in ("ADDRESS", "NUMBER", "CALLED")} == {
        "ADDRESS": own.ADDRESS, "NUMBER": own.NUMBER, "CALLED": own.CALLED,
    }  # fmt: skip
    words = re.search(r"COMMON = \((.*?)\)\.split", script, re.DOTALL)
    assert words
    assert set("".join(re.findall(r'"([^"]*)"', words[1])).split()) == own.COMMON
