"""One setting is changed; every other byte of the author's file stays."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from macros.datasets.yaml_edit import verified, with_setting
from macros.errors import BadRequest
from tests.builders import assert_plain

TEXT = """\
# what the author wrote
report: york
date: 2026-11-21  # the day
why: >-
  First
  release.
observations: [a.csv]
"""


def changed(name: str, value: str, text: str = TEXT) -> str:
    return with_setting(text, name, value, path="release.yml")


def test_a_setting_is_replaced_where_it_stands():
    assert changed("date", "2026-12-01") == TEXT.replace("2026-11-21", "2026-12-01")


def test_a_text_over_several_lines_is_replaced_whole():
    assert changed("why", "A slip.") == TEXT.replace(">-\n  First\n  release.\n", '"A slip."\n')


def test_a_new_setting_stands_before_the_others():
    assert changed("supersedes", "2026-11-21") == TEXT.replace("report:", "supersedes: 2026-11-21\nreport:")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_stay(end):
    text = TEXT.replace("\n", end)
    assert changed("date", "2026-12-01", text) == text.replace("2026-11-21", "2026-12-01")


@given(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), min_size=1))
def test_any_text_stays_a_text(value):
    made = yaml.safe_load(changed("why", value))
    before = yaml.safe_load(TEXT)
    # a text of a day's form is written as a day
    assert str(made.pop("why")) == value
    assert made == {name: one for name, one in before.items() if name != "why"}


@pytest.mark.parametrize(
    "text",
    ["{report: york}\n", "report: york\n---\ndate: x\n", "- a\n", "a: [\n", "", "report: york\n...\n# after\n"],
)
def test_what_cannot_be_changed_safely_is_refused(text):
    try:
        made = changed("supersedes", "2026-11-21", text)
    except BadRequest as error:
        assert_plain(str(error))
    else:  # it could be: then it says what was wanted
        assert str(yaml.safe_load(made)["supersedes"]) == "2026-11-21"


def test_a_text_that_says_something_else_is_refused():
    with pytest.raises(BadRequest, match="cannot be changed safely"):
        verified("a: 1\n", {"a": 2}, "release.yml")
